namespace Escalation.Language;

/// <summary>A closed interval, which may be infinite; never NaN.</summary>
/// <remarks>Its arithmetic bounds what arithmetic on members of the operands gives in floating point, where that is finite: an
/// infinite end is a bound, not a value that is reached (Moore (1966), Interval Analysis, with open infinite ends).</remarks>
/// <param name="Low">The lower end; −∞ for none.</param>
/// <param name="High">The upper end, not below the lower one; +∞ for none.</param>
public readonly record struct Bounds(double Low, double High)
{
    /// <summary>All numbers.</summary>
    public static Bounds Everything => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>All numbers from 0.</summary>
    public static Bounds NotNegative => new(0, double.PositiveInfinity);

    /// <summary>A truth that is not known; also every chance.</summary>
    public static Bounds EitherTruth => new(0, 1);

    /// <summary>True if it is a single number.</summary>
    public bool IsPoint => Low == High;

    /// <summary>A truth that certainly holds (a number other than 0).</summary>
    public bool IsTrue => Low > 0 || High < 0;

    /// <summary>A truth that certainly does not hold.</summary>
    public bool IsFalse => Low == 0 && High == 0;

    /// <summary>A single number.</summary>
    /// <param name="value">The number, not NaN.</param>
    /// <returns>The interval from it to itself.</returns>
    public static Bounds Point(double value) => new(value, value);

    /// <summary>A known truth.</summary>
    /// <param name="value">The truth.</param>
    /// <returns>[1, 1] or [0, 0].</returns>
    public static Bounds Truth(bool value) => value ? new Bounds(1, 1) : default;

    /// <summary>The least interval that holds two others.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their hull.</returns>
    public static Bounds Hull(Bounds left, Bounds right) => new(Math.Min(left.Low, right.Low), Math.Max(left.High, right.High));

    /// <summary>Whether a number lies in it.</summary>
    /// <param name="value">The number.</param>
    /// <returns>True if it does; false for NaN.</returns>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>Change of sign.</summary>
    /// <param name="x">An interval.</param>
    /// <returns>Bounds of −x.</returns>
    public static Bounds operator -(Bounds x) => new(-x.High, -x.Low);

    /// <summary>Sum.</summary>
    /// <param name="left">An interval.</param>
    /// <param name="right">Another.</param>
    /// <returns>Bounds of the sum.</returns>
    public static Bounds operator +(Bounds left, Bounds right) => Ordered(left.Low + right.Low, left.High + right.High);

    /// <summary>Difference.</summary>
    /// <param name="left">An interval.</param>
    /// <param name="right">Another.</param>
    /// <returns>Bounds of the difference.</returns>
    public static Bounds operator -(Bounds left, Bounds right) => Ordered(left.Low - right.High, left.High - right.Low);

    /// <summary>Product.</summary>
    /// <param name="left">An interval.</param>
    /// <param name="right">Another.</param>
    /// <returns>Bounds of the product.</returns>
    public static Bounds operator *(Bounds left, Bounds right)
    {
        var (a, b) = (Product(left.Low, right.Low), Product(left.Low, right.High));
        var (c, d) = (Product(left.High, right.Low), Product(left.High, right.High));
        return new Bounds(Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)));
    }

    /// <summary>Quotient; where the divisor may be 0 the quotient has no bound on that side, as it has no value at 0
    /// itself.</summary>
    /// <param name="left">An interval.</param>
    /// <param name="right">Another.</param>
    /// <returns>Bounds of the quotient.</returns>
    public static Bounds operator /(Bounds left, Bounds right)
    {
        if (right.Low > 0 || right.High < 0)
        {
            var (a, b) = (left.Low / right.Low, left.Low / right.High);
            var (c, d) = (left.High / right.Low, left.High / right.High);

            // ∞ / ∞ is NaN and is passed over: the other corners hold the limits.
            return Ordered(LeastNumber(LeastNumber(a, b), LeastNumber(c, d)),
                -LeastNumber(LeastNumber(-a, -b), LeastNumber(-c, -d)));
        }

        if ((right.Low < 0 && right.High > 0) || right.IsFalse || (left.Low < 0 && left.High > 0))
        {
            return Everything;
        }

        if (right.High <= 0)
        {
            return -left / -right;
        }

        return left.Low >= 0 ? new Bounds(Quotient(left.Low, right.High), double.PositiveInfinity)
            : new Bounds(double.NegativeInfinity, Quotient(left.High, right.High));
    }

    /// <summary>Power, where it has a value.</summary>
    /// <param name="exponent">The exponent.</param>
    /// <returns>Bounds of the power.</returns>
    public Bounds Power(Bounds exponent)
    {
        if (Low >= 0)
        {
            return OfPositive(exponent);
        }

        if (!exponent.IsPoint)
        {
            // A negative base has values at whole exponents alone, but they are of either sign.
            return Everything;
        }

        var n = exponent.Low;
        if (n != Math.Floor(n) || double.IsInfinity(n))
        {
            return High < 0 ? Everything : new Bounds(0, High).OfPositive(exponent);
        }

        var isEven = Math.IEEERemainder(n, 2) == 0;
        if (High <= 0)
        {
            var mirrored = (-this).OfPositive(exponent);
            return isEven ? mirrored : -mirrored;
        }

        if (isEven)
        {
            return new Bounds(0, Math.Max(-Low, High)).OfPositive(exponent);
        }

        return n < 0 ? Everything
            : new Bounds(-new Bounds(0, -Low).OfPositive(exponent).High, new Bounds(0, High).OfPositive(exponent).High);
    }

    // For a base that is not negative a power is monotone in the base and in the exponent, so its extremes are at the corners.
    private Bounds OfPositive(Bounds exponent)
    {
        var (low, high) = (double.PositiveInfinity, 0.0);
        Widen(Low, exponent.Low, ref low, ref high);
        Widen(Low, exponent.High, ref low, ref high);
        Widen(High, exponent.Low, ref low, ref high);
        Widen(High, exponent.High, ref low, ref high);
        return low <= high ? new Bounds(low, high) : NotNegative;
    }

    private static void Widen(double @base, double exponent, ref double low, ref double high)
    {
        var value = Arithmetic.Power(@base, exponent);
        var isExact = @base is 0 or 1 || exponent is 0 or 1 or 2;
        if (double.IsNaN(value))
        {
            (low, high) = (0, double.PositiveInfinity);
            return;
        }

        low = Math.Min(low, isExact ? value : Math.Max(0, Rounding.Below(value)));
        high = Math.Max(high, isExact ? value : Rounding.Above(value));
    }

    // ∞ − ∞ leaves that end without a bound.
    private static Bounds Ordered(double low, double high) => new(
        double.IsNaN(low) ? double.NegativeInfinity : low,
        double.IsNaN(high) ? double.PositiveInfinity : high);

    // An infinite end is never reached, so nothing times anything is nothing.
    private static double Product(double left, double right) => left == 0 || right == 0 ? 0 : left * right;

    private static double Quotient(double left, double right)
    {
        var value = left / right;
        return double.IsNaN(value) ? 0 : value;
    }

    private static double LeastNumber(double left, double right) =>
        double.IsNaN(left) ? right : double.IsNaN(right) ? left : Math.Min(left, right);
}
