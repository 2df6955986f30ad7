using System.Collections.Immutable;
using System.Globalization;

namespace Escalation.Language;

/// <summary>Cuts a text into tokens.</summary>
internal sealed class Tokenizer
{
    private static readonly string[] Symbols =
        ["==", "!=", "<=", ">=", "+", "-", "*", "/", "^", "<", ">", "=", "(", ")", ","];

    private readonly string text;
    private readonly ImmutableArray<Problem>.Builder problems;
    private readonly ImmutableArray<Token>.Builder tokens = ImmutableArray.CreateBuilder<Token>();
    private int at;

    private Tokenizer(string text, ImmutableArray<Problem>.Builder problems)
    {
        this.text = text;
        this.problems = problems;
    }

    /// <summary>The tokens of a text, with one of kind <see cref="TokenKind.End"/> at its end.</summary>
    public static ImmutableArray<Token> Tokens(string text, ImmutableArray<Problem>.Builder problems)
    {
        var tokenizer = new Tokenizer(text, problems);
        while (tokenizer.at < text.Length && problems.Count == 0)
        {
            tokenizer.Next();
        }

        tokenizer.tokens.Add(new Token(TokenKind.End, text.Length, 0, ""));
        return tokenizer.tokens.ToImmutable();
    }

    /// <summary>True for the characters that names are made of.</summary>
    public static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || character == '_';

    private void Next()
    {
        var character = text[at];
        if (char.IsWhiteSpace(character))
        {
            at++;
        }
        else if (char.IsAsciiDigit(character) || (character == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            Number();
        }
        else if (IsWordCharacter(character))
        {
            Name();
        }
        else if (Symbols.FirstOrDefault(symbol => string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0) is { } found)
        {
            tokens.Add(new Token(TokenKind.Symbol, at, found.Length, found));
            at += found.Length;
        }
        else
        {
            problems.Add(SyntaxMessages.StrangeCharacter(text, at));
        }
    }

    // Digits, a point and digits, an exponent; then perhaps a unit, unless its word is followed by a bracket: min(…) is a
    // function.
    private void Number()
    {
        var start = at;
        Digits();
        if (at < text.Length && text[at] == '.')
        {
            at++;
            Digits();
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var exponent = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
            if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            {
                at = exponent;
                Digits();
            }
        }

        var value = double.Parse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(value))
        {
            problems.Add(new Problem(start, at - start, "this number is too large", null));
        }

        var unit = Unit();
        tokens.Add(new Token(TokenKind.Number, start, at - start, unit, value));
    }

    private void Digits()
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
    }

    private string Unit()
    {
        var start = SkipSpace(at);
        var end = WordEnd(start);
        var word = text[start..end];
        var isUnit = Units.IsUnit(word) && !(SkipSpace(end) is var next && next < text.Length && text[next] == '(');
        if (!isUnit)
        {
            return "";
        }

        at = end;
        return word;
    }

    private void Name()
    {
        var start = at;
        at = WordEnd(at);
        while (at + 1 < text.Length && text[at] == '.' && IsWordCharacter(text[at + 1]))
        {
            at = WordEnd(at + 1);
        }

        tokens.Add(new Token(TokenKind.Name, start, at - start, text[start..at]));
    }

    private int SkipSpace(int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    private int WordEnd(int from)
    {
        while (from < text.Length && IsWordCharacter(text[from]))
        {
            from++;
        }

        return from;
    }
}
