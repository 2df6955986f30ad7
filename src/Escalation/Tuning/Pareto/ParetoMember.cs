using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>A member of a population with its values.</summary>
/// <param name="Genome">Its genes.</param>
/// <param name="Objectives">Its objectives, less is better.</param>
/// <param name="Violation">0 if it is allowed, else how far it is off.</param>
/// <param name="Generation">The generation in which it was asked for.</param>
/// <param name="Rank">0 if no member dominates it, else one more than the greatest rank of those that do.</param>
/// <param name="Crowding">How much room it has among members of its rank.</param>
public sealed record ParetoMember(
    Genome Genome, ImmutableArray<double> Objectives, double Violation, int Generation, int Rank, double Crowding);
