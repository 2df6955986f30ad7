using System.Globalization;
using System.Text;

namespace Escalation.Cli;

/// <summary>Text for people.</summary>
internal static class Prose
{
    // Below it text would be a column of letters.
    private const int LeastRoom = 24;

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

    /// <summary>Breaks a text into lines whose continuations stand below its beginning; a word that is wider than a line is
    /// broken too.</summary>
    /// <param name="lead">What stands before the first line.</param>
    /// <param name="below">What stands before the others, as wide as <paramref name="lead"/>.</param>
    /// <param name="text">The text, on one line.</param>
    /// <param name="width">The most characters a line.</param>
    /// <returns>The lines, without blanks at their ends.</returns>
    internal static IEnumerable<string> Hang(string lead, string below, string text, int width)
    {
        var room = Math.Max(width - lead.Length, LeastRoom);
        var pieces = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, room));
        var isFirst = true;
        foreach (var line in Wrap(string.Join(' ', pieces), room).DefaultIfEmpty(""))
        {
            yield return $"{(isFirst ? lead : below)}{line}".TrimEnd();
            isFirst = false;
        }
    }

    /// <summary>A text of the user without what a terminal obeys: control characters and marks of direction are blanks.</summary>
    /// <param name="text">A name, title or note from a scenario file, or an argument.</param>
    /// <returns>The text on one line.</returns>
    internal static string Harmless(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => IsHarmful(rune) ? " " : rune.ToString()));

    /// <summary>"1 act", "2 acts".</summary>
    internal static string Counted(long count, string noun) => $"{Figures.Count(count)} {noun}{(count == 1 ? "" : "s")}";

    // A letter of two characters, as an emoji is, stays whole.
    private static IEnumerable<string> Pieces(string word, int room)
    {
        while (word.Length > room)
        {
            var end = char.IsHighSurrogate(word[room - 1]) ? room - 1 : room;
            yield return word[..end];
            word = word[end..];
        }

        yield return word;
    }

    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
