namespace Escalation.Charts.Scales;

/// <summary>Makes the scale of an axis that shows all that is drawn.</summary>
internal static class ScaleFactory
{
    /// <summary>The scale.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="numbers">All numbers that must have room on it.</param>
    /// <param name="from">Pixel of its lower end.</param>
    /// <param name="to">Pixel of its upper end.</param>
    /// <param name="isTight">Whether it ends where the data do, and not at the next round number.</param>
    public static Scale Make(Axis axis, IEnumerable<double> numbers, double from, double to, bool isTight)
    {
        if (axis.HasNames)
        {
            return new NameScale(axis.Names, from, to);
        }

        var (low, high) = Ends(axis, numbers);
        if (axis.IsLogarithmic)
        {
            return low < high
                ? new LogScale(low, high, from, to, axis.Style)
                : new LogScale(low / 2, high * 2, from, to, axis.Style);
        }

        // Nothing but one number: room on both sides of it. So little room that rounding shows gets more.
        var magnitude = Math.Max(Math.Abs(low), Math.Abs(high));
        if (high - low <= magnitude * 1e-12 || high == low)
        {
            var room = magnitude == 0 ? 0.5 : magnitude * 0.1;
            (low, high) = (low == 0 ? 0 : low - room, high + room);
        }

        if (!isTight && axis.Start is null && double.IsFinite(high - low))
        {
            var most = Math.Clamp((int)(Math.Abs(to - from) / 75), 2, 8);
            (low, high) = NiceNumbers.Round(low, high, most);
        }

        return new LinearScale(low, high, from, to, axis.Style, axis.Start);
    }

    private static (double Low, double High) Ends(Axis axis, IEnumerable<double> numbers)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var number in numbers)
        {
            if (double.IsFinite(number) && (!axis.IsLogarithmic || number > 0))
            {
                (low, high) = (Math.Min(low, number), Math.Max(high, number));
            }
        }

        if (low > high)
        {
            (low, high) = axis.IsLogarithmic ? (1, 10) : (0, 1);
        }

        if (axis.HasZero && !axis.IsLogarithmic)
        {
            (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        }

        // Ends beyond half of what a number can hold would overflow between them.
        const double Most = double.MaxValue / 4;
        return (
            Math.Clamp(Math.Min(low, axis.Low ?? low), -Most, Most),
            Math.Clamp(Math.Max(high, axis.High ?? high), -Most, Most));
    }
}
