using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>What a search between objectives may vary: numbers from 0 to 1, and choices among a few.</summary>
/// <param name="Reals">How many numbers; not negative.</param>
/// <param name="Choices">For each choice how many alternatives it has, at least 1; whole numbers are choices too.</param>
public sealed record GeneSpace(int Reals, ImmutableArray<int> Choices)
{
    /// <summary>Gets how many genes there are.</summary>
    public int Count => Reals + Choices.Length;

    /// <summary>Refuses what is out of range.</summary>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Reals, nameof(Reals));
        ArgumentOutOfRangeException.ThrowIfZero(Count, nameof(Choices));
        foreach (var alternatives in Choices)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(alternatives, 1, nameof(Choices));
        }
    }
}
