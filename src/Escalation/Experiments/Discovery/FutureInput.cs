using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Experiments;

/// <summary>What may differ from one future to another: an uncertainty or a lever.</summary>
/// <param name="Name">Its name, as the box in words says it.</param>
public sealed record FutureInput(string Name)
{
    /// <summary>Its type, by which limits get their unit; values are in days or a day where it has one.</summary>
    public Quantity Quantity { get; init; } = Quantity.Number;

    /// <summary>Whether its values are names for kinds of futures, of which none is more than another: they are taken away one by
    /// one, not cut off at an end. Whole numbers, at most <see cref="Futures.MostCategories"/> different ones.</summary>
    public bool IsCategorical { get; init; }

    /// <summary>Names of categories by value, from 0; a value without a name is told as a number.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];
}
