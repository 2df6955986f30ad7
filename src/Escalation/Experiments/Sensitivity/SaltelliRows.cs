namespace Escalation.Experiments;

/// <summary>What each row of a Saltelli design adds to the indices, with the noise of the simulation taken off.</summary>
/// <remarks>
/// <para>Let Y_r(p) be history r of m at point p, with E Y_r(p) = f(p), and histories of different r independent; those of one r
/// may have anything in common. Then for any product Q of two linear forms in the points, the mean over pairs r ≠ s of
/// L₁(Y_r) L₂(Y_s) has the expectation L₁(f) L₂(f), as its two factors share no luck. That mean equals
/// L₁(Ȳ) L₂(Ȳ) − c/m, where Ȳ is the mean over r and c the sample covariance of L₁(Y_r) and L₂(Y_r) over r. So from
/// (Ȳ_A − Ȳ_AB)² goes the variance of the paired differences over m, and from Ȳ_B (Ȳ_AB − Ȳ_A) the covariance of B with the
/// paired differences over m. Without common random numbers these are s²_A/m + s²_AB/m and 0 on average, as in Hart, Alexanderian
/// and Gremaud (2017), SIAM Journal on Scientific Computing 39, A1514–A1530; with them they are what they are, measured.</para>
/// <para>The mean over all rows, about which products are taken, has noise too, which does not vanish with many rows if all rows
/// share their luck: its share is found in the same way from the means over rows of each history.</para>
/// </remarks>
internal sealed class SaltelliRows
{
    private readonly double[] means;
    private readonly double[] squares;
    private readonly double[] differences;
    private readonly double[] products;
    private readonly double[] halfSquares;
    private readonly double[] productNoise;
    private double squareNoise;

    private SaltelliRows(int inputs, int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        Inputs = inputs;
        var (rows, rest) = Math.DivRem(points, PointsPerRow);
        if (rest != 0 || rows < 2)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{inputs} inputs need rows of {PointsPerRow} points, and at least 2 of them, but there are {points} points."));
        }

        Count = rows;
        (means, squares) = (new double[rows], new double[rows]);
        differences = new double[rows * inputs];
        products = new double[rows * inputs];
        halfSquares = new double[rows * inputs];
        productNoise = new double[inputs];
    }

    /// <summary>Gets the number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Count { get; }

    /// <summary>Gets the variance of the mean at a point of A or B that luck alone makes; NaN if it is not known.</summary>
    public double NoiseVariance { get; private set; } = double.NaN;

    /// <summary>Gets the greatest magnitude of a mean, against which rounding is judged.</summary>
    public double Scale { get; private set; }

    private int PointsPerRow => SaltelliDesign.PointsPerRowOf(Inputs);

    /// <summary>Takes all histories of all points.</summary>
    public static SaltelliRows OfReplications(int inputs, IReadOnlyList<double[]> outcomes)
    {
        var rows = new SaltelliRows(inputs, outcomes.Count);
        var replications = PointMeans.ReplicationsOf(outcomes);
        rows.TakeMeans(PointMeans.Of(outcomes));
        if (replications >= 2)
        {
            rows.TakeOffNoise(outcomes, replications);
        }

        return rows;
    }

    /// <summary>Takes means with independent noise.</summary>
    public static SaltelliRows OfMeans(int inputs, ReadOnlySpan<double> means, ReadOnlySpan<double> noiseVariances)
    {
        var rows = new SaltelliRows(inputs, means.Length);
        PointMeans.Check(means, noiseVariances);
        rows.TakeMeans(means);
        if (!noiseVariances.IsEmpty)
        {
            rows.TakeOffNoise(noiseVariances);
        }

        return rows;
    }

    /// <summary>Variance, then first and total index of each input, from rows given by their indices; NaN where the variance is
    /// not above 0.</summary>
    public void Indices(int[] chosen, Span<double> figures)
    {
        var (mean, square) = (0.0, 0.0);
        foreach (var row in chosen)
        {
            mean += means[row];
            square += squares[row];
        }

        mean /= chosen.Length;

        // The sample variance of the 2N points of A and B, with divisor 2N − 1.
        var points = 2.0 * chosen.Length;
        var variance = ((square / chosen.Length) - (mean * mean) + squareNoise) * (points / (points - 1));
        figures[0] = variance;
        var (first, total, difference) = (new double[Inputs], new double[Inputs], new double[Inputs]);
        foreach (var row in chosen)
        {
            for (var input = 0; input < Inputs; input++)
            {
                var place = (row * Inputs) + input;
                first[input] += products[place];
                total[input] += halfSquares[place];
                difference[input] += differences[place];
            }
        }

        for (var input = 0; input < Inputs; input++)
        {
            var product = ((first[input] - (mean * difference[input])) / chosen.Length) + productNoise[input];
            figures[1 + (2 * input)] = variance > 0 ? product / variance : double.NaN;
            figures[2 + (2 * input)] = variance > 0 ? total[input] / chosen.Length / variance : double.NaN;
        }
    }

    private void TakeMeans(ReadOnlySpan<double> of)
    {
        // About the mean of all, so that a constant that is added to all results changes nothing but rounding.
        var centre = 0.0;
        for (var row = 0; row < Count; row++)
        {
            centre += (of[row * PointsPerRow] + of[(row * PointsPerRow) + Inputs + 1]) / (2.0 * Count);
        }

        for (var row = 0; row < Count; row++)
        {
            var points = of.Slice(row * PointsPerRow, PointsPerRow);
            var (a, b) = (points[0] - centre, points[^1] - centre);
            Scale = Math.Max(Scale, Math.Max(Math.Abs(points[0]), Math.Abs(points[^1])));
            means[row] = (a + b) / 2;
            squares[row] = ((a * a) + (b * b)) / 2;
            for (var input = 0; input < Inputs; input++)
            {
                var place = (row * Inputs) + input;
                var difference = points[input + 1] - points[0];
                differences[place] = difference;
                products[place] = b * difference;
                halfSquares[place] = difference * difference / 2;
            }
        }
    }

    private void TakeOffNoise(ReadOnlySpan<double> variances)
    {
        NoiseVariance = 0;
        for (var row = 0; row < Count; row++)
        {
            var points = variances.Slice(row * PointsPerRow, PointsPerRow);
            var ofMean = (points[0] + points[^1]) / 2;
            squares[row] -= ofMean;
            NoiseVariance += ofMean / Count;
            squareNoise += ofMean / 2 / Count / Count;
            for (var input = 0; input < Inputs; input++)
            {
                halfSquares[(row * Inputs) + input] -= (points[0] + points[input + 1]) / 2;

                // Of the mean over rows with the mean difference: A is in both, with opposite signs.
                productNoise[input] -= points[0] / 2 / Count / Count;
            }
        }
    }

    private void TakeOffNoise(IReadOnlyList<double[]> outcomes, int replications)
    {
        NoiseVariance = 0;
        var meanOfAll = new double[replications];
        var differencesOfAll = new double[Inputs][];
        var difference = new double[replications];
        for (var input = 0; input < Inputs; input++)
        {
            differencesOfAll[input] = new double[replications];
        }

        for (var row = 0; row < Count; row++)
        {
            var (a, b) = (outcomes[row * PointsPerRow], outcomes[(row * PointsPerRow) + Inputs + 1]);
            var ofMean = (PointMeans.NoiseOf(a, a) + PointMeans.NoiseOf(b, b)) / 2;
            squares[row] -= ofMean;
            NoiseVariance += ofMean / Count;
            for (var r = 0; r < replications; r++)
            {
                meanOfAll[r] += (a[r] + b[r]) / 2 / Count;
            }

            for (var input = 0; input < Inputs; input++)
            {
                var changed = outcomes[(row * PointsPerRow) + input + 1];
                for (var r = 0; r < replications; r++)
                {
                    difference[r] = changed[r] - a[r];
                    differencesOfAll[input][r] += difference[r] / Count;
                }

                var place = (row * Inputs) + input;
                products[place] -= PointMeans.NoiseOf(b, difference);
                halfSquares[place] -= PointMeans.NoiseOf(difference, difference) / 2;
            }
        }

        squareNoise = PointMeans.NoiseOf(meanOfAll, meanOfAll);
        for (var input = 0; input < Inputs; input++)
        {
            productNoise[input] = PointMeans.NoiseOf(meanOfAll, differencesOfAll[input]);
        }
    }
}
