using System.Collections.Immutable;
using Escalation.Simulation;

namespace Escalation.Report.Stories;

/// <summary>A history told in sentences: who did what to whom, why, who learnt of it, what it changed.</summary>
/// <remarks>What goes without saying is left out: activations that came to nothing, and that an act was known at once and
/// truly.</remarks>
/// <param name="History">What is told.</param>
/// <param name="Lines">The sentences, in order of happening.</param>
public sealed record Story(History History, ImmutableArray<StoryLine> Lines)
{
    /// <summary>Tells a history.</summary>
    /// <param name="history">The history; may have ended in a fault.</param>
    public static Story Of(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var sentences = new StorySentences(history);
        var lines = ImmutableArray.CreateBuilder<StoryLine>();
        var together = new List<TraceEntry>();
        foreach (var entry in history.Entries.Where(entry => !GoesWithoutSaying(history, entry)))
        {
            if (together is [var first, ..] && !IsToldWith(first, entry))
            {
                lines.Add(sentences.Line(together));
                together.Clear();
            }

            together.Add(entry);
        }

        if (together.Count > 0)
        {
            lines.Add(sentences.Line(together));
        }

        return new(history, lines.ToImmutable());
    }

    /// <summary>What the history comes to, as a sentence without its full stop.</summary>
    public string Finding => StoryFinding.Of(History);

    /// <summary>How it ended, with outcomes and measures; null if it ended in a fault.</summary>
    public string? Ending => StoryFinding.Ending(History);

    // What is not done is seldom asked for, and that an act is known at once and truly is the rule.
    private static bool GoesWithoutSaying(History history, TraceEntry entry) => entry.Kind switch
    {
        TraceKind.Drop => true,
        TraceKind.Report => entry is { State: 1, Cause: > 0 } && history.Entries[entry.Cause - 1].Day == entry.Day,
        _ => false,
    };

    // Changes that one rule makes at one moment are one thing that happens.
    private static bool IsToldWith(TraceEntry first, TraceEntry entry) =>
        first.Kind == TraceKind.Level && entry.Kind == TraceKind.Level
        && (first.Day, first.Actor, first.Rule, first.Cause) == (entry.Day, entry.Actor, entry.Rule, entry.Cause);
}
