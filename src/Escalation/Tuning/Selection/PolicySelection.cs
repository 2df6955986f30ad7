using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Chooses the best of some policies within a budget: those that matter are tried more often.</summary>
public static class PolicySelection
{
    private const long Chunk = ReplicationTable.BlockSize;

    /// <summary>Rounds of a selection, about: each waits for its slowest history, and leaves a file.</summary>
    private const long MostRounds = 60;

    /// <summary>Chooses.</summary>
    /// <param name="trials">Tries policies.</param>
    /// <param name="policies">The policies, at least one.</param>
    /// <param name="budget">Units to spend, of all policies together; if it is too small for a first look at each, that is
    /// spent.</param>
    /// <param name="luck">Number of the unit with whose luck each policy begins.</param>
    /// <param name="areShares">True: the objective is a share, and there are no constraints.</param>
    /// <param name="preferred">How many policies at the front are better founded than these trials can tell: the first of them
    /// that cannot be told from the best is chosen.</param>
    /// <param name="after">Called after each round; null: nobody watches.</param>
    /// <returns>What was chosen, and how surely.</returns>
    public static SelectedPolicy Run(
        PolicyTrials trials,
        ImmutableArray<Point> policies,
        long budget,
        long luck,
        bool areShares = false,
        int preferred = 0,
        Action<SearchStep>? after = null)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var first = Math.Max(2, budget / policies.Length / 4 / Chunk) * Chunk;
        var search = new OcbaSearch(policies.Length, new OcbaOptions(Math.Max(budget, first * policies.Length))
        {
            FirstReplications = first,
            Increment = Math.Max(Chunk, budget / MostRounds),
            Chunk = Chunk,
        });
        var known = new PolicyTrial?[policies.Length];
        var steps = ImmutableArray.CreateBuilder<SearchStep>();
        while (!search.IsFinished)
        {
            Extend(trials, policies, known, search.Ask(), luck);
            search.Tell(Samples(known!, areShares));
            var best = known[search.Best]!;
            steps.Add(new(
                known.Sum(trial => (long)trial!.Count),
                0,
                steps.Count + 1,
                0,
                best.Policy,
                best.Objectives[0],
                best.Objective(0).StandardError));
            after?.Invoke(steps[^1]);
        }

        var least = OcbaAllocation.IndexOfLeast(RankedValues.Of(known!));
        var chosen = Preferred(known!, preferred, known[least]!) is >= 0 and var place ? place : least;
        var probability = policies.Length == 1 ? 1 : SelectionProbability.OfChoice(Samples(known!, areShares), chosen);
        return new([.. known!], chosen, probability, steps.ToImmutable());
    }

    private static int Preferred(PolicyTrial[] known, int preferred, PolicyTrial best)
    {
        for (var place = 0; place < preferred; place++)
        {
            var count = Math.Min(best.Count, known[place].Count);
            var difference = best.First(count).Objective(0).To(known[place].First(count).Objective(0));
            if (known[place].IsFeasible == best.IsFeasible && difference.Interval.Lower <= 0)
            {
                return place;
            }
        }

        return -1;
    }

    private static void Extend(
        PolicyTrials trials, ImmutableArray<Point> policies, PolicyTrial?[] known, ImmutableArray<long> wanted, long luck)
    {
        var asked = new List<(int Place, Point Policy, long Luck)>();
        for (var place = 0; place < policies.Length; place++)
        {
            var start = luck + (known[place]?.Count ?? 0);
            for (var more = 0L; more < wanted[place]; more += Chunk)
            {
                asked.Add((place, policies[place], start + more));
            }
        }

        var found = trials.Run([.. asked.Select(one => (one.Policy, one.Luck))], Chunk);
        for (var one = 0; one < asked.Count; one++)
        {
            var place = asked[one].Place;
            known[place] = known[place]?.FollowedBy(found[one]) ?? found[one];
        }
    }

    private static ChoiceSample[] Samples(PolicyTrial[] known, bool areShares)
    {
        var ranked = RankedValues.Of(known);
        return
        [
            .. known.Select((trial, place) => new ChoiceSample(
                trial.Count, ranked[place], Known(trial.Objective(0).Variance), areShares)),
        ];
    }

    private static double Known(double variance) => double.IsFinite(variance) ? variance : 0;
}

/// <summary>What was chosen among some policies.</summary>
/// <param name="Policies">All of them, with what they were tried on.</param>
/// <param name="Chosen">Index of the chosen one.</param>
/// <param name="Probability">The probability that it is the best of them, by the posterior of luck that is not shared.</param>
/// <param name="Steps">How it went.</param>
public sealed record SelectedPolicy(
    ImmutableArray<PolicyTrial> Policies, int Chosen, double Probability, ImmutableArray<SearchStep> Steps)
{
    /// <summary>The chosen one.</summary>
    public PolicyTrial Best => Policies[Chosen];
}
