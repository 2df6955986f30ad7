namespace Escalation.Tuning;

/// <summary>The figures of all criteria for futures drawn with repetition. Orders are found once, so that a resample costs one
/// pass a policy.</summary>
internal sealed class FutureFigures
{
    // Weights that add up to a share are off by a few last digits of it.
    private const double Rounding = 1e-12;

    private readonly PolicyMatrix matrix;
    private readonly RobustOptions options;
    private readonly double[] weights;
    private readonly double[][] means;
    private readonly double[][] regrets;
    private readonly double[][] rawRegrets;
    private readonly int[][] worstFirst;
    private readonly int[][] leastRegretFirst;

    /// <summary>Prepares the figures of a matrix.</summary>
    public FutureFigures(PolicyMatrix matrix, RobustOptions options)
    {
        (this.matrix, this.options) = (matrix, options);
        weights = new double[matrix.Futures.Length];
        int[] places = [.. Enumerable.Range(0, weights.Length)];
        means = Columns(matrix.Mean);
        regrets = Columns(matrix.Regret);
        rawRegrets = Columns(matrix.RawRegret);
        worstFirst = [.. means.Select(values => places.OrderByDescending(place => values[place]).ToArray())];
        leastRegretFirst = [.. regrets.Select(values => places.OrderBy(place => values[place]).ToArray())];
    }

    /// <summary>Writes the figures: all policies by the first criterion, then by the next.</summary>
    /// <param name="places">Places of the drawn futures among those that count.</param>
    /// <param name="values">Criteria times policies.</param>
    public void Compute(ReadOnlySpan<int> places, Span<double> values)
    {
        Array.Clear(weights);
        var total = 0.0;
        foreach (var place in places)
        {
            var weight = matrix.Weight(matrix.Futures[place]);
            weights[place] += weight;
            total += weight;
        }

        for (var place = 0; place < weights.Length; place++)
        {
            weights[place] /= total;
        }

        for (var policy = 0; policy < matrix.PolicyCount; policy++)
        {
            Set(values, RobustCriterion.Expected, policy, Mean(means[policy]));
            Set(values, RobustCriterion.WorstMean, policy, WorstMean(policy));
            Set(values, RobustCriterion.MeanRegret, policy, Mean(regrets[policy]));
            Set(values, RobustCriterion.RegretPoint, policy, RegretPoint(policy, options.RegretShare));
            Set(values, RobustCriterion.GreatestRegret, policy, RegretPoint(policy, 1));
            Set(values, RobustCriterion.Satisficing, policy, ShareUpTo(means[policy], options.Threshold));
            Set(values, RobustCriterion.Domain, policy, ShareUpTo(rawRegrets[policy], options.Tie));
            Set(values, RobustCriterion.SeldomFar, policy, ShareUpTo(regrets[policy], options.Far));
        }
    }

    private double[][] Columns(Func<int, int, double> value) =>
    [
        .. Enumerable.Range(0, matrix.PolicyCount).Select(policy =>
            matrix.Futures.Select(future => value(policy, future)).ToArray()),
    ];

    private void Set(Span<double> values, RobustCriterion criterion, int policy, double value) =>
        values[((int)criterion * matrix.PolicyCount) + policy] = value;

    private double Mean(double[] values)
    {
        var sum = 0.0;
        for (var place = 0; place < values.Length; place++)
        {
            sum += weights[place] * values[place];
        }

        return sum;
    }

    // Rockafellar and Uryasev (2002), Journal of Banking and Finance 26, 1443–1471: the future at the border of the worst share
    // counts with the part of its weight that is still missing.
    private double WorstMean(int policy)
    {
        var (sum, left) = (0.0, options.WorstShare);
        foreach (var place in worstFirst[policy])
        {
            var weight = Math.Min(weights[place], left);
            sum += weight * means[policy][place];
            left -= weight;
            if (left <= 0)
            {
                break;
            }
        }

        return sum / (options.WorstShare - Math.Max(left, 0));
    }

    // The least regret up to which futures of at least that share lie.
    private double RegretPoint(int policy, double share)
    {
        var (held, point) = (0.0, double.NaN);
        foreach (var place in leastRegretFirst[policy])
        {
            if (held >= share - Rounding)
            {
                break;
            }

            held += weights[place];
            point = weights[place] > 0 ? regrets[policy][place] : point;
        }

        return point;
    }

    private double ShareUpTo(double[] values, double limit)
    {
        if (double.IsNaN(limit))
        {
            return double.NaN;
        }

        var share = 0.0;
        for (var place = 0; place < values.Length; place++)
        {
            share += values[place] <= limit ? weights[place] : 0;
        }

        return Math.Min(1, share);
    }
}
