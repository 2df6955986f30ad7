using System.Diagnostics.CodeAnalysis;

namespace Escalation.Benchmarks;

/// <summary>Random numbers as one draws them without a library: a seeded System.Random, logarithms, Marsaglia's polar method,
/// Knuth's product.</summary>
[SuppressMessage("Security", "CA5394", Justification = "The baseline is System.Random; nothing here is a secret.")]
internal readonly struct BaselineDraws(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Uniform on [0, 1).</summary>
    public double Uniform() => random.NextDouble();

    /// <summary>Exponential.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - random.NextDouble());

    /// <summary>Lognormal with median 2 and σ = 0.5, by one of a pair of normal numbers.</summary>
    public double StrikeDelay()
    {
        double x, square;
        do
        {
            x = (2 * random.NextDouble()) - 1;
            var y = (2 * random.NextDouble()) - 1;
            square = (x * x) + (y * y);
        }
        while (square is >= 1 or 0);

        return 2 * Math.Exp(0.5 * x * Math.Sqrt(-2 * Math.Log(square) / square));
    }

    /// <summary>Poisson with mean 0.9.</summary>
    public int RevengeCount()
    {
        const double Limit = 0.40656965974059911;
        var count = 0;
        for (var product = random.NextDouble(); product > Limit; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }
}
