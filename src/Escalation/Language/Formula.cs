namespace Escalation.Language;

/// <summary>A place in a source text.</summary>
/// <param name="Line">Line, from 1; 0 if the thing has no place in a file.</param>
/// <param name="Column">Column in characters, from 1.</param>
/// <param name="Length">How many characters it covers on that line; at least 1.</param>
public readonly record struct SourceSpan(int Line, int Column, int Length)
{
    /// <summary>No place: something that did not come from a file.</summary>
    public static SourceSpan None => default;
}

/// <summary>A checked expression with the text that it was read from.</summary>
/// <param name="Root">The typed tree.</param>
/// <param name="Text">The text as written, on one line.</param>
/// <param name="Where">Where it stands in the file.</param>
public sealed record Formula(Node Root, string Text, SourceSpan Where)
{
    /// <summary>A formula that is a known value, for models that are built in C#.</summary>
    /// <param name="value">The value; days for a duration, a day for a rate.</param>
    /// <param name="quantity">Its type.</param>
    /// <returns>The formula.</returns>
    public static Formula Of(double value, Quantity quantity = Quantity.Number) =>
        new(new ConstantNode(value, quantity), FormattableString.Invariant($"{value:R}"), SourceSpan.None);
}
