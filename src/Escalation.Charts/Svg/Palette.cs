using System.Globalization;

namespace Escalation.Charts.Svg;

/// <summary>Colours that people with any sight of colour tell apart, on white and on black.</summary>
/// <remarks>The eight of Okabe and Ito (2008), the dark ones lighter on black; numbers by the scale cividis (Nuñez, Anderton and
/// Renslow 2018), in nine steps.</remarks>
internal static class Palette
{
    private static readonly string[] OnWhite =
        ["#0072b2", "#d55e00", "#009e73", "#aa4499", "#e69f00", "#56b4e9", "#8c6d1f", "#555555"];

    private static readonly string[] OnBlack =
        ["#56b4e9", "#ff8c42", "#2bc79a", "#e39ad1", "#f0c04a", "#9fd3f5", "#c9a94e", "#bbbbbb"];

    private static readonly (int Red, int Green, int Blue)[] Cividis =
    [
        (0, 34, 78), (18, 53, 112), (59, 73, 108), (87, 93, 109), (112, 113, 115), (138, 134, 120), (165, 156, 116),
        (195, 179, 105), (254, 232, 56),
    ];

    /// <summary>How many there are.</summary>
    public static int Count => OnWhite.Length;

    /// <summary>The colour of a class.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="isDark">On black.</param>
    public static string Of(int index, bool isDark) => (isDark ? OnBlack : OnWhite)[index];

    /// <summary>The colour of a number.</summary>
    /// <param name="part">Where it lies between the least and the most: 0 to 1.</param>
    public static string Of(double part)
    {
        var place = Math.Clamp(part, 0, 1) * (Cividis.Length - 1);
        var below = Math.Min((int)place, Cividis.Length - 2);
        var (one, other, rest) = (Cividis[below], Cividis[below + 1], place - below);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"#{Mix(one.Red, other.Red):x2}{Mix(one.Green, other.Green):x2}{Mix(one.Blue, other.Blue):x2}");

        int Mix(int from, int to) => (int)Math.Round(from + (rest * (to - from)));
    }

    /// <summary>Whether text on the colour of a number must be light.</summary>
    public static bool IsDark(double part) => part < 0.55;
}
