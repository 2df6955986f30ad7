using System.Globalization;
using System.Text;

namespace Escalation.Charts.Svg;

/// <summary>How wide text is in the usual sans-serif fonts: nobody can be asked who will show the chart.</summary>
internal static class TextWidth
{
    // Advance widths of the letters ' ' to '~' in thousandths of the size: those of DejaVu Sans, which is among the widest,
    // so that what fits here fits in Helvetica, Arial, Segoe UI and Roboto too.
    private static readonly short[] Widths =
    [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636,
        636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635,
        634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ];

    private const double Wide = 1.0;
    private const double Other = 0.65;
    private const double Bold = 1.1;

    /// <summary>The width of a line in pixels.</summary>
    /// <param name="text">The line.</param>
    /// <param name="size">The size of the font in pixels.</param>
    /// <param name="isBold">Whether it is bold.</param>
    public static double Of(string text, double size, bool isBold = false) =>
        text.EnumerateRunes().Sum(Em) * size * (isBold ? Bold : 1);

    /// <summary>The text, or as much of it as fits, with an ellipsis.</summary>
    public static string Fit(string text, double width, double size, bool isBold = false)
    {
        if (Of(text, size, isBold) <= width)
        {
            return text;
        }

        var kept = new StringBuilder();
        var room = width - Of("…", size, isBold);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            room -= Of(element, size, isBold);
            if (room < 0)
            {
                break;
            }

            kept.Append(element);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>The text in lines that fit; a word that is longer than a line is broken.</summary>
    public static IReadOnlyList<string> Lines(string text, double width, double size, bool isBold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(Broken))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Of(longer, size, isBold) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;

        IEnumerable<string> Broken(string word)
        {
            var part = new StringBuilder();
            var elements = StringInfo.GetTextElementEnumerator(word);
            while (elements.MoveNext())
            {
                if (part.Length > 0 && Of(part + elements.GetTextElement(), size, isBold) > width)
                {
                    yield return part.ToString();
                    part.Clear();
                }

                part.Append(elements.GetTextElement());
            }

            yield return part.ToString();
        }
    }

    private static double Em(Rune rune)
    {
        var value = rune.Value - ' ';
        if (value >= 0 && value < Widths.Length)
        {
            return Widths[value] / 1000.0;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
                or UnicodeCategory.Control => 0,
            _ => rune.Value >= 0x1100 && (rune.Value is < 0x1200 or >= 0x2E80) ? Wide : Other,
        };
    }
}
