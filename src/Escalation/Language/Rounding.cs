namespace Escalation.Language;

/// <summary>Outward rounding of functions that are not rounded correctly.</summary>
/// <remarks>Sums, products, quotients and square roots are rounded correctly and so are monotone in each argument: bounds
/// computed
/// from the ends hold every computed value as they are. The exponential, the logarithm and powers may be wrong by up to one
/// unit in
/// the last place, on both sides, so bounds by them are widened by two.</remarks>
internal static class Rounding
{
    public static double Below(double value) => Math.BitDecrement(Math.BitDecrement(value));

    public static double Above(double value) => Math.BitIncrement(Math.BitIncrement(value));
}
