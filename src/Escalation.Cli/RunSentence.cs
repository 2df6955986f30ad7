using Escalation.Experiments;
using Escalation.Model;
using Escalation.Results;

namespace Escalation.Cli;

/// <summary>The answer in one sentence.</summary>
internal static class RunSentence
{
    /// <summary>Says in how many histories the first outcome came, with its interval and the median day.</summary>
    /// <param name="summary">What the run found.</param>
    /// <returns>The sentence.</returns>
    internal static string Of(RunSummary summary)
    {
        var first = summary.Outcomes[0];
        var share = first.Share;
        var part = share.Hits switch
        {
            0 => $"In none of {Histories(share.Count)}",
            var hits when hits == share.Count => $"In all of {Histories(share.Count)}",
            _ => $"In {ShareText.Of(share)} of {Histories(share.Count)}",
        };
        var interval = summary.Twins is null
            ? $"{Figures.Level(share.Level)} interval {ShareText.Interval(share)}"
            : IgnoranceText.Intervals(first);
        var median = first.MedianDay is { } day
            ? $"; the median first day is {Figures.Day(day)}{Figures.Time(summary.Scenario.Start, day, "' ('yyyy-MM-dd')'")}"
            : "";
        return $"{part} ({interval}) {Clause(first.Outcome)}{median}.";
    }

    /// <summary>"1 history", "10,000 histories".</summary>
    internal static string Histories(long count) => count == 1 ? "1 history" : $"{Figures.Count(count)} histories";

    /// <summary>What an outcome says as a clause, or that it is reached.</summary>
    private static string Clause(Outcome outcome) =>
        OutcomeClause.Of(Prose.Harmless(outcome.About)) ?? $"the outcome '{outcome.Name}' comes true";
}
