using System.Globalization;
using System.Text;

namespace Escalation.Cli;

/// <summary>Text for people.</summary>
internal static class Prose
{
    /// <summary>Breaks a text into lines at its blanks.</summary>
    /// <param name="text">The text, on one line.</param>
    /// <param name="width">The most characters a line; a longer word stands alone.</param>
    /// <returns>The lines.</returns>
    internal static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    /// <summary>A text of the user without what a terminal obeys: control characters and marks of direction are blanks.</summary>
    /// <param name="text">A name, title or note from a scenario file, or an argument.</param>
    /// <returns>The text on one line.</returns>
    internal static string Harmless(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => IsHarmful(rune) ? " " : rune.ToString()));

    /// <summary>"1 act", "2 acts".</summary>
    internal static string Counted(long count, string noun) => $"{Figures.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
