namespace Escalation.Experiments;

/// <summary>Numbers with weights: the law of one uncertainty or of one result.</summary>
/// <remarks>Immutable.</remarks>
public sealed class WeightedSample
{
    private readonly double[] values;
    private readonly double[] weights;
    private readonly double[] below;

    private WeightedSample(double[] values, double[] weights)
    {
        (this.values, this.weights) = (values, weights);
        below = new double[values.Length];
        var sum = 0.0;
        for (var index = 0; index < values.Length; index++)
        {
            below[index] = sum += weights[index];
            Mean += weights[index] * values[index];
        }

        for (var index = 0; index < values.Length; index++)
        {
            Variance += weights[index] * (values[index] - Mean) * (values[index] - Mean);
        }

        EffectiveCount = ParticleCloud.Effective(weights);
    }

    /// <summary>How many numbers there are.</summary>
    public int Count => values.Length;

    /// <summary>Their weighted mean.</summary>
    public double Mean { get; }

    /// <summary>Their weighted variance.</summary>
    public double Variance { get; }

    /// <summary>The root of <see cref="Variance"/>.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>How many equally weighted numbers would say as much.</summary>
    public double EffectiveCount { get; }

    /// <summary>Takes numbers with weights.</summary>
    /// <param name="values">The numbers; NaN where there is none.</param>
    /// <param name="weights">One a number, not negative; they need not sum to 1.</param>
    /// <returns>The sample, without what is missing or has no weight; null if nothing is left.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a weight is negative.</exception>
    public static WeightedSample? Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (values.Length != weights.Length)
        {
            throw new ArgumentException($"There are {values.Length} numbers and {weights.Length} weights.", nameof(weights));
        }

        var kept = new List<(double Value, double Weight)>(values.Length);
        var sum = 0.0;
        for (var index = 0; index < values.Length; index++)
        {
            if (!(weights[index] >= 0))
            {
                throw new ArgumentException("A weight is negative or not a number.", nameof(weights));
            }

            if (!double.IsNaN(values[index]) && weights[index] > 0)
            {
                kept.Add((values[index], weights[index]));
                sum += weights[index];
            }
        }

        // A stable order: equal numbers keep theirs, so sums have the same last digits on every machine.
        var ordered = kept.OrderBy(one => one.Value).ToList();
        return kept.Count == 0
            ? null
            : new([.. ordered.Select(one => one.Value)], [.. ordered.Select(one => one.Weight / sum)]);
    }

    /// <summary>Takes numbers that count alike.</summary>
    /// <param name="values">The numbers; NaN where there is none.</param>
    /// <returns>The sample; null if there is no number.</returns>
    public static WeightedSample? Of(ReadOnlySpan<double> values)
    {
        var weights = new double[values.Length];
        Array.Fill(weights, 1);
        return Of(values, weights);
    }

    /// <summary>The number below which a share of the weight lies.</summary>
    /// <param name="q">The share, between 0 and 1.</param>
    /// <returns>The quantile: each number stands at the middle of its weight, and between two of them it is linear (definition 5
    /// of Hyndman and Fan 1996, The American Statistician 50, 361–365, for equal weights).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public double Quantile(double q)
    {
        if (!(q is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(q), q, "A share lies from 0 to 1.");
        }

        var previous = 0.0;
        for (var index = 0; index < values.Length; index++)
        {
            var middle = below[index] - (weights[index] / 2);
            if (middle >= q)
            {
                return index == 0
                    ? values[0]
                    : OrderStatistics.Between(values[index - 1], values[index], (q - previous) / (middle - previous));
            }

            previous = middle;
        }

        return values[^1];
    }

    /// <summary>The range that leaves the same share of the weight on each side.</summary>
    /// <param name="level">The share inside, between 0 and 1.</param>
    public Interval CentralRange(double level)
    {
        var tail = BinomialInterval.TailOf(level);
        return new(Quantile(tail), Quantile(1 - tail));
    }

    /// <summary>The share of the weight at or below a number.</summary>
    /// <param name="x">The number.</param>
    public double AtMost(double x)
    {
        var (low, high) = (0, values.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (values[middle] <= x)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? 0 : Math.Min(1, below[low - 1]);
    }

    /// <summary>The greatest distance between the distribution functions of two samples: Kolmogorov's.</summary>
    /// <param name="other">The other sample.</param>
    /// <returns>From 0 to 1.</returns>
    public double DistanceTo(WeightedSample other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return values.Concat(other.values).Max(x => Math.Abs(AtMost(x) - other.AtMost(x)));
    }

    /// <summary>The chance of a number as far out as an observed one, on its side of the sample or the other.</summary>
    /// <param name="observed">The observed number.</param>
    /// <returns>Twice the smaller of the chances to be at most it and at least it, and never above 1.</returns>
    public double TwoSidedTail(double observed)
    {
        var above = 0.0;
        for (var index = values.Length - 1; index >= 0 && values[index] >= observed; index--)
        {
            above += weights[index];
        }

        return Math.Min(1, 2 * Math.Min(AtMost(observed), above));
    }

    /// <summary>Places of numbers in the order of weight, from 0 to 1: what a rank correlation correlates.</summary>
    internal static double[] Places(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var sample = Of(values, weights);
        var places = new double[values.Length];
        for (var index = 0; index < places.Length; index++)
        {
            // Ties share the middle of their weight.
            places[index] = sample is null ? 0.5
                : (sample.AtMost(values[index]) + sample.AtMost(Math.BitDecrement(values[index]))) / 2;
        }

        return places;
    }
}
