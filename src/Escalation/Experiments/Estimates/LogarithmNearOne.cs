namespace Escalation.Experiments;

/// <summary>The logarithm of 1 + x without loss of digits for small x.</summary>
internal static class LogarithmNearOne
{
    /// <summary>ln(1 + x), to a few units in the last place.</summary>
    /// <param name="x">Above −1.</param>
    /// <returns>The logarithm; x itself where 1 + x rounds to 1.</returns>
    /// <remarks>Goldberg (1991), ACM Comput. Surv. 23, theorem 4: the rounding error of 1 + x cancels in the quotient.
    /// The runtime's <c>LogP1</c> is Log(1 + x), without that care.</remarks>
    public static double OfOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
