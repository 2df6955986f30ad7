using System.Globalization;

namespace Escalation.Charts.Scales;

/// <summary>Numbers as they are written in charts: as many digits as tell neighbours apart, a true minus, thousands set
/// off.</summary>
internal static class NumberText
{
    private const double Large = 1e7;
    private const double Small = 1e-4;

    /// <summary>A number among others that lie a step apart.</summary>
    /// <param name="value">The number.</param>
    /// <param name="step">The step.</param>
    /// <param name="style">How it is written.</param>
    public static string Of(double value, double step, NumberStyle style)
    {
        if (style == NumberStyle.Percent)
        {
            return Fixed(100 * value, 100 * step) + " %";
        }

        // As far from ordinary numbers as that, digits say less than their count.
        var isPlain = value == 0 || (Math.Max(Math.Abs(value), step) < Large && step >= Small);
        return isPlain ? Fixed(value, step) : Minus(value.ToString("0.###e0", CultureInfo.InvariantCulture));
    }

    /// <summary>A number by itself, to three or four digits that count.</summary>
    public static string Of(double value, NumberStyle style) => double.IsNaN(value)
        ? "none"
        : double.IsInfinity(value)
            ? (value > 0 ? "∞" : "−∞")
            : Alone(value, style);

    private static string Alone(double value, NumberStyle style)
    {
        var scale = style == NumberStyle.Percent ? 100 : 1;
        var text = Of(value, Digit(scale * value) / scale, style);
        var (number, unit) = style == NumberStyle.Percent ? (text[..^2], " %") : (text, "");

        // Zeros behind the point say nothing of a number by itself.
        return (number.Contains('.', StringComparison.Ordinal) && !number.Contains('e', StringComparison.Ordinal)
            ? number.TrimEnd('0').TrimEnd('.')
            : number) + unit;
    }

    // The worth of the last digit that is written; whole numbers keep all of theirs.
    private static double Digit(double value) => value == 0 || (value == Math.Floor(value) && Math.Abs(value) < Large)
        ? 1
        : Math.Min(1, Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2));

    private static string Fixed(double value, double step)
    {
        var digits = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 15);

        // 2.5 needs one digit more than 2.
        digits += step * Math.Pow(10, digits) is var scaled && Math.Abs(scaled - Math.Round(scaled)) > 1e-6 ? 1 : 0;
        var text = value.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Minus(text.TrimStart('-').All(letter => letter is '0' or '.' or ',') ? text.TrimStart('-') : text);
    }

    private static string Minus(string text) => text.Replace('-', '−');
}
