using Escalation.Report;
using Escalation.Report.Stories;

namespace Escalation.Cli;

/// <summary>An explanation as a tree: the outcome, below it what led to it, then what its condition had counted.</summary>
/// <remarks>Causes hang one below the other, each a step further in until there is no room. Lines of the tree are drawn where a
/// person looks; elsewhere a hyphen stands before each entry.</remarks>
internal sealed class ExplanationText
{
    // Of a longer chain the middle is left out: --json has it whole.
    private const int MostSteps = 24;
    private const int LastSteps = 8;

    private readonly Terminal terminal;
    private readonly Explanation explanation;
    private readonly Dictionary<int, StoryLine> told = [];
    private readonly HashSet<int> named = [];

    private ExplanationText(Terminal terminal, Explanation explanation)
    {
        (this.terminal, this.explanation) = (terminal, explanation);
        foreach (var line in explanation.Tell())
        {
            told[line.Number] = line;
        }
    }

    private History History => explanation.History;

    /// <summary>Writes an explanation.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="explanation">The explanation.</param>
    /// <param name="isChosen">True if the history was asked for by its number; false if it was looked for.</param>
    internal static void Write(Terminal terminal, Explanation explanation, bool isChosen) =>
        new ExplanationText(terminal, explanation).Write(isChosen);

    private void Write(bool isChosen)
    {
        var found = isChosen ? "" : $", the first in which {explanation.Outcome.Name} comes true";
        terminal.WriteParagraph(Prose.Harmless(FormattableString.Invariant(
            $"{History.Program.Scenario.Name}: history {History.Replication}{found}, seed {History.Seed}.")));
        terminal.Out.WriteLine();
        terminal.WriteParagraph(Prose.Harmless(explanation.Sentence));
        var branches = explanation.Grounds.Length + 1;
        WriteTrigger(new Limb(terminal.IsRich, "", branches == 1));
        for (var place = 0; place < explanation.Grounds.Length; place++)
        {
            WriteGround(explanation.Grounds[place], new Limb(terminal.IsRich, "", place == branches - 2));
        }
    }

    private void WriteTrigger(Limb limb)
    {
        if (explanation.IsAtEnd)
        {
            Write(limb, "It was judged at the end, so no single act caused it.");
        }
        else if (explanation.Chain.IsEmpty)
        {
            Write(limb, "Nothing in this history caused it at that moment: time did, or it held from the start.");
        }
        else
        {
            WriteChain(explanation.Chain, limb);
        }
    }

    private void WriteGround(Ground ground, Limb limb)
    {
        var (shown, left) = (ground.Lines.Length, ground.Count - ground.Lines.Length);
        var which = left > 0 ? $"; the last {Figures.Count(shown)} of {Figures.Count(ground.Count)}:" : shown > 0 ? ":" : ".";
        Write(limb, $"{ground.Name} {ground.Text}{which}");
        for (var place = 0; place < shown; place++)
        {
            WriteChain(explanation.ChainTo(ground.Lines[place]), limb.Child(isLast: place == shown - 1));
        }
    }

    private void WriteChain(IReadOnlyList<int> chain, Limb limb)
    {
        var isLong = chain.Count > MostSteps;
        for (var step = 0; step < chain.Count; step++)
        {
            if (isLong && step == MostSteps - LastSteps)
            {
                var skipped = chain.Count - MostSteps;
                Write(limb, $"… {Prose.Counted(skipped, "more cause")} …");
                named.UnionWith(chain.Skip(step).Take(skipped));
                (step, limb) = (step + skipped, limb.Child(isLast: true));
            }

            var line = told[chain[step]];
            var head = FormattableString.Invariant($"#{line.Number} {StoryText.Time(line)} ");
            if (!named.Add(line.Number))
            {
                Write(limb, $"{head}as told above.");
                return;
            }

            Write(limb, head + line.Sentence);
            limb = limb.Child(isLast: true);
        }
    }

    private void Write(Limb limb, string text) => StoryText.WriteHanging(
        terminal, limb.Lead, limb.Below, text);
}

/// <summary>Where an entry of a tree hangs.</summary>
/// <param name="IsDrawn">True: with lines; false: with hyphens.</param>
/// <param name="Trunk">What stands before the entry and all below it.</param>
/// <param name="IsLast">True if nothing comes after it on its branch.</param>
internal readonly record struct Limb(bool IsDrawn, string Trunk, bool IsLast)
{
    // Deeper entries stay where they are: text needs the room.
    private const int Deepest = 20;

    /// <summary>What stands before the first line of the entry.</summary>
    internal string Lead => Trunk + (!IsDrawn ? "- " : IsLast ? "└ " : "├ ");

    /// <summary>An entry below this one.</summary>
    internal Limb Child(bool isLast) => this with { Trunk = Trunk.Length < Deepest ? Below : Trunk, IsLast = isLast };

    /// <summary>What stands before the other lines of the entry, and before all below it.</summary>
    internal string Below => Trunk + (IsDrawn && !IsLast ? "│ " : "  ");
}
