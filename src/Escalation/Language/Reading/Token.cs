namespace Escalation.Language;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A number, perhaps with a unit of time.</summary>
    Number,

    /// <summary>A name with or without dots, or a word of the language.</summary>
    Name,

    /// <summary>An operator, a bracket, a comma, <c>=</c>.</summary>
    Symbol,

    /// <summary>The end of the text.</summary>
    End,
}

/// <summary>A token with its place in the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">How many characters it covers.</param>
/// <param name="Text">A name or symbol as written; of a number its unit, or empty.</param>
/// <param name="Value">The value of a number, without its unit.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, string Text, double Value = 0)
{
    public int End => Start + Length;

    public bool Is(string symbolOrWord) => Kind is TokenKind.Symbol or TokenKind.Name && Text == symbolOrWord;
}
