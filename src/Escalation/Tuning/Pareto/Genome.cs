using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>One setting of all that a search between objectives may vary. Equal genes make equal genomes.</summary>
/// <param name="reals">Numbers from 0 to 1.</param>
/// <param name="choices">Of each choice the index of its alternative, from 0.</param>
public sealed class Genome(ImmutableArray<double> reals, ImmutableArray<int> choices) : IEquatable<Genome>
{
    /// <summary>Gets the numbers, from 0 to 1.</summary>
    public ImmutableArray<double> Reals { get; } = reals;

    /// <summary>Gets of each choice the index of its alternative, from 0.</summary>
    public ImmutableArray<int> Choices { get; } = choices;

    /// <inheritdoc/>
    public bool Equals(Genome? other) =>
        other is not null && Reals.SequenceEqual(other.Reals) && Choices.SequenceEqual(other.Choices);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Genome);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var real in Reals)
        {
            hash.Add(real);
        }

        foreach (var choice in Choices)
        {
            hash.Add(choice);
        }

        return hash.ToHashCode();
    }
}
