using Escalation.Charts.Scales;

namespace Escalation.Charts.Figures;

/// <summary>Words that the titles of figures share.</summary>
internal static class FigureText
{
    /// <summary>A share in words: <c>3.8 %</c>.</summary>
    public static string Share(double share) => NumberText.Of(share, NumberStyle.Percent);

    /// <summary>A number in words.</summary>
    public static string Number(double number) => NumberText.Of(number, NumberStyle.Plain);

    /// <summary>A share and its interval: <c>3.8 % (3.4 to 4.2 %)</c>.</summary>
    public static string Share(double share, double low, double high)
    {
        var step = Math.Max(1e-6, Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1e-6, high - low)))));
        return double.IsFinite(low) && double.IsFinite(high)
            ? $"{Text(share)} ({Text(low)[..^2]} to {Text(high)})"
            : Share(share);

        string Text(double number) => NumberText.Of(number, step, NumberStyle.Percent);
    }

    /// <summary>The first letter as a capital: how a sentence begins.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
