namespace Escalation.Tuning;

/// <summary>The default parameters of the evolution strategy, in the symbols of their source.</summary>
/// <remarks>Hansen, The CMA Evolution Strategy: A Tutorial, arXiv:1604.00772, table 1 and equations 49 to 58.</remarks>
internal sealed class CmaParameters
{
    /// <summary>The parameters.</summary>
    /// <param name="n">Dimension, at least 1.</param>
    /// <param name="lambda">Population, at least 4.</param>
    /// <param name="isActive">Whether the worse half of the points has negative weights in the covariance.</param>
    public CmaParameters(int n, int lambda, bool isActive)
    {
        var mu = lambda / 2;
        double[] raw = [.. Enumerable.Range(1, lambda).Select(rank => Math.Log((lambda + 1) / 2.0) - Math.Log(rank))];
        MuEff = Effective(raw.AsSpan(0, mu));
        CSigma = (MuEff + 2) / (n + MuEff + 5);
        DSigma = 1 + (2 * Math.Max(0, Math.Sqrt((MuEff - 1) / (n + 1)) - 1)) + CSigma;
        CC = (4 + (MuEff / n)) / (n + 4 + (2 * MuEff / n));
        C1 = 2 / (((n + 1.3) * (n + 1.3)) + MuEff);
        CMu = Math.Min(1 - C1, 2 * (0.25 + MuEff + (1 / MuEff) - 2) / (((n + 2.0) * (n + 2)) + MuEff));
        ChiN = Math.Sqrt(n) * (1 - (1.0 / (4 * n)) + (1.0 / (21.0 * n * n)));
        Mu = mu;
        Weights = Weigh(raw, n, isActive);
        WeightSum = Weights.Sum();
    }

    /// <summary>Gets how many points are recombined.</summary>
    public int Mu { get; }

    /// <summary>Gets the weights by rank; the first μ sum to 1, the others are 0 or negative.</summary>
    public double[] Weights { get; }

    /// <summary>Gets the sum of all weights.</summary>
    public double WeightSum { get; }

    /// <summary>Gets the variance effective selection mass.</summary>
    public double MuEff { get; }

    /// <summary>Gets the learning rate of the path of the step size.</summary>
    public double CSigma { get; }

    /// <summary>Gets the damping of the step size.</summary>
    public double DSigma { get; }

    /// <summary>Gets the learning rate of the path of the covariance.</summary>
    public double CC { get; }

    /// <summary>Gets the learning rate of the update of rank one.</summary>
    public double C1 { get; }

    /// <summary>Gets the learning rate of the update of rank μ.</summary>
    public double CMu { get; }

    /// <summary>Gets the expected length of a standard normal vector.</summary>
    public double ChiN { get; }

    /// <summary>The default population, 4 + ⌊3 ln n⌋.</summary>
    public static int DefaultPopulation(int n) => 4 + (int)(3 * Math.Log(n));

    private static double Effective(ReadOnlySpan<double> weights)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        return squares > 0 ? sum * sum / squares : 0;
    }

    private double[] Weigh(double[] raw, int n, bool isActive)
    {
        var alphaMu = 1 + (C1 / CMu);
        var alphaMuEff = 1 + (2 * Effective(raw.AsSpan(Mu)) / (MuEff + 2));
        var alphaPositive = (1 - C1 - CMu) / (n * CMu);
        var negative = isActive && CMu > 0 ? Math.Min(alphaMu, Math.Min(alphaMuEff, alphaPositive)) : 0;
        var above = raw.Take(Mu).Sum();
        var below = raw.Where(weight => weight < 0).Sum(weight => -weight);
        return [.. raw.Select((weight, rank) => rank < Mu ? weight / above : weight < 0 ? negative * weight / below : 0)];
    }
}
