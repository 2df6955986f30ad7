using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>A search for a front under way. Each generation has new luck, shared by all that is tried in it; the members of the
/// front that were tried least are tried again, and all that is known of them counts, so that luck does not stay on the
/// front.</summary>
internal sealed class FrontSearchRun
{
    private const int Population = 40;
    private const long Chunk = ReplicationTable.BlockSize;

    /// <summary>Generations that a budget should suffice for.</summary>
    private const int WantedGenerations = 25;

    private readonly PolicyTrials trials;
    private readonly PolicySpace space;
    private readonly long budget;
    private readonly long replications;
    private readonly Nsga2 search;
    private readonly Dictionary<Genome, PolicyTrial> known = [];
    private readonly ImmutableArray<FrontStep>.Builder steps = ImmutableArray.CreateBuilder<FrontStep>();
    private double[] scales = [];
    private long spent;
    private long luck;

    internal FrontSearchRun(PolicyTrials trials, PolicySpace space, ulong seed, long budget)
    {
        (this.trials, this.space, this.budget) = (trials, space, budget);
        var genes = new GeneSpace(space.Ranges.Length, [.. space.Choices.Select(lever => lever.Values.Length)]);
        search = new(genes, new Nsga2Options { Seed = seed, Population = Population });
        replications = Math.Max(1, budget / WantedGenerations / (Population * 3 / 2) / Chunk) * Chunk;
    }

    /// <summary>How it went.</summary>
    internal ImmutableArray<FrontStep> Steps => steps.ToImmutable();

    /// <summary>The worst of the first generation in each objective.</summary>
    internal ImmutableArray<double> Reference { get; private set; } = [];

    /// <summary>The policies of the population.</summary>
    internal ImmutableArray<Point> Policies => [.. search.Members.Select(member => PolicyOf(member.Genome))];

    /// <summary>Goes on by a generation.</summary>
    /// <returns>How it went; null if the budget is spent, or there is nothing new to try.</returns>
    internal FrontStep? Step()
    {
        var asked = search.Ask();
        var again = search.Front.Select(member => member.Genome)
            .OrderBy(genome => known[genome].Count).Take(Population / 2).ToList();
        var cost = (asked.Length + again.Count) * replications;
        if (asked.IsEmpty || (steps.Count > 0 && spent + cost > budget))
        {
            return null;
        }

        var found = trials.Run([.. asked.Concat(again).Select(genome => (PolicyOf(genome), luck))], replications);
        (spent, luck) = (spent + cost, luck + replications);
        for (var place = 0; place < asked.Length; place++)
        {
            known[asked[place]] = found[place];
        }

        if (steps.Count == 0)
        {
            Measure(found);
        }

        foreach (var (genome, place) in again.Select((genome, place) => (genome, asked.Length + place)))
        {
            known[genome] = known[genome].FollowedBy(found[place]);
            Revise(genome);
        }

        search.Tell([.. asked.Select(genome => known[genome].Objectives.ToArray())], [.. asked.Select(Violation)]);
        var (volume, error) = Volume();
        steps.Add(new(spent, search.Generation, search.Front.Length, volume, error));
        return steps[^1];
    }

    // A revision may make a member be dropped before the next one is revised.
    private void Revise(Genome genome)
    {
        if (search.Members.Any(member => member.Genome.Equals(genome)))
        {
            search.Revise(genome, [.. known[genome].Objectives], Violation(genome));
        }
    }

    private void Measure(ImmutableArray<PolicyTrial> first)
    {
        Reference =
        [
            .. Enumerable.Range(0, first[0].Objectives.Length).Select(objective =>
                first.Select(trial => trial.Objectives[objective]).Where(double.IsFinite).DefaultIfEmpty(1).Max()),
        ];
        scales =
        [
            .. Enumerable.Range(0, first[0].Excesses.Length).Select(constraint =>
                first.Select(trial => Math.Abs(trial.Excesses[constraint])).Where(double.IsFinite).DefaultIfEmpty(1).Max()),
        ];
    }

    // In the same measure for all generations.
    private double Violation(Genome genome) => known[genome].Excesses.Select((excess, constraint) =>
        Math.Max(0, double.IsFinite(excess) ? excess : 1e9) / Math.Max(scales[constraint], 1e-12)).Sum();

    private (double Volume, double Error) Volume()
    {
        var front = search.Front.Select(member => known[member.Genome]).ToList();
        var points = front.Select(trial => trial.Objectives.ToArray()).ToList();
        double[] reference = [.. Reference];
        var volume = Hypervolume.Of(points, reference);
        var square = 0.0;
        for (var place = 0; place < front.Count; place++)
        {
            for (var objective = 0; objective < reference.Length; objective++)
            {
                // How the volume moves with a value, over the width of its noise.
                var error = front[place].Objective(objective).StandardError;
                var middle = points[place][objective];
                points[place][objective] = middle - error;
                var better = Hypervolume.Of(points, reference);
                points[place][objective] = middle + error;
                var worse = Hypervolume.Of(points, reference);
                points[place][objective] = middle;
                square += double.IsFinite(error) ? Math.Pow((better - worse) / 2, 2) : 0;
            }
        }

        return (volume, Math.Sqrt(square));
    }

    private Point PolicyOf(Genome genome) => space.At(genome.Reals.AsSpan(), genome.Choices.AsSpan());
}
