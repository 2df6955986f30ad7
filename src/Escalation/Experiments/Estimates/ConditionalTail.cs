namespace Escalation.Experiments;

/// <summary>How bad the worst part of the histories is on average: the mean of a measure beyond one of its quantiles, also
/// called CVaR or expected shortfall.</summary>
/// <param name="Q">Which quantile, between 0 and 1; 0.95: the mean of the greatest twentieth.</param>
/// <param name="Value">The mean beyond it, in the unit of the measure.</param>
/// <param name="Interval">Its interval, in the same unit.</param>
/// <param name="Count">How many values lie beyond the quantile, the one that lies on it included: the figure rests on
/// them.</param>
/// <param name="Level">Confidence of the interval, between 0 and 1.</param>
/// <remarks>
/// <para>Rockafellar and Uryasev (2002), J. Banking &amp; Finance 26, 1443–1471: of the value on the border as much counts as
/// fills the part 1 − q, so that equal values make no difference.</para>
/// <para>The interval is asymptotic: the estimate is the mean of v + (X − v)⁺/(1 − q) to first order, where v is the quantile
/// (Trindade, Uryasev, Shapiro and Zrazhevsky 2007, J. Banking &amp; Finance 31, 3524–3538). Student's t with the number of
/// values in the tail, less one, stands for the normal quantile. A bootstrap would rest on the same tail values, and cost a
/// thousand sorts. With 1,000 exponential values it covers 93 %, with 10,000 94.7 %; where single values outweigh all others, as
/// in laws without a variance, no such interval does.</para>
/// </remarks>
public sealed record ConditionalTail(double Q, double Value, Interval Interval, long Count, double Level)
{
    /// <summary>The fewest values beyond the quantile for which an interval is given.</summary>
    public const int LeastCount = 20;

    /// <summary>Estimates the mean beyond a quantile.</summary>
    /// <param name="sorted">Values of independent replications in ascending order, all finite.</param>
    /// <param name="q">Which quantile, between 0 and 1, both excluded.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>The estimate; <see langword="null"/> if fewer than <see cref="LeastCount"/> values lie beyond the
    /// quantile.</returns>
    /// <exception cref="ArgumentOutOfRangeException">q or the level is out of its range.</exception>
    public static ConditionalTail? Of(ReadOnlySpan<double> sorted, double q = 0.95, double level = 0.95)
    {
        if (!(q > 0 && q < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(q), q, "This quantile lies between 0 and 1, both excluded.");
        }

        BinomialInterval.CheckLevel(level);

        // The first index of those beyond, for which q n is rounded where only the last bit keeps it from a whole number.
        var position = q * sorted.Length;
        var border = (int)(Math.Abs(position - Math.Round(position)) < 1e-9 ? Math.Round(position) : Math.Floor(position));
        var count = sorted.Length - border;
        if (count < LeastCount)
        {
            return null;
        }

        var quantile = sorted[border];
        var excesses = new ExactMoments();
        foreach (var value in sorted)
        {
            excesses.Add(Math.Max(0, value - quantile));
        }

        var mean = quantile + (excesses.Mean / (1 - q));
        var error = excesses.StandardDeviation / (1 - q) / Math.Sqrt(sorted.Length);
        var halfWidth = StudentLaw.UpperQuantile(count - 1, BinomialInterval.TailOf(level)) * error;
        return new(q, mean, new(mean - halfWidth, mean + halfWidth), count, level);
    }
}
