using System.Globalization;
using Escalation.Experiments;

namespace Escalation.Results;

/// <summary>Shares as people read them: in per cent, with one digit of the half-width, for more would be noise.</summary>
public static class ShareText
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>A share.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="low">Lower end of its interval.</param>
    /// <param name="high">Upper end.</param>
    public static string Of(double share, double low, double high) => $"{PerCent(share, Decimals(low, high))} %";

    /// <summary>The interval of a share.</summary>
    /// <param name="low">Its lower end.</param>
    /// <param name="high">Its upper end.</param>
    public static string Interval(double low, double high)
    {
        var decimals = Decimals(low, high);
        return $"{PerCent(low, decimals)}–{PerCent(high, decimals)} %";
    }

    /// <summary>A share.</summary>
    public static string Of(ProportionEstimate share) => Of(share.Value, share.Interval.Lower, share.Interval.Upper);

    /// <summary>The interval of a share.</summary>
    public static string Interval(ProportionEstimate share) => Interval(share.Interval.Lower, share.Interval.Upper);

    private static int Decimals(double low, double high)
    {
        var halfWidth = 100 * (high - low) / 2;
        return halfWidth > 0 ? Math.Clamp(-(int)Math.Floor(Math.Log10(halfWidth)), 1, 9) : 1;
    }

    private static string PerCent(double share, int decimals)
    {
        var value = 100 * share;
        return value is 0 or 100 ? value.ToString("0", Invariant) : value.ToString($"F{decimals}", Invariant);
    }
}
