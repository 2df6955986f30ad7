using Escalation.Language;
using YamlDotNet.Core;

namespace Escalation.Loading;

/// <summary>What the parser stumbled over.</summary>
/// <param name="Message">Its own words; null if it threw something else than its own exception.</param>
/// <param name="Where">Where it stumbled.</param>
/// <param name="Last">The end of what it had understood.</param>
/// <param name="Open">The innermost bracket that was open; null if none was.</param>
internal sealed record YamlFault(string? Message, Mark Where, Mark Last, YamlFrame? Open);

/// <summary>Says in plain words why a text is not YAML. The parser's own words ("did not find expected key") speak of its
/// inside; here stands what a person did.</summary>
internal static class YamlTrouble
{
    private const string QuoteIt = "put the text in quotes: \"…\"";

    /// <summary>Adds the message.</summary>
    /// <param name="source">The text of the file.</param>
    /// <param name="list">Takes the message.</param>
    /// <param name="fault">What the parser stumbled over.</param>
    public static void Explain(ScenarioText source, DiagnosticList list, YamlFault fault)
    {
        var explained = ExplainTab(source, list, fault) || ExplainBracket(source, list, fault)
            || ExplainQuote(source, list, fault) || ExplainColon(source, list, fault)
            || ExplainStart(source, list, fault) || ExplainIndentation(source, list, fault);
        if (!explained)
        {
            var words = (fault.Message ?? "it breaks off here").TrimEnd('.');
            list.Error(
                At(source, fault.Where), $"this is not YAML: {Quote.Short(words)}", "look at this line and the one above it");
        }
    }

    // The parser says where the mapping began that a tab broke, which may be the first line of the file: the line to show is
    // the first that begins with a tab from what was understood on.
    private static bool ExplainTab(ScenarioText source, DiagnosticList list, YamlFault fault)
    {
        var saysTab = Says(fault, "tab");
        var first = (int)Math.Clamp(saysTab ? fault.Last.Line : fault.Where.Line, 1, source.Lines.Length);
        var last = saysTab ? source.Lines.Length : Math.Min(first + 1, source.Lines.Length);
        for (var line = first; line <= last; line++)
        {
            var text = source.Lines[line - 1];
            var isBlankWithTab = string.IsNullOrWhiteSpace(text) && text.Contains('\t', StringComparison.Ordinal);
            if (IsIndentedWithTab(text) || (saysTab && isBlankWithTab))
            {
                RefuseTab(source, list, line);
                return true;
            }
        }

        return false;
    }

    private static bool IsIndentedWithTab(string line)
    {
        var blanks = line.Length - line.TrimStart(' ', '\t').Length;
        return blanks < line.Length && line.AsSpan(0, blanks).Contains('\t');
    }

    /// <summary>Adds the message about a tab in the indentation.</summary>
    /// <param name="source">The text of the file.</param>
    /// <param name="list">Takes the message.</param>
    /// <param name="line">The line, from 1.</param>
    public static void RefuseTab(ScenarioText source, DiagnosticList list, int line)
    {
        var count = list.IsFull ? 0 : source.Lines.Count(IsIndentedWithTab);
        var more = count > 1 ? FormattableString.Invariant($" ({count} lines of this file hold one there)") : "";
        list.Error(
            new SourceSpan(line, source.Lines[line - 1].IndexOf('\t', StringComparison.Ordinal) + 1, 1),
            "this line is indented with a tab, YAML indents with blanks",
            $"replace each tab by two blanks{more}");
    }

    private static bool ExplainBracket(ScenarioText source, DiagnosticList list, YamlFault fault)
    {
        if (fault.Open is not { } open || Says(fault, "quoted scalar") || Says(fault, "double-quoted"))
        {
            return false;
        }

        var (begins, ends) = open.IsMapping ? ('{', '}') : ('[', ']');
        var found = CharacterAt(source, fault.Where);
        if (fault.Message is not null && found is ']' or '}' && found != ends)
        {
            list.Error(
                At(source, fault.Where),
                FormattableString.Invariant($"'{found}' stands here, but '{begins}' of line {open.Start.Line} is still open"),
                $"close it with '{ends}' first");
            return true;
        }

        if (Says(fault, "expected ','") && fault.Where.Line == open.Start.Line)
        {
            list.Error(
                At(source, fault.Where),
                found == ':' ? "a second ': ' in one entry" : "a ',' is expected here",
                found == ':' ? QuoteIt + ", or add the missing ','"
                    : "separate entries by commas; a text with brackets or quotes goes into quotes");
            return true;
        }

        if (Says(fault, "node content") && found == ',')
        {
            list.Error(At(source, fault.Where), "a value is missing before this ','", "remove the ','");
            return true;
        }

        list.Error(
            At(source, open.Start),
            $"this '{begins}' is not closed",
            $"close it with '{ends}'; the lines inside must be indented deeper than the key");
        return true;
    }

    private static bool ExplainQuote(ScenarioText source, DiagnosticList list, YamlFault fault)
    {
        if (Says(fault, "escape") || Says(fault, "Unicode"))
        {
            list.Error(
                At(source, fault.Where),
                "a '\\' inside these double quotes begins no escape that YAML knows",
                "write '\\\\' for a backslash, or use single quotes");
            return true;
        }

        if (Says(fault, "quoted scalar") || Says(fault, "double-quoted"))
        {
            list.Error(
                At(source, fault.Where),
                "this quote is not closed",
                "close it; if the text goes on below, indent the lines deeper than the key");
            return true;
        }

        return false;
    }

    private static bool ExplainColon(ScenarioText source, DiagnosticList list, YamlFault fault)
    {
        if (!Says(fault, "invalid mapping") && !Says(fault, "mapping values are not allowed"))
        {
            return false;
        }

        var line = LineAt(source, fault.Where.Line);
        var before = line[..Math.Clamp((int)fault.Where.Column - 1, 0, line.Length)];
        if (before.Contains(": ", StringComparison.Ordinal))
        {
            list.Error(At(source, fault.Where), "a second ': ' on one line: a text that holds ': ' needs quotes", QuoteIt);
            return true;
        }

        var above = (int)fault.Where.Line - 1;
        while (above > 1 && string.IsNullOrWhiteSpace(LineAt(source, above)))
        {
            above--;
        }

        var text = LineAt(source, above);
        var indent = text.Length - text.TrimStart().Length;
        if (Says(fault, "multiline") || !text.Contains(':', StringComparison.Ordinal))
        {
            list.Error(
                new SourceSpan(Math.Max(above, 1), indent + 1, Math.Max(1, text.Trim().Length)),
                "this line has no ': ', and the next one is a 'key: value'",
                "write 'key: value'; a key and its ':' stand together, a blank follows");
            return true;
        }

        var column = line.Length - line.TrimStart().Length;
        list.Error(
            new SourceSpan((int)fault.Where.Line, column + 1, Math.Max(1, before.Trim().Length)),
            "this line is indented deeper than the one above, which has its value already",
            "keys of one mapping stand in one column");
        return true;
    }

    private static bool ExplainStart(ScenarioText source, DiagnosticList list, YamlFault fault)
    {
        var found = CharacterAt(source, fault.Where);
        var (message, hint) = fault.Message switch
        {
            _ when Says(fault, "sequence entries are not allowed") =>
                (
                    "'- ' begins an item of a list, and no list can begin here",
                    "begin it on the next line; a text that begins with '- ' goes into quotes"),
            _ when Says(fault, "keys are not allowed") => ("'? ' begins a key, and none can stand here", QuoteIt),
            _ when Says(fault, "cannot start any token") => ($"'{found}' cannot begin a text", QuoteIt),
            _ when Says(fault, "node content") => (
                $"'{found}' stands where a value is expected", "remove it, or put the text in quotes"),
            _ when Says(fault, "expected ':'") => ("a ':' is missing after this key", "write 'key: value'"),
            _ when Says(fault, "block scalar") => (
                "after '|' or '>' the text begins on the next line", "move it there, indented deeper than the key"),
            _ when Says(fault, "directive") || Says(fault, "version") || Says(fault, "incompatible") =>
                ("a line that begins with '%' is a directive, which scenarios do not have", "remove it"),
            _ when Says(fault, "<document") => (
                "nothing can follow here: what stands before is complete",
                "remove it; a scenario is one mapping of 'key: value'"),
            _ when Says(fault, "alias") || Says(fault, "anchor") || Says(fault, "tag") =>
                (
                    "'&', '*' and '!' begin anchors, aliases and tags, which scenarios do not have",
                    "remove it; a text that begins so goes into quotes"),
            _ => ("", ""),
        };
        if (message.Length == 0)
        {
            return false;
        }

        list.Error(At(source, fault.Where), message, hint);
        return true;
    }

    private static bool ExplainIndentation(ScenarioText source, DiagnosticList list, YamlFault fault)
    {
        if (!Says(fault, "expected key") && !Says(fault, "'-' indicator"))
        {
            return false;
        }

        var line = LineAt(source, fault.Where.Line);
        var before = line[..Math.Clamp((int)fault.Where.Column - 1, 0, line.Length)].TrimEnd();
        var where = At(source, fault.Where);
        if (before is [.., '"' or '\''])
        {
            list.Error(
                where,
                "text follows the closing quote",
                "put quotes around all of it; inside single quotes write '' for one, or use double quotes outside");
        }
        else if (Says(fault, "'-' indicator"))
        {
            list.Error(
                where,
                "an item of the list, '- …', is expected here",
                "check the indentation of this line: the items of a list stand in one column");
        }
        else if (!line.Contains(':', StringComparison.Ordinal))
        {
            list.Error(
                where, "'key: value' is expected here, this line has no ':'", "indent it deeper if it belongs to the text above");
        }
        else
        {
            ExplainColumn(source, list, fault, where);
        }

        return true;
    }

    // The line has a ':' and YAML wants no key here: the ':' lacks its blank, the line stands too deep, or too shallow.
    private static void ExplainColumn(ScenarioText source, DiagnosticList list, YamlFault fault, SourceSpan where)
    {
        const string OneColumn = "keys of one mapping stand in one column";
        var line = LineAt(source, fault.Where.Line);
        var above = (int)fault.Where.Line - 1;
        while (above > 1 && IsPassedOver(LineAt(source, above)))
        {
            above--;
        }

        var before = LineAt(source, above);
        if (!line.Contains(": ", StringComparison.Ordinal) && !line.TrimEnd().EndsWith(':'))
        {
            list.Error(
                where, "'key: value' is expected here, and no ':' of this line has a blank behind it", "write 'key: value'");
        }
        else if (line.AsSpan(0, where.Column - 1).Trim().IsEmpty && KeyColumn(line) > KeyColumn(before)
            && before.Contains(": ", StringComparison.Ordinal))
        {
            list.Error(
                where,
                FormattableString.Invariant($"this line is indented deeper than line {above}, which has its value already"),
                OneColumn + "; one of the two lines is out of place");
        }
        else
        {
            list.Error(where, "the indentation of this line fits no line above", OneColumn + "; look at the line above it, too");
        }
    }

    private static bool IsPassedOver(string line) => line.AsSpan().Trim() is [] or ['#', ..];

    // Where the key of a line begins, behind the dashes of a list.
    private static int KeyColumn(string line) => line.Length - line.AsSpan().TrimStart(" -").Length;

    private static bool Says(YamlFault fault, string words) =>
        fault.Message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static string LineAt(ScenarioText source, long line) =>
        line >= 1 && line <= source.Lines.Length ? source.Lines[(int)line - 1] : "";

    private static char CharacterAt(ScenarioText source, Mark mark)
    {
        var line = LineAt(source, mark.Line);
        return mark.Column >= 1 && mark.Column <= line.Length ? line[(int)mark.Column - 1] : ' ';
    }

    // At the end of the text the parser points behind the last line.
    private static SourceSpan At(ScenarioText source, Mark mark) =>
        mark.Line <= source.Lines.Length
            ? new SourceSpan((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column), 1)
            : new SourceSpan(source.Lines.Length, source.Lines[^1].Length + 1, 1);
}
