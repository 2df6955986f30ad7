namespace Escalation.Cli;

/// <summary>Small pictures of a few characters: bars of shares and the shapes of distributions.</summary>
internal static class Glyphs
{
    private const string Heights = "▁▂▃▄▅▆▇█";
    private const string Widths = "▏▎▍▌▋▊▉█";

    /// <summary>A bar for a share.</summary>
    /// <param name="share">0 to 1.</param>
    /// <param name="length">How many characters stand for 1.</param>
    internal static string Bar(double share, int length)
    {
        var eighths = (int)Math.Round(Math.Clamp(share, 0, 1) * length * Widths.Length);

        // What is there at all is seen.
        eighths = share > 0 ? Math.Max(1, eighths) : 0;
        var rest = eighths % Widths.Length;
        return new string(Widths[^1], eighths / Widths.Length) + (rest > 0 ? Widths[rest - 1] : "");
    }

    /// <summary>The shape of a distribution: how many numbers lie in each of equal stretches from the least upwards. One of a
    /// hundred at the upper end is left out, or a single number would press the others together.</summary>
    /// <param name="values">The numbers, all finite; sorted in place.</param>
    /// <param name="length">How many stretches.</param>
    internal static string Shape(double[] values, int length)
    {
        if (values.Length == 0)
        {
            return "";
        }

        Array.Sort(values);
        var (low, high) = (values[0], values[(int)Math.Ceiling(0.99 * (values.Length - 1))]);
        if (low == high)
        {
            return Heights[^1].ToString();
        }

        var counts = new int[length];
        foreach (var value in values)
        {
            if (value <= high)
            {
                counts[Math.Min(length - 1, (int)((value - low) / (high - low) * length))]++;
            }
        }

        var most = counts.Max();
        return string.Concat(counts.Select(count =>
            count == 0 ? ' ' : Heights[(int)Math.Ceiling((double)count / most * Heights.Length) - 1]));
    }
}
