using System.Collections.Immutable;
using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Sensitivity by whole laws instead of variances: for results with tails or two humps.</summary>
/// <remarks>Pianosi and Wagener (2018), Environmental Modelling and Software 108, 197–207: from given points. The range of an
/// input is cut into slices of equally many points; the distance is that of Kolmogorov and Smirnov between the results of a slice
/// and those of all points. It is above 0 by chance, so it is held against a dummy: the same slices with the results dealt
/// anew.</remarks>
public static class Pawn
{
    private const double DummyQuantile = 0.95;

    /// <summary>The indices of all inputs.</summary>
    /// <param name="inputs">For each input its value at each point, in any unit; no NaN. Equal values stay in one slice.</param>
    /// <param name="outcomes">The result at each point; finite. Single histories serve as well as means.</param>
    /// <param name="seed">The seed of the dummies.</param>
    /// <param name="name">What is estimated.</param>
    /// <param name="slices">Number of slices, at least 2; each should hold some tens of points.</param>
    /// <param name="dummies">How often results are dealt anew, at least 100.</param>
    /// <returns>One index an input.</returns>
    /// <exception cref="ArgumentException">An input has not as many values as there are results, or a number is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static ImmutableArray<PawnIndex> Indices(
        IReadOnlyList<double[]> inputs, double[] outcomes, ulong seed, string name, int slices = 10, int dummies = 400)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slices, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(dummies, 100);
        Check(inputs, outcomes, slices);

        // Points in ascending order of their result; ends[k]: the k-th of them is the last of its value.
        int[] order = [.. Enumerable.Range(0, outcomes.Length).OrderBy(point => outcomes[point])];
        bool[] ends =
        [
            .. Enumerable.Range(0, order.Length).Select(place =>
                place == order.Length - 1 || outcomes[order[place]] < outcomes[order[place + 1]]),
        ];
        var key = DesignKey.Of(seed, "pawn", name);
        return
        [
            .. inputs.Select((values, input) =>
            {
                var slicing = Slice(values, slices);
                int[] dealt = [.. order.Select(point => slicing[point])];
                return Index(dealt, ends, Key.Derive(key, (ulong)input), dummies);
            }),
        ];
    }

    // In which slice each point lies: cuts at equal ranks, moved up to where the value changes.
    private static int[] Slice(double[] values, int slices)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(point => values[point])];
        var slicing = new int[values.Length];
        var (slice, cut) = (0, 1);
        for (var place = 0; place < order.Length; place++)
        {
            if (place > 0 && place >= (long)cut * order.Length / slices && values[order[place]] > values[order[place - 1]])
            {
                slice++;
                while (place >= (long)cut * order.Length / slices)
                {
                    cut++;
                }
            }

            slicing[order[place]] = slice;
        }

        return slicing;
    }

    private static PawnIndex Index(int[] dealt, bool[] ends, ulong key, int dummies)
    {
        var sizes = new int[dealt.Max() + 1];
        foreach (var slice in dealt)
        {
            sizes[slice]++;
        }

        var (median, greatest) = Distances(dealt, ends, sizes);
        var (medians, greatests) = (new double[dummies], new double[dummies]);
        for (var dummy = 0; dummy < dummies; dummy++)
        {
            var stream = new KeyedStream(Key.Derive(key, (ulong)dummy));
            int[] anew = [.. UniformIndex.Order(ref stream, dealt.Length).Select(place => dealt[place])];
            (medians[dummy], greatests[dummy]) = Distances(anew, ends, sizes);
        }

        Array.Sort(medians);
        Array.Sort(greatests);
        return new(
            median,
            greatest,
            OrderStatistics.Quantile(medians, DummyQuantile),
            OrderStatistics.Quantile(greatests, DummyQuantile),
            sizes.Length);
    }

    // Median and maximum over slices of the greatest gap between the distribution function in the slice and that of all.
    private static (double Median, double Greatest) Distances(int[] dealt, bool[] ends, int[] sizes)
    {
        var counts = new int[sizes.Length];
        var gaps = new double[sizes.Length];
        for (var place = 0; place < dealt.Length; place++)
        {
            counts[dealt[place]]++;
            if (!ends[place])
            {
                continue;
            }

            var all = (place + 1.0) / dealt.Length;
            for (var slice = 0; slice < gaps.Length; slice++)
            {
                gaps[slice] = Math.Max(gaps[slice], Math.Abs(((double)counts[slice] / sizes[slice]) - all));
            }
        }

        Array.Sort(gaps);
        return (OrderStatistics.Quantile(gaps, 0.5), gaps[^1]);
    }

    private static void Check(IReadOnlyList<double[]> inputs, double[] outcomes, int slices)
    {
        if (outcomes.Length < slices || !outcomes.All(double.IsFinite))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{slices} slices need at least as many points with finite results, but there are {outcomes.Length}."));
        }

        for (var input = 0; input < inputs.Count; input++)
        {
            if (inputs[input].Length != outcomes.Length || inputs[input].Any(double.IsNaN))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Input {input} must have a number at each of the {outcomes.Length} points."));
            }
        }
    }
}
