using System.Collections.Immutable;

namespace Escalation.Verification;

/// <summary>A small model of which some figures are known exactly, and the scenario file that says it.</summary>
public sealed record ReferenceCase
{
    /// <summary>Replications of a usual run: they show an error of about 2 % in a common figure, within seconds.</summary>
    public const long UsualReplications = 100_000;

    private const double LargestCommon = 100_000;
    private const long RareReplications = 30_000_000;

    /// <summary>Its name, such as <c>V12-ladder-first-passage</c>; also the name of its file.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about: <c>poisson</c>, <c>ladder</c>, <c>hawkes</c>, …</summary>
    public required string Group { get; init; }

    /// <summary>The model in words.</summary>
    public required string Model { get; init; }

    /// <summary>What else is to be known; empty if nothing.</summary>
    public required string Note { get; init; }

    /// <summary>The figures.</summary>
    public required ImmutableArray<ReferenceStatistic> Statistics { get; init; }

    /// <summary>The scenario file, in the language that users write.</summary>
    public required string ScenarioText { get; init; }

    /// <summary>Whether its events are so rare that they are not counted in a usual run.</summary>
    public bool IsRare => Group == "rare";

    /// <summary>How many replications bring the standard error of every common figure to 0.1 % of its value.</summary>
    /// <remarks>Common is what needs at most 100,000 replications for 1 %: ten million for 0.1 %. Rarer figures, such as a count
    /// of zero that comes once in 20,000 histories, are as exact as those replications make them.</remarks>
    public long DeepReplications => IsRare ? RareReplications : Math.Max(
        UsualReplications,
        (long)(100 * Statistics.Select(statistic => statistic.ReplicationsForOnePercent).Where(needed => needed <= LargestCommon)
            .DefaultIfEmpty().Max()));
}
