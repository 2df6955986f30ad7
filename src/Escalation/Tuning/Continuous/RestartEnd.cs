using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>Where one run of a search over continuous levers ended.</summary>
/// <param name="Restart">Number of the run, from 0.</param>
/// <param name="Mean">The mean of its distribution, a point of the box: a candidate for the optimum, still to be valued on
/// luck that the search has not seen.</param>
/// <param name="Stop">Why it ended.</param>
/// <param name="Generations">How many generations it had.</param>
/// <param name="Evaluations">How many points were valued.</param>
public sealed record RestartEnd(int Restart, ImmutableArray<double> Mean, CmaStop Stop, int Generations, long Evaluations);
