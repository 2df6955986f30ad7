using System.Collections.Immutable;
using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Where what came lay in the laws that were forecast: flat if forecasts are right, a hill if they are too wide, a
/// valley if too narrow, aslant if they are biased.</summary>
/// <param name="Shares">Heights of bins of equal width over 0 to 1; together 1.</param>
/// <param name="Count">How many forecasts there were.</param>
/// <param name="Bands">For each bin the range in which the height of right forecasts lies with 95 %.</param>
/// <param name="Statistic">Sum of squared distances of the heights from flat.</param>
/// <param name="P">Chance of a sum at least as great if the forecasts are right.</param>
/// <remarks>
/// <para>The probability integral transform of counts without luck: Czado, Gneiting and Held (2009), Biometrics 65, 1254–1261. A
/// count y spreads evenly over P(X &lt; y) to P(X ≤ y); the histogram is the mean over dates.</para>
/// <para>Since a date fills several bins, no chi-square law holds. Band and test come from drawing what might have come from the
/// forecasts themselves (Barnard's Monte Carlo test, 1963): with R draws the test errs with exactly its level, whatever the laws,
/// as far as dates are independent given their forecasts. A forecast that is a sample of n histories is off by about 1/n.</para>
/// </remarks>
public sealed record PitUniformity(
    ImmutableArray<double> Shares, int Count, ImmutableArray<Interval> Bands, double Statistic, double P)
{
    private const double BandLevel = 0.95;
    private const int FewestDraws = 99;

    /// <summary>Makes the histogram and its test.</summary>
    /// <param name="forecasts">One forecast a date; at least one.</param>
    /// <param name="observed">What came, as many; not negative.</param>
    /// <param name="seed">The seed of what might have come.</param>
    /// <param name="bins">How many bins; at least 2.</param>
    /// <param name="draws">How often all dates are drawn; at least 99. The least p-value is 1/(draws + 1).</param>
    /// <returns>The histogram.</returns>
    /// <exception cref="ArgumentException">There are no forecasts, or not as many counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static PitUniformity Of(
        IReadOnlyList<CountForecast> forecasts, IReadOnlyList<long> observed, ulong seed, int bins = 10, int draws = 999)
    {
        IntervalCoverage.CheckCounts(forecasts, observed);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, FewestDraws);
        var shares = new double[bins];
        for (var date = 0; date < forecasts.Count; date++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(observed[date], nameof(observed));
            Spread(forecasts[date].AtMost(observed[date] - 1), forecasts[date].AtMost(observed[date]), shares);
        }

        var drawn = Drawn(forecasts, seed, bins, draws);
        var statistic = Distance(shares, forecasts.Count);

        // A draw of the same heights in another order of adding is as far.
        var asFar = drawn.Count(heights => Distance(heights, forecasts.Count) >= statistic - 1e-12);
        return new(
            [.. shares.Select(share => share / forecasts.Count)],
            forecasts.Count,
            [.. Enumerable.Range(0, bins).Select(bin => Band(drawn, bin, forecasts.Count))],
            statistic,
            (asFar + 1.0) / (draws + 1.0));
    }

    private static double[][] Drawn(IReadOnlyList<CountForecast> forecasts, ulong seed, int bins, int draws)
    {
        double[][] drawn = [.. Enumerable.Range(0, draws).Select(_ => new double[bins])];
        var key = DesignKey.Of(seed, "forecast", "transform");
        for (var date = 0; date < forecasts.Count; date++)
        {
            var stream = new KeyedStream(Key.Derive(key, (ulong)date));
            var table = CountTable.Of(forecasts[date]);
            foreach (var heights in drawn)
            {
                var (below, upTo) = table.Step(stream.NextOpenUniform());
                Spread(below, upTo, heights);
            }
        }

        return drawn;
    }

    // Where the law gives what came no chance at all, the two ends are one point.
    private static void Spread(double below, double upTo, double[] heights)
    {
        var width = upTo - below;
        var last = heights.Length - 1;
        if (!(width > 0))
        {
            heights[Math.Min(last, (int)(upTo * heights.Length))] += 1;
            return;
        }

        var (first, end) = (Math.Min(last, (int)(below * heights.Length)), Math.Min(last, (int)(upTo * heights.Length)));
        for (var bin = first; bin <= end; bin++)
        {
            var (from, to) = ((double)bin / heights.Length, bin == last ? 1 : (bin + 1.0) / heights.Length);
            heights[bin] += Math.Max(0, Math.Min(to, upTo) - Math.Max(from, below)) / width;
        }
    }

    private static double Distance(double[] heights, int count)
    {
        var sum = 0.0;
        foreach (var height in heights)
        {
            var distance = (height / count) - (1.0 / heights.Length);
            sum += distance * distance;
        }

        return sum;
    }

    private static Interval Band(double[][] drawn, int bin, int count)
    {
        double[] heights = [.. drawn.Select(all => all[bin] / count).Order()];
        var tail = BinomialInterval.TailOf(BandLevel);
        return new(OrderStatistics.Quantile(heights, tail), OrderStatistics.Quantile(heights, 1 - tail));
    }
}
