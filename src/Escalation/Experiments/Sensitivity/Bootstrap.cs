using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Draws rows anew and takes percentile intervals of what is computed from them.</summary>
/// <remarks>Efron (1979), Annals of Statistics 7, 1–26; Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter
/// 13. The rows of a resample follow from seed, name and number of the resample, and are the same for all figures.</remarks>
internal static class Bootstrap
{
    private const int FewestResamples = 100;

    /// <summary>Refuses a plan that gives no interval.</summary>
    public static void Check(BootstrapPlan plan, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Resamples, FewestResamples);
        BinomialInterval.CheckLevel(plan.Level);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
    }

    /// <summary>Figures of all rows, with an interval each.</summary>
    /// <param name="plan">How rows are drawn.</param>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="figures">How many figures there are.</param>
    /// <param name="compute">Writes the figures of rows given by their indices; NaN where one has no value.</param>
    /// <returns>One estimate a figure.</returns>
    public static BootstrapEstimate[] Of(BootstrapPlan plan, int rows, int figures, Action<int[], Span<double>> compute)
    {
        Check(plan, rows);
        var indices = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            indices[row] = row;
        }

        var values = new double[figures];
        compute(indices, values);

        var drawn = new double[figures][];
        for (var figure = 0; figure < figures; figure++)
        {
            drawn[figure] = new double[plan.Resamples];
        }

        var key = DesignKey.Of(plan.Seed, "bootstrap", plan.Name);
        var found = new double[figures];
        for (var resample = 0; resample < plan.Resamples; resample++)
        {
            var stream = new KeyedStream(Key.Derive(key, (ulong)resample));
            for (var row = 0; row < rows; row++)
            {
                indices[row] = UniformIndex.Draw(ref stream, rows);
            }

            compute(indices, found);
            for (var figure = 0; figure < figures; figure++)
            {
                drawn[figure][resample] = found[figure];
            }
        }

        return [.. values.Select((value, figure) => new BootstrapEstimate(value, Percentiles(drawn[figure], plan.Level)))];
    }

    /// <summary>The range that leaves the same share of the resamples on each side.</summary>
    /// <remarks>A resample without a value could have had any: it counts as −∞ for the lower end and as +∞ for the upper. Ranks
    /// ⌊(R + 1) α/2⌋ from either side, and at least the outermost.</remarks>
    internal static Interval Percentiles(double[] drawn, double level)
    {
        double[] known = [.. drawn.Where(value => !double.IsNaN(value)).Order()];
        var unknown = drawn.Length - known.Length;

        // A level of 0.95 leaves a hair less than a fortieth on each side in doubles.
        var rank = Math.Max(1, (int)(((drawn.Length + 1) * BinomialInterval.TailOf(level)) + 1e-9));
        var place = rank - 1 - unknown;
        return place < 0 || known.Length == 0
            ? new(double.NegativeInfinity, double.PositiveInfinity)
            : new(known[place], known[known.Length - 1 - place]);
    }
}
