namespace Escalation.Tuning;

/// <summary>Watches a run of the evolution strategy for its end.</summary>
/// <remarks>Hansen, arXiv:1604.00772, appendix B.3, which gives all constants.</remarks>
internal sealed class CmaStopping(int n, int lambda, double firstStep, CmaOptions options)
{
    private const double MostCondition = 1e14;
    private const double MostGrowth = 1e4;
    private const int LongestHistory = 20_000;

    private readonly List<double> best = [];
    private readonly List<double> median = [];

    /// <summary>Says whether values have ended the run.</summary>
    /// <param name="sorted">The values of those points of a generation that are allowed, rising.</param>
    public CmaStop OfValues(ReadOnlySpan<double> sorted)
    {
        // A generation without any is on its way to where some are.
        if (sorted.Length == 0)
        {
            return CmaStop.None;
        }

        best.Add(sorted[0]);
        median.Add(sorted[sorted.Length / 2]);
        var recent = 10 + (int)Math.Ceiling(30.0 * n / lambda);
        if (best.Count >= recent && sorted.Length == lambda && sorted[^1] - sorted[0] <= options.ValueTolerance
            && Range(best, recent) <= options.ValueTolerance)
        {
            return CmaStop.ValueTolerance;
        }

        var length = Math.Max(120 + (30 * n / lambda), Math.Min(LongestHistory, best.Count / 5));
        return best.Count >= length && HasStagnated(best, length) && HasStagnated(median, length)
            ? CmaStop.Stagnation
            : CmaStop.None;
    }

    /// <summary>Says whether the distribution has ended the run.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="step">Its step size σ.</param>
    /// <param name="path">The path of the covariance.</param>
    /// <param name="covariance">Its covariance C, row by row.</param>
    /// <param name="lengths">Square roots of the eigenvalues of C.</param>
    /// <param name="axes">Eigenvectors by column.</param>
    /// <param name="generation">Number of the generation, which says whose turn it is among the axes.</param>
    public CmaStop OfDistribution(
        double[] mean, double step, double[] path, double[] covariance, double[] lengths, double[] axes, int generation)
    {
        var (shortest, longest) = (lengths.Min(), lengths.Max());
        if (!(longest <= Math.Sqrt(MostCondition) * shortest))
        {
            return CmaStop.Condition;
        }

        if (step * longest > MostGrowth * firstStep)
        {
            return CmaStop.Divergence;
        }

        var (isTiny, hasEffect) = (true, true);
        var axis = generation % n;
        var hasAxisEffect = false;
        for (var i = 0; i < n; i++)
        {
            var deviation = step * Math.Sqrt(covariance[(i * n) + i]);
            isTiny &= Math.Max(deviation, step * Math.Abs(path[i])) < options.StepTolerance * firstStep;
            hasEffect &= mean[i] + (0.2 * deviation) != mean[i];
            hasAxisEffect |= mean[i] + (0.1 * step * lengths[axis] * axes[(i * n) + axis]) != mean[i];
        }

        return isTiny ? CmaStop.StepTolerance : hasEffect && hasAxisEffect ? CmaStop.None : CmaStop.NoEffect;
    }

    private static double Range(List<double> values, int length) =>
        values.TakeLast(length).Max() - values.TakeLast(length).Min();

    // Whether the median of the last three tenths is no better than that of the first three.
    private static bool HasStagnated(List<double> values, int length)
    {
        var part = Math.Max(1, length * 3 / 10);
        var start = values.Count - length;
        return Median(values.GetRange(values.Count - part, part)) >= Median(values.GetRange(start, part));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
