using System.Globalization;
using System.Text.RegularExpressions;

namespace Escalation.Language;

/// <summary>What was meant by a number that is written as elsewhere: in groups of digits, to another base, in months, in two
/// units.</summary>
internal static partial class NumberHints
{
    /// <summary>What to write for a number and what follows it without an operator; null if that is nothing known.</summary>
    public static string? OfNext(string text, Token previous, Token token)
    {
        if (token.Kind == TokenKind.Number)
        {
            return previous.Text.Length > 0 && token.Text.Length > 0
                    ? $"write '{Written(text, previous)} + {Written(text, token)}'"
                : previous.Text.Length == 0 && Grouped(text, previous.End) is { } number
                    ? $"digits stand together: write '{number}'"
                : null;
        }

        if (token.Kind != TokenKind.Name || previous.Text.Length > 0)
        {
            return null;
        }

        if (previous.Value == 0 && previous.End == token.Start && WithBase(token.Text) is { } value)
        {
            return FormattableString.Invariant($"numbers are decimal: write '{value}'");
        }

        return InKnownUnits(previous.Value, token.Text) is { } meant
            ? $"write '{meant}'; units are {Units.Names}"
            : null;
    }

    /// <summary>What to write for a number before a comma.</summary>
    public static string OfComma(string text, Token number, Token comma) => Grouped(text, comma.Start) is { } whole
        ? $"write '{whole}', or with a decimal point '{text[number.Start..comma.Start]}.{text.AsSpan(comma.End, 3)}'"
        : "write a decimal point: '1.5'";

    /// <summary>A number in groups of three digits, without what parts them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the first group ends.</param>
    /// <returns>Its digits; null if there are no such groups.</returns>
    public static string? Grouped(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        var found = Groups().Match(text, start);
        return found.Success && found.Index == start && at - start is >= 1 and <= 3
            ? string.Concat(found.Value.Where(char.IsAsciiDigit))
            : null;
    }

    // Months and years differ in length, so that a number of days is said, which can be put right.
    private static string? InKnownUnits(double value, string word)
    {
        (double Factor, string Unit)? meant = word.ToUpperInvariant() switch
        {
            "S" or "SEC" or "SECS" or "SECOND" or "SECONDS" => (1.0 / 60, "min"),
            "FORTNIGHT" or "FORTNIGHTS" => (2, "w"),
            "MO" or "MONTH" or "MONTHS" => (30, "d"),
            "QUARTER" or "QUARTERS" => (91, "d"),
            "Y" or "YR" or "YRS" or "YEAR" or "YEARS" => (365, "d"),
            _ => null,
        };
        return meant is { } known ? FormattableString.Invariant($"{value * known.Factor:0.####} {known.Unit}") : null;
    }

    private static ulong? WithBase(string word)
    {
        var digits = word[1..];
        ulong value;
        return char.ToUpperInvariant(word[0]) switch
        {
            'X' when ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) => value,
            'B' when ulong.TryParse(digits, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture, out value) => value,
            _ => null,
        };
    }

    private static string Written(string text, Token token) => text.Substring(token.Start, token.Length);

    // Points are not among them: 1.000 is a number that is read.
    [GeneratedRegex(@"[0-9]{1,3}([\s'\u2019,][0-9]{3})+(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Groups();
}
