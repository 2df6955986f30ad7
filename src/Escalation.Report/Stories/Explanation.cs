using System.Collections.Immutable;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Report.Stories;

/// <summary>Why an outcome came true in a history: what led to the moment in which it did, and what its condition had counted
/// until then.</summary>
/// <param name="History">The history.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Day">When it came true; for one that is judged at the end the end.</param>
/// <param name="Line">The number of its line in the trace; 0 for one that is judged at the end, which has none.</param>
/// <param name="Chain">The numbers of the lines that led to it, from its cause back to own initiative; empty if nothing in the
/// trace made it true.</param>
/// <param name="Grounds">What its condition reads.</param>
public sealed record Explanation(
    History History, Outcome Outcome, double Day, int Line, ImmutableArray<int> Chain, ImmutableArray<Ground> Grounds)
{
    /// <summary>True if the outcome is judged at the end, so that it has no single cause.</summary>
    public bool IsAtEnd => Outcome.When is null;

    /// <summary>The numbers of all lines that it names, those that led to them included, in order.</summary>
    public ImmutableArray<int> Numbers
    {
        get
        {
            var numbers = new SortedSet<int>(Chain);
            foreach (var line in Grounds.SelectMany(ground => ground.Lines))
            {
                // What led to a line that is known already is known too.
                for (var number = line; number > 0 && numbers.Add(number); number = History.Entries[number - 1].Cause)
                {
                }
            }

            return [.. numbers];
        }
    }

    /// <summary>What it explains, as a sentence without its full stop.</summary>
    public string Finding => FormattableString.Invariant($"History {History.Replication}: ")
        + (IsAtEnd
            ? $"in the end, {StoryFinding.Clause(Outcome)}"
            : $"how it comes that {StoryFinding.Clause(Outcome)} on {StoryWords.Day(Day)}");

    /// <summary>What came true, when, and under what condition, in sentences.</summary>
    public string Sentence
    {
        get
        {
            var about = Outcome.About.Length == 0 ? "" : $": {Outcome.About.TrimEnd('.')}";
            var date = StorySentences.DateOf(History.Program.Scenario, Day) is { } time
                ? FormattableString.Invariant($" ({time:yyyy-MM-dd HH:mm})")
                : "";
            var (when, judged) = IsAtEnd ? ("at the end, on", "It is judged by") : ("on", "Its condition is");
            var condition = (Outcome.When ?? Outcome.AtEnd)!.Text;
            return $"{Outcome.Name} comes true {when} {StoryWords.Day(Day)}{date}{about}. {judged} '{condition}'.";
        }
    }

    /// <summary>The lines that it names, as sentences, in order.</summary>
    public IEnumerable<StoryLine> Tell()
    {
        var sentences = new StorySentences(History);
        return Numbers.Select(number => sentences.Line(History.Entries[number - 1]));
    }

    /// <summary>A line of the trace, what caused it, and so on back to own initiative.</summary>
    /// <param name="number">The number of the line.</param>
    /// <returns>Numbers of lines, from the latest to the first.</returns>
    public ImmutableArray<int> ChainTo(int number) => Causes.Chain(History, number);

    /// <summary>Explains an outcome.</summary>
    /// <param name="history">A history without a fault.</param>
    /// <param name="outcome">Index of the outcome.</param>
    /// <returns>The explanation; null if the outcome did not come true in the history.</returns>
    public static Explanation? Of(History history, int outcome)
    {
        ArgumentNullException.ThrowIfNull(history);
        var columns = history.Program.Columns;
        if (history.Fault is not null || !(Value(ColumnKind.Outcome, outcome) > 0))
        {
            return null;
        }

        var definition = history.Program.Scenario.Outcomes[outcome];
        var line = history.Entries.FirstOrDefault(entry => entry.Kind == TraceKind.Outcome && entry.Subject == outcome);
        var day = line?.Day ?? Value(ColumnKind.EndedDay, -1);
        var moment = new Moment(day, line?.Id ?? int.MaxValue, IsAfterExpiries: line is null or { Cause: 0 });
        return new(
            history,
            definition,
            day,
            line?.Id ?? 0,
            Causes.Chain(history, line?.Cause ?? 0),
            new GroundReader(history, moment).Of(definition.When ?? definition.AtEnd!));

        double Value(ColumnKind kind, int index) =>
            history.Row[columns.IndexOf(columns.First(column => column.Kind == kind && column.Index == index))];
    }

    /// <summary>Looks for a history in which an outcome comes true.</summary>
    /// <param name="program">The compiled scenario.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="replications">How many histories are looked through, from 0.</param>
    /// <param name="outcome">Index of the outcome.</param>
    /// <returns>The number of the first; null if there is none.</returns>
    /// <exception cref="ReplicationFaultException">A history before it cannot be finished.</exception>
    public static long? FirstWith(ScenarioProgram program, ulong seed, long replications, int outcome)
    {
        ArgumentNullException.ThrowIfNull(program);
        var column = program.Columns.IndexOf(
            program.Columns.First(column => column.Kind == ColumnKind.Outcome && column.Index == outcome));
        var world = new World(program);
        for (var replication = 0L; replication < replications; replication++)
        {
            world.Run(seed, replication);
            if (world.Row[column] > 0)
            {
                return replication;
            }
        }

        return null;
    }
}

/// <summary>A moment of a history, to the line of its trace.</summary>
/// <param name="Day">The day.</param>
/// <param name="Line">What has this number or a higher one had not happened yet.</param>
/// <param name="IsAfterExpiries">True if windows that end at this very day had lost what falls out of them.</param>
internal readonly record struct Moment(double Day, int Line, bool IsAfterExpiries);
