using Escalation.Experiments;

namespace Escalation.Verification;

/// <summary>Holds estimates against exact values.</summary>
public static class Judgement
{
    /// <summary>An estimate more standard errors than this away fails: by chance alone, one figure in 100,000 does.</summary>
    public const double ZBound = 4.42;

    // Below, the law of a mean is not yet the normal one (the reference cases have skewed figures).
    private const long LeastForNormal = 10_000;

    // A share is tested by the normal law where both truths are expected this often, else by the binomial law itself.
    private const double LeastExpected = 50;

    private const double Level = 0.95;

    /// <summary>Judges a figure.</summary>
    /// <param name="statistic">The figure.</param>
    /// <param name="moments">Moments of its one or two columns over all replications.</param>
    /// <returns>Estimate, interval, distance and verdict.</returns>
    public static StatisticResult Of(ReferenceStatistic statistic, CoMoments moments)
    {
        var (estimate, interval) = Estimate(statistic, moments);
        var z = statistic switch
        {
            { IsSignOnly: true } => estimate / IndependentError(moments),
            { StandardDeviation: 0 } => estimate == statistic.Value ? 0 : (estimate - statistic.Value) / 0.0,
            { Estimate.Kind: EstimateKind.Probability } => OfShare(statistic.Value, estimate, moments.Count),
            _ => (estimate - statistic.Value) / StandardError(statistic, moments),
        };
        return new(statistic, estimate, interval, z, Judge(statistic, moments.Count, z));
    }

    private static Verdict Judge(ReferenceStatistic statistic, long count, double z)
    {
        var isExact = statistic.StandardDeviation == 0 || statistic.Estimate.Kind == EstimateKind.Probability;
        if (!isExact && (count < LeastForNormal || double.IsNaN(z)))
        {
            return Verdict.TooFew;
        }

        var agrees = statistic.IsSignOnly ? z > ZBound : Math.Abs(z) < ZBound;
        return agrees ? Verdict.Agrees : Verdict.Fails;
    }

    private static (double Estimate, Interval Interval) Estimate(ReferenceStatistic statistic, CoMoments moments)
    {
        switch (statistic.Estimate.Kind)
        {
            case EstimateKind.Probability:
                return Share(Hits(moments.MeanX, moments.Count), moments.Count);
            case EstimateKind.Ratio:
                return Share(Hits(moments.MeanX, moments.Count), Hits(moments.MeanY, moments.Count));
            case EstimateKind.Mean:
                return Mean(moments.MeanX, moments.SquaresX, moments.Count);
            case EstimateKind.Difference:
                return Mean(moments.MeanX - moments.MeanY, SquaresOfDifference(moments), moments.Count);
            case EstimateKind.Variance:
                return Around(moments.VarianceX, StandardError(statistic, moments));
            default:
                var error = statistic.IsSignOnly ? IndependentError(moments) : StandardError(statistic, moments);
                return Around(moments.Covariance, error);
        }
    }

    // Counts come back from means without loss as long as they are below 2^52 / count.
    private static long Hits(double mean, long count) => (long)Math.Round(mean * count);

    private static (double Estimate, Interval Interval) Share(long hits, long count)
    {
        var share = ProportionEstimate.Of(hits, count, Level);
        return (share.Value, share.Interval);
    }

    private static (double Estimate, Interval Interval) Mean(double mean, double squares, long count)
    {
        var estimate = MeanEstimate.Of(count, 0, mean, Math.Sqrt(Math.Max(0, squares) / (count - 1)), Level);
        return (estimate.Mean, estimate.Interval);
    }

    private static (double Estimate, Interval Interval) Around(double estimate, double standardError)
    {
        var halfWidth = StandardNormal.UpperQuantile((1 - Level) / 2) * standardError;
        return double.IsFinite(estimate + halfWidth)
            ? (estimate, new(estimate - halfWidth, estimate + halfWidth))
            : (double.NaN, new(double.NegativeInfinity, double.PositiveInfinity));
    }

    // A difference of pairs is as exact as the luck that both share lets it be; no reference can know that.
    private static double StandardError(ReferenceStatistic statistic, CoMoments moments) =>
        statistic.Estimate.Kind == EstimateKind.Difference
            ? Math.Sqrt(SquaresOfDifference(moments) / (moments.Count - 1.0) / moments.Count)
            : statistic.StandardDeviation / Math.Sqrt(moments.Count);

    // Of a covariance, if the two numbers had nothing to do with each other.
    private static double IndependentError(CoMoments moments) =>
        Math.Sqrt(moments.VarianceX * moments.VarianceY / moments.Count);

    private static double SquaresOfDifference(CoMoments moments) =>
        moments.SquaresX + moments.SquaresY - (2 * moments.Products);

    private static double OfShare(double chance, double share, long count)
    {
        if (Math.Min(chance, 1 - chance) * count >= LeastExpected)
        {
            return (share - chance) / Math.Sqrt(chance * (1 - chance) / count);
        }

        var p = BinomialTest.TwoSidedP(Hits(share, count), count, chance);
        return Math.CopySign(p == 1 ? 0 : StandardNormal.UpperQuantile(p / 2), share - chance);
    }
}
