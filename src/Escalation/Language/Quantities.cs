namespace Escalation.Language;

/// <summary>What types go together.</summary>
internal static class Quantities
{
    /// <summary>A type with its article, for messages.</summary>
    public static string Described(Quantity quantity) => quantity switch
    {
        Quantity.Number => "a number",
        Quantity.Duration => "a duration",
        Quantity.Rate => "a rate",
        _ => "a truth",
    };

    /// <summary>The type of a product, or null.</summary>
    public static Quantity? Product(Quantity left, Quantity right) => (left, right) switch
    {
        (Quantity.Truth, _) or (_, Quantity.Truth) => null,
        (Quantity.Number, _) => right,
        (_, Quantity.Number) => left,
        (Quantity.Duration, Quantity.Rate) or (Quantity.Rate, Quantity.Duration) => Quantity.Number,
        _ => null,
    };

    /// <summary>The type of a quotient, or null.</summary>
    public static Quantity? Quotient(Quantity left, Quantity right) => (left, right) switch
    {
        (Quantity.Truth, _) or (_, Quantity.Truth) => null,
        (_, Quantity.Number) => left,
        (Quantity.Number, Quantity.Duration) => Quantity.Rate,
        (Quantity.Number, Quantity.Rate) => Quantity.Duration,
        _ => left == right ? Quantity.Number : null,
    };
}
