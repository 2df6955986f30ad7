namespace Escalation.Language;

/// <summary>How a value moves over a stretch of time.</summary>
/// <param name="Value">Bounds of the value.</param>
/// <param name="Slope">Bounds of its derivative by the day; also of every difference quotient on the stretch, so that a
/// value that may jump has infinite bounds. The slope of a truth is 0.</param>
public readonly record struct Motion(Bounds Value, Bounds Slope)
{
    /// <summary>True if it is known not to move.</summary>
    public bool IsStill => Slope is { Low: 0, High: 0 };

    /// <summary>Something that does not move.</summary>
    /// <param name="value">Bounds of its value.</param>
    /// <returns>Its motion.</returns>
    public static Motion Still(Bounds value) => new(value, default);

    /// <summary>Change of sign.</summary>
    /// <param name="x">A motion.</param>
    /// <returns>The motion of the opposite.</returns>
    public static Motion operator -(Motion x) => new(-x.Value, -x.Slope);

    /// <summary>Sum.</summary>
    /// <param name="left">A motion.</param>
    /// <param name="right">Another on the same stretch.</param>
    /// <returns>The motion of the sum.</returns>
    public static Motion operator +(Motion left, Motion right) => new(left.Value + right.Value, left.Slope + right.Slope);

    /// <summary>Difference.</summary>
    /// <param name="left">A motion.</param>
    /// <param name="right">Another on the same stretch.</param>
    /// <returns>The motion of the difference.</returns>
    public static Motion operator -(Motion left, Motion right) => new(left.Value - right.Value, left.Slope - right.Slope);

    /// <summary>Product.</summary>
    /// <param name="left">A motion.</param>
    /// <param name="right">Another on the same stretch.</param>
    /// <returns>The motion of the product.</returns>
    public static Motion operator *(Motion left, Motion right) =>
        new(left.Value * right.Value, (left.Slope * right.Value) + (left.Value * right.Slope));

    /// <summary>Quotient.</summary>
    /// <param name="left">A motion.</param>
    /// <param name="right">Another on the same stretch.</param>
    /// <returns>The motion of the quotient.</returns>
    public static Motion operator /(Motion left, Motion right)
    {
        var value = left.Value / right.Value;
        if (left.IsStill && right.IsStill)
        {
            return Still(value);
        }

        // Where the divisor may be 0 the quotient may pass through infinity.
        return right.Value.Contains(0) ? new Motion(value, Bounds.Everything)
            : new Motion(value, (left.Slope - (value * right.Slope)) / right.Value);
    }

    /// <summary>Power.</summary>
    /// <param name="exponent">The exponent, on the same stretch.</param>
    /// <returns>The motion of the power.</returns>
    public Motion Power(Motion exponent)
    {
        var value = Value.Power(exponent.Value);
        if (IsStill && exponent.IsStill)
        {
            return Still(value);
        }

        if (exponent is { IsStill: true, Value.IsPoint: true })
        {
            var c = exponent.Value.Low;
            return new Motion(value, c == 1 ? Slope : Bounds.Point(c) * Value.Power(Bounds.Point(c - 1)) * Slope);
        }

        // (u^v)' = u^v · (v' · ln u + v · u' / u), for positive u alone.
        return Value.Low <= 0 ? new Motion(value, Bounds.Everything)
            : new Motion(value, value * ((exponent.Slope * LogFunction.Of(Value)) + (exponent.Value * Slope / Value)));
    }
}
