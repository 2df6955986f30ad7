using Escalation.Language;
using YamlDotNet.Core;

namespace Escalation.Loading;

/// <summary>Places in a file.</summary>
internal static class Spans
{
    /// <summary>The place between two marks of the parser, ended by the end of its first line.</summary>
    /// <param name="source">The text of the file.</param>
    /// <param name="start">First character.</param>
    /// <param name="end">Character after the last one.</param>
    /// <returns>The place, at least one character long.</returns>
    public static SourceSpan Between(ScenarioText source, Mark start, Mark end)
    {
        var line = (int)Math.Max(start.Line, 1);
        var column = (int)Math.Max(start.Column, 1);
        var lineEnd = line <= source.Lines.Length ? source.Lines[line - 1].Length + 1 : column + 1;
        var stop = end.Line == start.Line ? (int)end.Column : lineEnd;
        return new SourceSpan(line, column, Math.Max(1, stop - column));
    }

    /// <summary>The place of a part of a scalar, found again in the text of the file.</summary>
    /// <param name="source">The text of the file.</param>
    /// <param name="scalar">The scalar.</param>
    /// <param name="offset">Index of the first character of the part in the scalar's value.</param>
    /// <param name="length">Length of the part.</param>
    /// <returns>The place; that of the whole scalar where escapes hide the part.</returns>
    public static SourceSpan Inside(ScenarioText source, YamlScalar scalar, int offset, int length)
    {
        var text = source.Text;
        var value = scalar.Value;
        var (raw, line, column) = (scalar.Start, scalar.Where.Line, scalar.Where.Column);
        var end = Math.Min(scalar.End, text.Length);
        var first = 0;
        if (!scalar.IsPlain && raw < end && (text[raw] is '|' or '>'))
        {
            // The blank lines before the first line of a block belong to its value and are skipped with the head.
            SkipHead(text, ref raw, end, ref line, ref column);
            first = value.Length - value.TrimStart().Length;
        }
        else if (!scalar.IsPlain)
        {
            (raw, column) = (raw + 1, column + 1);
        }

        for (var i = first; i < offset && i < value.Length; i++)
        {
            if (raw < end && text[raw] == value[i] && value[i] is not ('\n' or ' '))
            {
                var step = scalar is { IsPlain: false } && value[i] == '\'' && text[scalar.Start] == '\'' ? 2 : 1;
                (raw, column) = (raw + step, column + step);
            }
            else if (raw < end && IsBlank(value[i]) && IsBlank(text[raw]))
            {
                SkipBlank(text, value, i, ref raw, end, ref line, ref column);
            }
            else
            {
                return scalar.Where;
            }
        }

        var rest = line <= source.Lines.Length ? source.Lines[line - 1].Length + 1 - column : 1;
        return new SourceSpan(line, column, Math.Clamp(length, 1, Math.Max(1, rest)));
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsBreak(char c) => IsBlank(c) && c is not (' ' or '\t');

    // The head of a block scalar with the indentation of its first line.
    private static void SkipHead(string text, ref int raw, int end, ref int line, ref int column)
    {
        while (raw < end && !IsBreak(text[raw]))
        {
            raw++;
        }

        while (raw < end && IsBlank(text[raw]))
        {
            Step(text, ref raw, ref line, ref column);
        }
    }

    // A blank of the value is one blank of the file, or a line end with all blanks around it.
    private static void SkipBlank(string text, string value, int index, ref int raw, int end, ref int line, ref int column)
    {
        var stop = raw;
        var breaks = false;
        while (stop < end && IsBlank(text[stop]))
        {
            breaks |= IsBreak(text[stop]);
            stop++;
        }

        if (!breaks)
        {
            (raw, column) = (raw + 1, column + 1);
            return;
        }

        // Only the last blank of a run in the value takes the run of the file.
        if (index + 1 < value.Length && IsBlank(value[index + 1]))
        {
            return;
        }

        while (raw < stop)
        {
            Step(text, ref raw, ref line, ref column);
        }
    }

    private static void Step(string text, ref int raw, ref int line, ref int column)
    {
        if (!IsBreak(text[raw]))
        {
            (raw, column) = (raw + 1, column + 1);
            return;
        }

        raw += text[raw] == '\r' && raw + 1 < text.Length && text[raw + 1] == '\n' ? 2 : 1;
        (line, column) = (line + 1, 1);
    }
}
