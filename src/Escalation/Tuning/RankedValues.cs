namespace Escalation.Tuning;

/// <summary>One number a policy, by which a search may order them: whoever breaks a constraint stands behind all who keep
/// it.</summary>
internal static class RankedValues
{
    /// <summary>The numbers.</summary>
    /// <param name="trials">The policies.</param>
    /// <returns>Finite numbers, the less the better: the first objective where constraints are kept, else more than any of
    /// these, by how much they are broken.</returns>
    internal static double[] Of(IReadOnlyList<PolicyTrial> trials)
    {
        var violations = FeasibilityRanking.Violations([.. trials.Select(trial => trial.Excesses.Select(Bounded).ToArray())]);
        var kept = trials.Where((trial, place) => violations[place] <= 0 && double.IsFinite(trial.Objectives[0]))
            .Select(trial => trial.Objectives[0]).ToList();
        var (least, most) = kept.Count == 0 ? (0, 0) : (kept.Min(), kept.Max());
        var step = Math.Max(most - least, Math.Max(Math.Abs(most), 1e-9));
        return
        [
            .. trials.Select((trial, place) => violations[place] > 0 ? most + (step * (1 + violations[place]))
                : double.IsFinite(trial.Objectives[0]) ? trial.Objectives[0]
                : most + step),
        ];
    }

    // Where it cannot be said by how much, it is by far.
    private static double Bounded(double excess) => double.IsFinite(excess) ? excess : 1e9;
}
