namespace Escalation.Engine;

/// <summary>One sentence on a parameter that a distribution cannot have, or null.</summary>
internal static class ParameterFault
{
    /// <summary>Any finite number is legal.</summary>
    public static string? UnlessFinite(string name, double value) =>
        double.IsFinite(value) ? null : FormattableString.Invariant($"the {name} must be finite, but is {value:R}");

    /// <summary>Any finite number from a least one is legal.</summary>
    public static string? UnlessAtLeast(string name, double value, double least) =>
        value >= least && value <= double.MaxValue ? null : UnlessFinite(name, value) ?? (least == 0
            ? FormattableString.Invariant($"the {name} must not be negative, but is {value:R}")
            : FormattableString.Invariant($"the {name} must be at least {least:R}, but is {value:R}"));

    /// <summary>Any finite number above 0 is legal.</summary>
    public static string? UnlessPositive(string name, double value) =>
        value > 0 && value <= double.MaxValue ? null : UnlessFinite(name, value) ??
            FormattableString.Invariant($"the {name} must be positive, but is {value:R}");

    /// <summary>Any number from 0 to 1 is legal.</summary>
    public static string? UnlessProbability(string name, double value) =>
        value is >= 0 and <= 1 ? null : FormattableString.Invariant($"the {name} must be from 0 to 1, but is {value:R}");

    /// <summary>Whole numbers from 0 to 2⁵³ are legal: up to there a double counts in ones.</summary>
    public static string? UnlessCount(string name, double value) =>
        UnlessAtLeast(name, value, 0) ??
        (value > 1L << 53 ? FormattableString.Invariant($"the {name} must be at most 2^53, but is {value:R}")
            : value != Math.Floor(value) ? FormattableString.Invariant($"the {name} must be a whole number, but is {value:R}")
            : null);
}
