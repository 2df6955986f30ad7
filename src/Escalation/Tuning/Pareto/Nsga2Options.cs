namespace Escalation.Tuning;

/// <summary>How a search between objectives goes.</summary>
public sealed record Nsga2Options
{
    /// <summary>The seed of its luck.</summary>
    public ulong Seed { get; init; }

    /// <summary>Members of the population, and new ones a generation; at least 4.</summary>
    public int Population { get; init; } = 100;

    /// <summary>Chance that two parents are crossed; from 0 to 1.</summary>
    public double CrossoverChance { get; init; } = 0.9;

    /// <summary>Index η of the simulated binary crossover: the greater, the nearer children are to their parents; not
    /// negative.</summary>
    public double CrossoverIndex { get; init; } = 20;

    /// <summary>Chance that a gene mutates, from 0 to 1; <see langword="null"/>: one gene a genome on average.</summary>
    public double? MutationChance { get; init; }

    /// <summary>Index η of the polynomial mutation: the greater, the smaller mutations are; not negative.</summary>
    public double MutationIndex { get; init; } = 20;

    /// <summary>Refuses what is out of range.</summary>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Population, 4, nameof(Population));
        ArgumentOutOfRangeException.ThrowIfNegative(CrossoverIndex, nameof(CrossoverIndex));
        ArgumentOutOfRangeException.ThrowIfNegative(MutationIndex, nameof(MutationIndex));
        CheckChance(CrossoverChance, nameof(CrossoverChance));
        CheckChance(MutationChance ?? 0, nameof(MutationChance));
    }

    private static void CheckChance(double chance, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(chance, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chance, 1, name);
    }
}
