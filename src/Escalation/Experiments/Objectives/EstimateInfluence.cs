using Escalation.Model;

namespace Escalation.Experiments;

/// <summary>The value of one estimate and the influence of each history on it.</summary>
internal static class EstimateInfluence
{
    /// <summary>The estimate.</summary>
    /// <param name="estimate">What is estimated.</param>
    /// <param name="column">One number a history; NaN where there is none.</param>
    internal static double Value(Estimate estimate, ReadOnlySpan<double> column) => estimate.Estimator switch
    {
        Estimator.Probability or Estimator.Mean => ExactMoments.Of(column).Mean,
        Estimator.Median => OrderStatistics.Quantile(Sorted(column), 0.5),
        Estimator.Quantile => OrderStatistics.Quantile(Sorted(column), estimate.Part),
        _ => Tail(Sorted(column), estimate.Part),
    };

    /// <summary>Its interval; the whole line where there are too few histories for one.</summary>
    internal static Interval Interval(Estimate estimate, ReadOnlySpan<double> column, double level)
    {
        var nothing = new Interval(double.NegativeInfinity, double.PositiveInfinity);
        switch (estimate.Estimator)
        {
            case Estimator.Probability:
                var moments = ExactMoments.Of(column);
                return ProportionEstimate.Of((long)moments.Sum, moments.Count, level).Interval;
            case Estimator.Mean:
                return MeanEstimate.Of(ExactMoments.Of(column), level).Interval;
            case Estimator.Cvar:
                return ConditionalTail.Of(Sorted(column), estimate.Part, level)?.Interval ?? nothing;
            default:
                var part = estimate.Estimator == Estimator.Median ? 0.5 : estimate.Part;
                return OrderStatistics.QuantileInterval(Sorted(column), part, level) ?? nothing;
        }
    }

    /// <summary>Adds a multiple of the influence of each history on an estimate.</summary>
    /// <param name="estimate">What is estimated.</param>
    /// <param name="column">One number a history; NaN where there is none, which then has none.</param>
    /// <param name="factor">The multiple.</param>
    /// <param name="influences">Where they are added.</param>
    internal static void Add(Estimate estimate, ReadOnlySpan<double> column, double factor, Span<double> influences)
    {
        var sorted = Sorted(column);
        if (sorted.Length == 0)
        {
            return;
        }

        // What few histories have, each of them weighs the more on.
        var weight = factor * column.Length / sorted.Length;
        var part = estimate.Estimator == Estimator.Median ? 0.5 : estimate.Part;
        var centre = estimate.Estimator is Estimator.Probability or Estimator.Mean
            ? ExactMoments.Of(sorted).Mean
            : OrderStatistics.Quantile(sorted, part);
        var scale = estimate.Estimator is Estimator.Median or Estimator.Quantile ? Sparsity(sorted, part) : 1;
        var tail = estimate.Estimator == Estimator.Cvar ? Tail(sorted, part) : 0;
        for (var replication = 0; replication < column.Length; replication++)
        {
            var value = column[replication];
            if (double.IsNaN(value))
            {
                continue;
            }

            influences[replication] += weight * estimate.Estimator switch
            {
                Estimator.Probability or Estimator.Mean => value - centre,
                Estimator.Cvar => centre + (Math.Max(0, value - centre) / (1 - part)) - tail,
                _ => scale * (part - (value <= centre ? 1 : 0)),
            };
        }
    }

    // The slope of the quantiles about one of them, which is 1 / density (Siddiqui 1960, J. Res. NBS 64B, 145–150), over the
    // width of its interval: so that the error that follows agrees with that interval.
    private static double Sparsity(double[] sorted, double part)
    {
        var width = 1.96 * Math.Sqrt(part * (1 - part) / sorted.Length);
        var (low, high) = (Math.Max(0, part - width), Math.Min(1, part + width));
        return (OrderStatistics.Quantile(sorted, high) - OrderStatistics.Quantile(sorted, low)) / (high - low);
    }

    // The mean of the greatest part 1 − q: of the value on the border as much counts as fills it (ConditionalTail).
    private static double Tail(double[] sorted, double part)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        var quantile = sorted[Math.Min(sorted.Length - 1, (int)(part * sorted.Length))];
        var excesses = new ExactMoments();
        foreach (var value in sorted)
        {
            excesses.Add(Math.Max(0, value - quantile));
        }

        return quantile + (excesses.Mean / (1 - part));
    }

    private static double[] Sorted(ReadOnlySpan<double> column)
    {
        var present = new List<double>(column.Length);
        foreach (var value in column)
        {
            if (!double.IsNaN(value))
            {
                present.Add(value);
            }
        }

        present.Sort();
        return [.. present];
    }
}
