using System.Globalization;
using System.Text;

namespace Escalation.Benchmarks;

/// <summary>A curve of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Points">Size and nanoseconds.</param>
internal sealed record Curve(string Name, IReadOnlyList<(double Size, double Nanoseconds)> Points);

/// <summary>Draws costs against sizes: sizes on a logarithmic axis, nanoseconds on a straight one from 0, so that growth by the
/// logarithm is a straight line.</summary>
internal static class ScalingChart
{
    private static readonly int[] NiceSteps = [1, 2, 4, 8, 10];

    private const int Width = 640;
    private const int Height = 360;
    private const int Left = 64;
    private const int Right = 150;
    private const int Top = 44;
    private const int Bottom = 52;

    // Blue, orange and green of Okabe and Ito, which the colour-blind tell apart.
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73"];

    /// <summary>The chart as SVG.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="axis">What the sizes are.</param>
    /// <param name="unit">What the nanoseconds are for.</param>
    /// <param name="curves">At most three.</param>
    public static string Svg(string title, string axis, string unit, IReadOnlyList<Curve> curves)
    {
        var sizes = curves.SelectMany(curve => curve.Points).Select(point => point.Size).ToArray();
        var (low, high) = (Math.Log10(sizes.Min()), Math.Log10(sizes.Max()));
        var top = NiceAbove(curves.SelectMany(curve => curve.Points).Max(point => point.Nanoseconds));
        var text = new StringBuilder(Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" role="img"
              font-family="sans-serif" font-size="12">
            <title>{title}</title>
            <rect width="{Width}" height="{Height}" fill="#ffffff"/>
            <text x="{Left}" y="24" font-size="15">{title}</text>
            <text x="{(Left + Width - Right) / 2}" y="{Height - 12}" text-anchor="middle">{axis}</text>
            <text x="{Left}" y="{Top - 6}" fill="#555555">{unit}</text>

            """));
        for (var tick = 0; tick <= 4; tick++)
        {
            var y = Y(top * tick / 4);
            text.AppendLine(Invariant(
                $"<path d=\"M{Left} {y:F1}H{Width - Right}\" stroke=\"#dddddd\"/>") + Invariant(
                $"<text x=\"{Left - 6}\" y=\"{y + 4:F1}\" text-anchor=\"end\">{top * tick / 4:#,0.##}</text>"));
        }

        for (var power = (int)Math.Ceiling(low); power <= high; power++)
        {
            var size = Math.Pow(10, power);
            text.AppendLine(Invariant(
                $"<text x=\"{X(size):F1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{size:#,0.##}</text>"));
        }

        for (var index = 0; index < curves.Count; index++)
        {
            var (curve, colour) = (curves[index], Colours[index]);
            var line = curve.Points.Select(point => Invariant($"{X(point.Size):F1},{Y(point.Nanoseconds):F1}"));
            var (x, y) = (X(curve.Points[^1].Size) + 6, Y(curve.Points[^1].Nanoseconds) + 4);
            text.AppendLine(Invariant(
                $"<polyline points=\"{string.Join(' ', line)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>"));
            text.AppendLine(Invariant($"<text x=\"{x:F1}\" y=\"{y:F1}\" fill=\"{colour}\">{curve.Name}</text>"));
        }

        return text.Append("</svg>\n").ToString();

        double X(double size) => Left + ((Width - Left - Right) * (Math.Log10(size) - low) / (high - low));

        double Y(double nanoseconds) => Height - Bottom - ((Height - Top - Bottom) * nanoseconds / top);
    }

    // The next 1, 2, 4 or 8 times a power of ten, which four ticks divide well.
    private static double NiceAbove(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return power * NiceSteps.First(step => step * power >= value);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
