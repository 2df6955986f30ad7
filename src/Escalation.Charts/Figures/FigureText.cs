using Escalation.Charts.Scales;

namespace Escalation.Charts.Figures;

/// <summary>Words that the titles of figures share.</summary>
internal static class FigureText
{
    /// <summary>A share in words: <c>3.8 %</c>.</summary>
    public static string Share(double share) => NumberText.Of(share, NumberStyle.Percent);

    /// <summary>A number in words.</summary>
    public static string Number(double number) => NumberText.Of(number, NumberStyle.Plain);
}
