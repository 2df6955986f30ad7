using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Model;

/// <summary>A thing one actor does to another, with outcomes drawn by chance.</summary>
public sealed record ActionDefinition
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public string About { get; init; } = "";

    /// <summary>Index of its rung, or −1.</summary>
    public int Rung { get; init; } = -1;

    /// <summary>Its draws, in order.</summary>
    public ImmutableArray<FieldDraw> Draws { get; init; } = [];

    /// <summary>How others learn of it.</summary>
    public Report Report { get; init; } = Report.AtOnce;
}

/// <summary>A field of an event and how it gets its value, by a draw of an action or by <c>with</c>.</summary>
/// <param name="Field">Index of its name in <see cref="Scenario.FieldNames"/>.</param>
/// <param name="Value">Its value; may draw.</param>
public sealed record FieldDraw(int Field, Formula Value);

/// <summary>How others learn of an act.</summary>
/// <param name="Chance">Chance that it is reported at all, for each observer.</param>
/// <param name="After">Delay of the report; null: at once.</param>
/// <param name="Attributed">Chance that the report names the doer.</param>
public sealed record Report(Formula Chance, Formula? After, Formula Attributed)
{
    /// <summary>At once, surely, truly attributed.</summary>
    public static Report AtOnce { get; } = new(Formula.Of(1), null, Formula.Of(1));
}
