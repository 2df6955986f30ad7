using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>One generation of a search, or one round of a selection.</summary>
/// <param name="Units">Histories, or futures, that were spent when it was over.</param>
/// <param name="Restart">Number of the run, from 0.</param>
/// <param name="Generation">Number within the run, from 1.</param>
/// <param name="UnitsOfPolicy">On how many each policy was tried; 0 where it differs.</param>
/// <param name="Best">The policy that looked best in it.</param>
/// <param name="Value">Its value as it looked then, turned so that less is better.</param>
/// <param name="StandardError">The standard error of that.</param>
public sealed record SearchStep(
    long Units, int Restart, int Generation, long UnitsOfPolicy, Point Best, double Value, double StandardError);
