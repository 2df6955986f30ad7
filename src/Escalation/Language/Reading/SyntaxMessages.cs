using System.Globalization;
using System.Text;

namespace Escalation.Language;

/// <summary>What can be wrong with the form of an expression, all in one place.</summary>
internal static class SyntaxMessages
{
    // A YAML reader cuts an unquoted text inside { } or [ ] at its first comma, so that what arrives here ends early.
    private const string QuoteHint = "inside { } or [ ] an expression that holds a comma must be quoted";

    public static Problem TooLong(int length, int limit) => new(limit, 1, FormattableString.Invariant(
        $"an expression has at most {limit} characters, and this one has {length}"), "name its parts as levels or uncertainties");

    public static Problem TooDeep(Token token) => At(token, FormattableString.Invariant(
        $"brackets, signs and powers are nested more than {FormulaParser.DepthLimit} deep"), null);

    public static Problem TooManyInARow(Token token) => At(token, FormattableString.Invariant(
        $"more than {FormulaParser.RowLimit} operators stand in a row"), "group them by brackets: '(a + … + k) + (l + … + z)'");

    public static Problem TooLarge(int start, int length) => new(start, length, "this number is too large", null);

    public static Problem StrangeCharacter(string text, int at)
    {
        var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
        var length = isWhole ? rune.Utf16SequenceLength : 1;
        var shown = isWhole && !Rune.IsControl(rune) ? $"'{rune}'"
            : "U+" + ((int)text[at]).ToString("X4", CultureInfo.InvariantCulture);
        var hint = text[at] switch
        {
            '&' => "write 'and'",
            '|' => "write 'or'",
            '!' => "write 'not', or '!=' to compare",
            '\u2212' or '\u2013' or '\u2014' => "write '-'",
            '\u00D7' or '\u00B7' => "write '*'",
            '\u00F7' or ':' => "write '/'",
            '\u2264' => "write '<='",
            '\u2265' => "write '>='",
            '\u2260' => "write '!='",
            '[' or ']' or '{' or '}' => "brackets are round",
            '%' => "write a share as a number: 5 % is 0.05",
            '\'' or '\u2019' when NumberHints.Grouped(text, at) is { } number => $"digits stand together: write '{number}'",
            '"' or '\'' => "an expression holds no text",
            '.' => "a dot joins two names without space: 'iran.grievance'",
            _ => null,
        };
        return new Problem(at, length, $"{shown} means nothing in an expression", hint);
    }

    /// <summary>Something stands where the expression should have ended or gone on with an operator.</summary>
    public static Problem LeftOver(string text, Token previous, Token token)
    {
        if (token.Is(")"))
        {
            return At(token, "this bracket closes none", null);
        }

        if (token.Is("="))
        {
            return At(token, "'=' names an argument of a distribution", "write '==' to compare");
        }

        if (token.Is(","))
        {
            return At(
                token,
                "a comma outside the brackets of a function",
                previous.Kind == TokenKind.Number ? NumberHints.OfComma(text, previous, token) : null);
        }

        var message = $"an operator is missing between '{Written(text, previous)}' and '{Written(text, token)}'";
        return At(token, message, MissingOperatorHint(text, previous, token));
    }

    /// <summary>A value is missing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="previous">What stands before, or null.</param>
    /// <param name="token">What stands in its place.</param>
    /// <param name="opener">The word or bracket that opened the innermost bracket, or null.</param>
    public static Problem NoOperand(string text, Token? previous, Token token, Token? opener)
    {
        if (token.Kind != TokenKind.End)
        {
            var isPower = token.Is("*") && previous is { } star && star.Is("*") && star.End == token.Start;
            return At(
                token,
                $"a value is expected here, but '{Written(text, token)}' was found",
                isPower ? "a power is written with '^'" : null);
        }

        var hint = opener?.Kind == TokenKind.Name ? QuoteHint : null;
        return previous is { } last
            ? At(token, $"a value is missing after '{Written(text, last)}'", hint)
            : At(token, "an expression is expected, but there is none", null);
    }

    public static Problem NotClosed(string text, Token opener, Token previous, Token token)
    {
        if (token.Kind != TokenKind.End)
        {
            return LeftOver(text, previous, token);
        }

        return opener.Kind == TokenKind.Name
            ? At(token, $"the bracket of '{opener.Text}(' is not closed", QuoteHint)
            : At(token, "a bracket is not closed", "write ')'");
    }

    public static Problem ComparisonChain(string text, Syntax left, Token first, Syntax middle, Token second, Syntax? right)
    {
        var (a, b) = (Written(text, left), Written(text, middle));
        return At(second, "comparisons do not chain", second.Is("is")
            ? $"put brackets: '{a} {first.Text} ({b} is …)'"
            : $"write '{a} {first.Text} {b} and {b} {second.Text} {(right is null ? "…" : Written(text, right))}'");
    }

    public static Problem NotAUnit(string text, Token token)
    {
        var hint = Units.Meant(token.Text) is { } unit ? $"write 'per {unit}'" : $"units are {Units.Names}";
        return token.Kind == TokenKind.Number && token.Text.Length > 0
            ? At(token, $"'per' is followed by a unit, not by '{Written(text, token)}'", $"write '/ {Written(text, token)}'")
            : At(token, $"'per' is followed by a unit, not by {Found(text, token)}", hint);
    }

    public static Problem IsWithoutCondition(Syntax left) =>
        new(left.Start, left.Length, "on the left of 'is' stands the name of a condition", "write '==' to compare values");

    public static Problem IsWithoutState(string text, NameSyntax condition, Token token) =>
        At(token, $"'{condition.Text} is' is followed by the name of a state, not by {Found(text, token)}", null);

    public static Problem IsNot(NameSyntax condition, Token word, Token not, Token state) => new(
        word.Start, not.End - word.Start, "'is not' is no operator",
        $"write 'not {condition.Text} is {(state.Kind == TokenKind.Name ? state.Text : "…")}'");

    public static Problem NotInside(Token word) =>
        At(word, "'not' binds weaker than what stands before it", "put it in brackets: '(not …)'");

    private static string? MissingOperatorHint(string text, Token previous, Token token)
    {
        if (previous.Kind == TokenKind.Number && NumberHints.OfNext(text, previous, token) is { } hint)
        {
            return hint;
        }

        if (token.Kind == TokenKind.Name)
        {
            var word = token.Text.ToUpperInvariant();
            if (word is "AND" or "OR" or "IS" or "PER")
            {
                return "the words and, or, is and per are written in small letters";
            }

            if (previous.Kind == TokenKind.Number && previous.Text.Length == 0)
            {
                return Units.Meant(token.Text) is { } unit ? $"write '{Written(text, previous)} {unit}'; units are {Units.Names}"
                    : token.Text.StartsWith('_') ? "digits are written without '_'"
                    : $"write '{Written(text, previous)} * {token.Text}'; units are {Units.Names}";
            }

            if (Units.IsUnit(token.Text))
            {
                return $"units follow numbers: write '{Written(text, previous)} * 1 {token.Text}'";
            }
        }

        return token.Is("(") ? $"write '{Written(text, previous)} * ('" : null;
    }

    private static string Found(string text, Token token) =>
        token.Kind == TokenKind.End ? "the end of the text" : $"'{Written(text, token)}'";

    private static string Written(string text, Token token) => Shortened(text.AsSpan(token.Start, token.Length));

    private static string Written(string text, Syntax syntax) => Shortened(text.AsSpan(syntax.Start, syntax.Length));

    /// <summary>At most 40 characters of a text.</summary>
    internal static string Shortened(ReadOnlySpan<char> written) =>
        written.Length <= 40 ? written.ToString()
        : string.Concat(written[..(char.IsHighSurrogate(written[38]) ? 38 : 39)], "…");

    private static Problem At(Token token, string message, string? hint) =>
        new(token.Start, Math.Max(1, token.Length), message, hint);
}
