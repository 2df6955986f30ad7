namespace Escalation.Tuning;

/// <summary>How much a tuning may spend.</summary>
/// <param name="Budget">Histories of the search, about.</param>
/// <param name="Judged">Histories, or futures, on which what was found is judged in the end.</param>
/// <param name="Seed">Seed of the search itself; what policies are tried on has the seed of the experiment.</param>
public sealed record TuningPlan(long Budget, long Judged, ulong Seed)
{
    /// <summary>What is left for choosing among the candidates of a search over ranges.</summary>
    internal const double PartOfSelection = 0.3;

    /// <summary>Luck of the choice among candidates, which no search saw.</summary>
    internal const long LuckOfSelection = 1L << 40;

    /// <summary>Luck of the judgement, which nothing before it saw.</summary>
    internal const long LuckOfJudgement = 1L << 41;
}
