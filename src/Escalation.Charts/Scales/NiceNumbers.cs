namespace Escalation.Charts.Scales;

/// <summary>Steps that people count in: 1, 2, 2.5 and 5 times a power of ten.</summary>
internal static class NiceNumbers
{
    private static readonly double[] Factors = [1, 2, 2.5, 5, 10];

    /// <summary>The smallest such step of which at most so many fit between two numbers.</summary>
    /// <param name="low">Finite.</param>
    /// <param name="high">Finite and above <paramref name="low"/>.</param>
    /// <param name="most">At least 1.</param>
    public static double Step(double low, double high, int most)
    {
        var least = (high / most) - (low / most);
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return Factors.Select(factor => factor * power).First(step => step >= least * (1 - 1e-9));
    }

    /// <summary>The multiples of a step between two numbers, both included.</summary>
    public static IEnumerable<double> Multiples(double step, double low, double high)
    {
        var first = Math.Ceiling((low / step) - 1e-9);
        var last = Math.Floor((high / step) + 1e-9);
        for (var i = first; i <= last; i++)
        {
            yield return i * step;
        }
    }

    /// <summary>Ends that an axis shows well: those of the data, moved out to multiples of a step.</summary>
    public static (double Low, double High) Round(double low, double high, int most)
    {
        var step = Step(low, high, most);
        return (Math.Floor((low / step) + 1e-9) * step, Math.Ceiling((high / step) - 1e-9) * step);
    }
}
