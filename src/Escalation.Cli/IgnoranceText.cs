using System.Globalization;
using Escalation.Experiments;
using Escalation.Results;

namespace Escalation.Cli;

/// <summary>What not knowing the parameters adds, in words.</summary>
internal static class IgnoranceText
{
    private const string NotSeen = "not seen";

    /// <summary>The range of a chance between sets of parameters, for a table.</summary>
    internal static string Range(OutcomeIgnorance? ignorance) => ignorance switch
    {
        null => "–",
        { Spread.IsSeen: false } => NotSeen,
        var known => Range(known.Range),
    };

    /// <summary>The part of a variance that ignorance explains, for a table.</summary>
    internal static string Share(IgnoranceEstimate? ignorance) => ignorance switch
    {
        null => "–",
        { IsSeen: false } => NotSeen,
        var known => Figures.Part(Math.Round(known.Share, known.Share < 0.1 ? 3 : 2)),
    };

    /// <summary>The standard deviation of an expected value between sets of parameters, for a table.</summary>
    internal static string Spread(IgnoranceEstimate? ignorance) =>
        ignorance is { IsSeen: true } ? Figures.Number(ignorance.StandardDeviation) : "–";

    /// <summary>Both intervals of an outcome, for the sentence.</summary>
    internal static string Intervals(OutcomeSummary outcome)
    {
        var ignorance = outcome.Ignorance switch
        {
            null => "not known without twins",
            { Spread.IsSeen: false } => NotSeen,
            var known => $"{Range(known.Range)}: nine of ten sets of parameters",
        };
        return $"chance within the model {ShareText.Interval(outcome.Share)}; ignorance about it {ignorance}";
    }

    /// <summary>What the columns mean, and how much was not seen.</summary>
    internal static IEnumerable<string> Notes(RunSummary summary)
    {
        if (summary.Twins is not { } twins)
        {
            yield break;
        }

        if (twins == 0)
        {
            yield return "Interrupted before the first twins were done: what ignorance of the parameters adds is not known.";
            yield break;
        }

        yield return $"Chance within the model: what {RunSentence.Histories(summary.Replications)} leave open about the share "
            + "over all sets of parameters. Ignorance about it: where the share lies for nine of ten sets of parameters, by a "
            + $"beta law that has the mean and the spread of {Prose.Counted(twins, "pair")} of histories with the same "
            + "parameters and other luck.";
        if (summary.Measures.Length > 0)
        {
            yield return "Of a measure: the part of its variance that the parameters explain; between sets, the standard "
                + "deviation of its expected value.";
        }

        var unseen = summary.Outcomes.Where(outcome => outcome.Ignorance is { Spread.IsSeen: false } ignorance
            && double.IsFinite(ignorance.Spread.MostStandardDeviation)).ToList();
        if (unseen.Count > 0)
        {
            var most = unseen.Select(outcome => $"{outcome.Outcome.Name} "
                + $"{Figures.Number(Math.Round(100 * outcome.Ignorance!.Spread.MostStandardDeviation, 2))}");
            yield return "Not seen: the pairs do not tell it from none. The standard deviation of the share between sets is at "
                + $"most, in points of per cent: {string.Join(", ", most)}.";
        }
    }

    private static string Range(Interval range) => $"{Limit(range.Lower, range)}–{Limit(range.Upper, range)} %";

    // Two digits of the distance from the nearer end; what is a thousandth of the range away from an end is that end.
    private static string Limit(double limit, Interval range)
    {
        var distance = 100 * Math.Min(limit, 1 - limit);
        if (distance <= 0.1 * (range.Upper - range.Lower) || distance == 0)
        {
            return limit < 0.5 ? "0" : "100";
        }

        var decimals = Math.Clamp(1 - (int)Math.Floor(Math.Log10(distance)), 0, 9);
        return (100 * limit).ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }
}
