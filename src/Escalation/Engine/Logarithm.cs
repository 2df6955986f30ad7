namespace Escalation.Engine;

/// <summary>A logarithm that the class library computes with too few digits.</summary>
internal static class Logarithm
{
    /// <summary>ln(1 + x), to nearly full precision for small x as well.</summary>
    /// <remarks>
    /// Kahan's correction: the rounding of 1 + x makes the same relative error in ln and in (1 + x) − 1 (Goldberg (1991), What
    /// Every Computer Scientist Should Know About Floating-Point Arithmetic, theorem 4). double.LogP1 has no such correction.
    /// </remarks>
    /// <param name="x">Above −1; +∞ gives +∞.</param>
    /// <returns>ln(1 + x).</returns>
    public static double OfOnePlus(double x)
    {
        var rounded = 1 + x;
        return rounded == 1 ? x : double.IsInfinity(rounded) ? rounded : Math.Log(rounded) * (x / (rounded - 1));
    }
}
