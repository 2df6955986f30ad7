using System.Collections.Immutable;
using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Whether a box comes again when half of its futures are searched.</summary>
/// <param name="Samples">How many halves were searched.</param>
/// <param name="Inputs">Every input, in order.</param>
/// <remarks>
/// After the reproducibility statistics of Bryant and Lempert (2010): each time half of the futures are drawn without replacement
/// and peeled; of that trajectory the box whose coverage is nearest to that of the box in question is compared, and apart from it
/// the one of the nearest density. A limit that matters is there nearly every time. The spread of a limit describes how much it
/// hangs on which futures there were; halves overlap, so that it is no confidence interval.
/// </remarks>
public sealed record BoxStability(int Samples, ImmutableArray<LimitStability> Inputs)
{
    private const double SpreadTail = 0.05;

    /// <summary>Searches halves of the futures of a box.</summary>
    /// <param name="found">The box.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="samples">How many halves; at least 1.</param>
    /// <param name="options">How boxes are peeled, as they were for <paramref name="found"/>; <see langword="null"/>: by default.
    /// </param>
    /// <returns>Shares and spreads.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option or the number of samples is out of range.</exception>
    public static BoxStability Of(DiscoveredBox found, ulong seed, int samples = 100, PrimOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        var how = options ?? new PrimOptions();
        how.Check();
        var (sameCoverage, sameDensity) = (new FutureBox[samples], new FutureBox[samples]);
        var name = Key.OfName("discovery half");
        for (var sample = 0; sample < samples; sample++)
        {
            var steps = Peeling.Of(found.Futures, how, Half(found.Futures.Count, KeyedStream.Derive(seed, name, (ulong)sample)));

            // Many boxes can have one coverage, as long as no case is lost: the densest of them is the one to compare.
            sameCoverage[sample] = steps.OrderBy(step => Distance(step.Coverage, found.Final.Coverage))
                .ThenByDescending(step => step.Density).First().Box;
            sameDensity[sample] = steps.OrderBy(step => Distance(step.Density, found.Final.Density))
                .ThenByDescending(step => step.Coverage).First().Box;
        }

        return new(
            samples,
            [.. found.Futures.Inputs.Select((_, input) => Of(found.Futures, input, sameCoverage, sameDensity))]);
    }

    private static LimitStability Of(Futures futures, int input, FutureBox[] sameCoverage, FutureBox[] sameDensity)
    {
        var limits = sameCoverage.Select(box => box.Limit(input)).OfType<BoxLimit>().ToList();
        var samples = (double)sameCoverage.Length;
        return new(
            input,
            limits.Count / samples,
            sameDensity.Count(box => box.Limit(input) is not null) / samples,
            End(limits.Where(limit => limit.IsLimitedBelow).Select(limit => limit.Range.Lower)),
            End(limits.Where(limit => limit.IsLimitedAbove).Select(limit => limit.Range.Upper)),
            futures.Inputs[input].IsCategorical ? [.. futures.Categories(input).Select(Category)] : []);

        EndStability End(IEnumerable<double> ends)
        {
            double[] sorted = [.. ends.Order()];
            return new(
                sorted.Length / samples,
                new(OrderStatistics.Quantile(sorted, SpreadTail), OrderStatistics.Quantile(sorted, 1 - SpreadTail)));
        }

        CategoryStability Category(double category) =>
            new(category, limits.Count(limit => !limit.Categories.Contains(category)) / samples);
    }

    /// <summary>Half of the futures, any half as likely as any other: the first places of a shuffle (Durstenfeld 1964).</summary>
    internal static bool[] Half(int count, KeyedStream stream)
    {
        int[] rows = [.. Enumerable.Range(0, count)];
        var isDrawn = new bool[count];
        for (var place = 0; place < count / 2; place++)
        {
            var other = place + (int)(stream.NextUniform() * (count - place));
            (rows[place], rows[other]) = (rows[other], rows[place]);
            isDrawn[rows[place]] = true;
        }

        return isDrawn;
    }

    // A half without cases has no coverage; it says nothing, and its first box, everything, is as good as any.
    private static double Distance(double one, double other)
    {
        var distance = Math.Abs(one - other);
        return double.IsNaN(distance) ? double.PositiveInfinity : distance;
    }
}
