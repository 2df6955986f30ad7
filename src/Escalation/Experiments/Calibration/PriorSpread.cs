namespace Escalation.Experiments;

/// <summary>How far apart simulated observations lie under the prior: the unit of distance of a target without stated
/// noise.</summary>
internal static class PriorSpread
{
    // Makes the median absolute deviation of a normal law its standard deviation: 1 / Φ⁻¹(3/4).
    private const double OfNormal = 1.4826022185056018;

    /// <summary>The median absolute deviation, as a standard deviation.</summary>
    /// <param name="values">The values; NaN where there is none.</param>
    /// <returns>Above 0. Where half of the values agree, their standard deviation; where all do, 1.</returns>
    public static double Of(double[] values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        if (sorted.Length == 0)
        {
            return 1;
        }

        var median = OrderStatistics.Quantile(sorted, 0.5);
        double[] deviations = [.. sorted.Select(value => Math.Abs(value - median)).Order()];
        var spread = OfNormal * OrderStatistics.Quantile(deviations, 0.5);
        if (spread > 0)
        {
            return spread;
        }

        var deviation = ExactMoments.Of(sorted).StandardDeviation;
        return deviation > 0 ? deviation : 1;
    }
}
