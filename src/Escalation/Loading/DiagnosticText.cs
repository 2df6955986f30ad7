using System.Globalization;
using System.Text;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Diagnostics as people read them: place, message, the offending line with a caret, how to mend it.</summary>
public static class DiagnosticText
{
    // A terminal of 120 columns shows the line with its gutter in one row.
    private const int LineWidth = 110;
    private const int GutterWidth = 5;

    /// <summary>Renders one diagnostic.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="path">The path of the file, as the user gave it.</param>
    /// <param name="source">The text of the file; null if it could not be read.</param>
    /// <returns>One to four lines, joined by LF, without a final one. Control characters are made harmless.</returns>
    public static string Render(Diagnostic diagnostic, string path, ScenarioText? source)
    {
        var where = diagnostic.Where;
        (path, source) = diagnostic.Beside is { } beside ? (beside.Path, beside) : (path, source);
        var text = new StringBuilder(Harmless(path));
        if (where.Line > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $":{where.Line}:{where.Column}");
        }

        text.Append(diagnostic.Severity == Severity.Error ? ": error: " : ": warning: ").Append(Harmless(diagnostic.Message));
        if (source is not null && where.Line >= 1 && where.Line <= source.Lines.Length)
        {
            AppendLine(text, source.Lines[where.Line - 1], where);
        }

        if (diagnostic.Hint is { Length: > 0 } hint)
        {
            text.Append("\n   ").Append(Harmless(hint));
        }

        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, string line, SourceSpan where)
    {
        var start = Math.Clamp(where.Column - 1, 0, line.Length);
        var end = Math.Clamp(start + Math.Max(where.Length, 1), start, line.Length);
        var (from, to) = Window(line, start, end);
        var before = from > 0 ? "…" : "";
        var after = to < line.Length ? "…" : "";
        var shown = Shown(line.AsSpan(from, to - from));
        var indent = before.Length + Width(line.AsSpan(from, start - from));
        var carets = Math.Max(1, Width(line.AsSpan(start, Math.Min(end, to) - start)));
        var number = where.Line.ToString(CultureInfo.InvariantCulture).PadLeft(GutterWidth);
        text.Append('\n').Append(number).Append(" | ").Append((before + shown + after).TrimEnd());
        text.Append('\n').Append(' ', number.Length).Append(" | ").Append(' ', indent).Append('^', carets);
    }

    // Which part of a long line is shown: all of it if it fits, else some text before the caret and what fits after it.
    private static (int From, int To) Window(string line, int start, int end)
    {
        if (line.Length <= LineWidth)
        {
            return (0, line.Length);
        }

        var length = Math.Min(end - start, LineWidth / 2);
        var from = Math.Clamp(start - ((LineWidth - length) / 2), 0, line.Length - LineWidth);
        var to = from + LineWidth;

        // Half of a surrogate pair would be a broken character.
        from += from > 0 && char.IsLowSurrogate(line[from]) && from < start ? 1 : 0;
        to -= to < line.Length && char.IsLowSurrogate(line[to]) ? 1 : 0;
        return (from, to);
    }

    // Tabs and control characters become one blank each, so that the caret stands below what it means.
    private static string Shown(ReadOnlySpan<char> part)
    {
        var shown = new StringBuilder(part.Length);
        foreach (var rune in part.EnumerateRunes())
        {
            shown.Append(IsHarmful(rune) ? " " : rune.ToString());
        }

        return shown.ToString();
    }

    private static int Width(ReadOnlySpan<char> part)
    {
        var width = 0;
        foreach (var rune in part.EnumerateRunes())
        {
            width += IsHarmful(rune) ? 1 : Width(rune);
        }

        return width;
    }

    // Columns of a terminal: none for marks that combine, two for East Asian wide characters and pictures (Unicode TR 11).
    private static int Width(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            return 0;
        }

        var isWide = rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF)
            or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
            or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
        return isWide ? 2 : 1;
    }

    // A text may quote the file, and a file may hold what a terminal obeys: escapes, and marks that turn the direction.
    private static string Harmless(string text)
    {
        if (!text.EnumerateRunes().Any(IsHarmful))
        {
            return text;
        }

        var harmless = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            harmless.Append(IsHarmful(rune) ? " " : rune.ToString());
        }

        return harmless.ToString();
    }

    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
