using System.Globalization;

namespace Escalation.Studies;

/// <summary>What is looked at in the histories of a run: <c>attacks</c>, <c>revenge per operations</c>, or a number that a run is
/// held against.</summary>
/// <param name="Column">A measure or an outcome.</param>
/// <param name="Per">The measure by whose mean that of the first is divided; null: none.</param>
internal sealed record Observable(string Column, string? Per)
{
    /// <summary>The number, if it is one.</summary>
    public double? Constant =>
        double.TryParse(Column, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Reads <c>column</c>, <c>column per column</c> or a number.</summary>
    public static Observable Of(string text) => text.Split(" per ") switch
    {
        [var column] => new(column, null),
        [var column, var per] => new(column, per),
        _ => throw new ArgumentException($"'{text}' is neither a column nor one per another.", nameof(text)),
    };

    /// <inheritdoc/>
    public override string ToString() => Per is null ? Column : $"{Column} per {Per}";
}
