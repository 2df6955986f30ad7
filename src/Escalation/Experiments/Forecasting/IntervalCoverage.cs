using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>How often what came lay in the central ranges of forecasts.</summary>
/// <param name="Level">The chance that ranges were to hold.</param>
/// <param name="Count">How many forecasts there were.</param>
/// <param name="Hits">How often the count lay inside.</param>
/// <param name="Expected">The share that forecasts themselves expect inside, at least <paramref name="Level"/>: counts are whole,
/// so a range holds more than it must. It is this that <paramref name="Share"/> should cover.</param>
/// <param name="Share">The share inside with its interval by Clopper and Pearson, which takes the forecasts as
/// independent.</param>
public sealed record IntervalCoverage(double Level, int Count, int Hits, double Expected, ProportionEstimate Share)
{
    /// <summary>Gets the levels that are looked at if nobody says otherwise.</summary>
    public static ImmutableArray<double> UsualLevels { get; } = [0.5, 0.8, 0.95];

    /// <summary>Counts what came inside.</summary>
    /// <param name="forecasts">One forecast a date; at least one.</param>
    /// <param name="observed">What came, as many.</param>
    /// <param name="level">The chance that the ranges are to hold, between 0 and 1, both excluded.</param>
    /// <param name="confidence">Confidence of the interval of the share, between 0 and 1, both excluded.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentException">There are no forecasts, or not as many counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A level is out of its range.</exception>
    public static IntervalCoverage Of(
        IReadOnlyList<CountForecast> forecasts, IReadOnlyList<long> observed, double level, double confidence = 0.95)
    {
        CheckCounts(forecasts, observed);
        var (hits, expected) = (0, 0.0);
        for (var date = 0; date < forecasts.Count; date++)
        {
            var range = forecasts[date].CentralRange(level);
            hits += range.Contains(observed[date]) ? 1 : 0;
            expected += forecasts[date].AtMost((long)range.Upper) - forecasts[date].AtMost((long)range.Lower - 1);
        }

        return new(
            level, forecasts.Count, hits, expected / forecasts.Count, ProportionEstimate.Of(hits, forecasts.Count, confidence));
    }

    /// <summary>Refuses forecasts of which it is not known what came.</summary>
    internal static void CheckCounts(IReadOnlyList<CountForecast> forecasts, IReadOnlyList<long> observed)
    {
        if (forecasts.Count == 0 || forecasts.Count != observed.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{forecasts.Count} forecasts cannot be held against {observed.Count} counts."),
                nameof(observed));
        }
    }
}
