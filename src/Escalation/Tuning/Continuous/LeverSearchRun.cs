using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>A search over levers under way: a descent, then a survey about where it ended.</summary>
internal sealed class LeverSearchRun
{
    private const int KeptPolicies = 10;
    private const long Chunk = ReplicationTable.BlockSize;

    /// <summary>Generations that a budget should suffice for.</summary>
    private const int WantedGenerations = 40;

    /// <summary>A lever is known when it moves by less than this part of its range.</summary>
    private const double LeastMove = 1e-3;

    /// <summary>The first step, in widths of the ranges.</summary>
    private const double FirstStep = 0.3;

    private readonly PolicyTrials trials;
    private readonly PolicySpace space;
    private readonly ImmutableArray<int> choices;
    private readonly LeverSearchOptions options;
    private readonly Action<SearchStep>? after;
    private readonly ContinuousSearch search;
    private readonly ImmutableArray<SearchStep>.Builder steps = ImmutableArray.CreateBuilder<SearchStep>();
    private readonly List<PolicyTrial> seen = [];
    private readonly List<ResponsePoint> responses = [];
    private long spent;
    private long luck;
    private int groups;

    internal LeverSearchRun(
        PolicyTrials trials,
        PolicySpace space,
        ImmutableArray<int> choices,
        LeverSearchOptions options,
        Action<SearchStep>? after)
    {
        (this.trials, this.space, this.choices, this.options, this.after) = (trials, space, choices, options, after);
        luck = options.Luck;
        var levers = space.Ranges.Length;
        var box = new SearchBox(new double[levers], [.. Enumerable.Repeat(1.0, levers)]);
        search = new(box, new ContinuousOptions
        {
            Seed = options.Seed,
            Step = FirstStep,
            StepTolerance = LeastMove / FirstStep,
            ValueTolerance = 0,
        });
    }

    /// <summary>Descends by CMA-ES until the budget is spent, or no run can get further.</summary>
    internal void Descend(long budget)
    {
        var least = Math.Max(Chunk, budget / (search.Population + 4) / WantedGenerations / Chunk * Chunk);
        var noise = new RankNoise(least, 16 * least, Chunk);
        while (!search.IsFinished)
        {
            var replications = noise.Replications;
            var twice = noise.Twice(search.Population);
            if (steps.Count > 0 && spent + ((search.Population + twice) * replications) > budget)
            {
                break;
            }

            var (restart, generation) = (search.Restart, search.Generation + 1);
            var points = search.Ask();
            var (first, again) = Try(points, twice, replications);
            var values = RankedValues.Of(first);
            search.Tell(values);
            noise.Tell(values, RankedValues.Of(again));
            Note(restart, generation, replications, first, values);
        }
    }

    /// <summary>Looks about where the descent ended: far apart, points with the same luck say more of where the least one lies
    /// than points close together.</summary>
    internal void Survey()
    {
        var count = (4 * space.Ranges.Length) + 4;
        var replications = (options.Budget - spent) / count / Chunk * Chunk;
        if (Bottom() is not var (centre, half) || replications < Chunk)
        {
            return;
        }

        var spread = SobolSequence.Scrambled(options.Seed, "survey", count, space.Ranges.Length);
        var points = Enumerable.Range(0, count).Select(point => (double[])[.. centre.Select((middle, lever) =>
            Math.Clamp(middle + (half * ((2 * spread.Row(point)[lever]) - 1)), 0, 1))]).ToArray();
        var (found, _) = Try(points, 0, replications);
        Note(search.Restart, search.Generation + 1, replications, found, RankedValues.Of(found));
    }

    /// <summary>What came of it.</summary>
    internal LeverSearchEnd End()
    {
        var means = search.Ends.Select(end => end.Mean).ToList();
        if (!search.IsFinished)
        {
            means.Add(search.Mean);
        }

        var ranked = RankedValues.Of(seen);
        var order = Enumerable.Range(0, seen.Count).OrderBy(index => ranked[index]).Take(KeptPolicies);
        return new(
            Bottom() is var (place, _) ? space.At(place.AsSpan(), choices.AsSpan()) : null,
            [.. means.Select(mean => space.At(mean.AsSpan(), choices.AsSpan()))],
            [.. order.Select(index => seen[index])],
            steps.ToImmutable());
    }

    private (ImmutableArray<double> Place, double HalfWidth)? Bottom() =>
        ResponseSurface.Least(responses, search.IsFinished ? search.Ends[^1].Mean : search.Mean);

    // All with the same luck, and the first ones again with other luck.
    private (ImmutableArray<PolicyTrial> First, ImmutableArray<PolicyTrial> Again) Try(
        double[][] points, int twice, long replications)
    {
        var policies = points.Select(point => space.At(point, choices.AsSpan())).ToList();
        var again = policies.Take(twice).Select(policy => (policy, luck + replications));
        var found = trials.Run([.. policies.Select(policy => (policy, luck)), .. again], replications);
        Respond(points, found[..points.Length]);
        Respond(points, found[points.Length..]);
        (spent, luck) = (spent + (found.Length * replications), luck + (2 * replications));
        return (found[..points.Length], found[points.Length..]);
    }

    private void Respond(double[][] points, ImmutableArray<PolicyTrial> found)
    {
        var known = found.Select((trial, place) => (Trial: trial, Point: points[place]))
            .Where(one => one.Trial.IsFeasible && double.IsFinite(one.Trial.Objectives[0]));
        responses.AddRange(known.Select(one => new ResponsePoint(
            [.. one.Point], groups, one.Trial.Objectives[0], one.Trial.Count)));
        groups++;
    }

    private void Note(int restart, int generation, long replications, ImmutableArray<PolicyTrial> found, double[] values)
    {
        seen.AddRange(found);
        var best = found[OcbaAllocation.IndexOfLeast(values)];
        steps.Add(new(
            spent, restart, generation, replications, best.Policy, best.Objectives[0], best.Objective(0).StandardError));
        after?.Invoke(steps[^1]);
    }
}
