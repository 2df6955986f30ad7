using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Looks for the policies that none beats in all objectives: a search, a choice with new luck among those it ended with,
/// and a judgement of the chosen ones with luck that neither saw.</summary>
public static class FrontSearch
{
    /// <summary>The most policies of a front that are judged: more nobody can look at.</summary>
    private const int MostJudged = 20;

    /// <summary>Policies are the same to people if all levers are closer than this part of their ranges.</summary>
    private const double LeastDistance = 0.005;

    private const long Chunk = ReplicationTable.BlockSize;

    /// <summary>Looks for them.</summary>
    /// <param name="trials">Tries policies.</param>
    /// <param name="space">The policies.</param>
    /// <param name="plan">How much may be spent.</param>
    /// <param name="tell">Takes what is being done, in few words; null: nobody watches.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="PointFaultException">A replication failed.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static TunedFront Run(PolicyTrials trials, PolicySpace space, TuningPlan plan, Action<string>? tell = null)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(plan);
        var budget = plan.Budget / trials.HistoriesOfUnit;
        var run = new FrontSearchRun(trials, space, plan.Seed, (long)(budget * (1 - TuningPlan.PartOfSelection)));
        while (run.Step() is { } step)
        {
            tell?.Invoke(FormattableString.Invariant($"generation {step.Generation}, {step.FrontSize} on the front"));
        }

        var candidates = (space.HasWritten ? run.Policies.Add(space.Written) : run.Policies).Distinct().ToImmutableArray();
        var count = Math.Max(1, (long)(budget * TuningPlan.PartOfSelection) / candidates.Length / Chunk) * Chunk;
        tell?.Invoke(FormattableString.Invariant($"choosing among {candidates.Length}"));
        var chosen = Chosen(space, trials.Run(candidates, TuningPlan.LuckOfSelection, count));
        tell?.Invoke("judging");
        var judged = trials.Run(chosen.Add(space.Written).Distinct(), TuningPlan.LuckOfJudgement, plan.Judged);
        return new(run.Steps, run.Reference, Members(judged, chosen), judged.First(trial => trial.Policy == space.Written));
    }

    // Those that no other beats as far as this luck tells, and of too many those that add most.
    private static ImmutableArray<Point> Chosen(PolicySpace space, ImmutableArray<PolicyTrial> found)
    {
        var values = found.Select(trial => trial.Objectives.ToArray()).ToList();
        var violations = found.Select(trial => trial.Excesses.Sum(excess => Math.Max(0, excess))).ToArray();
        var ranks = Domination.Ranks(values, violations);
        var front = Enumerable.Range(0, found.Length).Where(place => ranks[place] == 0).ToList();
        while (front.Count > MostJudged)
        {
            var room = CrowdingDistance.Of([.. front.Select(place => values[place])]);
            front.RemoveAt(Array.IndexOf(room, room.Min()));
        }

        // Of policies that nobody would tell apart one is enough.
        var chosen = ImmutableArray.CreateBuilder<Point>();
        chosen.AddRange(front.Select(place => found[place].Policy).Where(policy => policy == space.Written));
        foreach (var policy in front.Select(place => found[place].Policy))
        {
            if (!chosen.Any(other => space.IsNear(policy, other, LeastDistance)))
            {
                chosen.Add(policy);
            }
        }

        return chosen.ToImmutable();
    }

    private static ImmutableArray<FrontMember> Members(ImmutableArray<PolicyTrial> judged, ImmutableArray<Point> chosen)
    {
        var members = judged.Where(trial => chosen.Contains(trial.Policy)).ToList();
        var feasible = members.Exists(trial => trial.IsFeasible) ? members.Where(trial => trial.IsFeasible).ToList() : members;
        var front = ConfidentFront.Members(
            [.. feasible.Select(trial => trial.Objectives.ToArray())],
            (one, other, objective) =>
            {
                var difference = feasible[one].Objective(objective).To(feasible[other].Objective(objective));
                return difference.StandardDeviation / Math.Sqrt(difference.Count);
            });
        return
        [
            .. members.Select(trial => new FrontMember(trial, front.Contains(feasible.IndexOf(trial))))
                .OrderBy(member => member.Trial.Objectives[0]),
        ];
    }
}

/// <summary>A policy of a front, judged on fresh luck.</summary>
/// <param name="Trial">What became of it.</param>
/// <param name="IsOnFront">True: no other one beats it in all objectives, with confidence.</param>
public sealed record FrontMember(PolicyTrial Trial, bool IsOnFront);

/// <summary>One generation of a search for a front.</summary>
/// <param name="Units">Histories, or futures, that were spent when it was over.</param>
/// <param name="Generation">Its number, from 1.</param>
/// <param name="FrontSize">Policies that none of the population beats.</param>
/// <param name="Hypervolume">What they dominate, up to the reference point.</param>
/// <param name="StandardError">The standard error of that, as if each policy had luck of its own.</param>
public sealed record FrontStep(long Units, int Generation, int FrontSize, double Hypervolume, double StandardError);

/// <summary>What tuning by several objectives found.</summary>
/// <param name="Steps">How the search went.</param>
/// <param name="Reference">The point up to which hypervolumes are measured: the worst of the first generation, turned so that
/// less is better.</param>
/// <param name="Members">The policies that were chosen, judged on fresh luck; by the first objective.</param>
/// <param name="Written">The policy that was there before, on the same luck.</param>
public sealed record TunedFront(
    ImmutableArray<FrontStep> Steps, ImmutableArray<double> Reference, ImmutableArray<FrontMember> Members, PolicyTrial Written);
