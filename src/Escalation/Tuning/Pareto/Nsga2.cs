using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Searches for settings between several objectives: asks for the values of genomes, is told them, and keeps the
/// best in the sense of Pareto, well spread.</summary>
/// <remarks>
/// NSGA-II of Deb, Pratap, Agarwal and Meyarivan (2002), IEEE Transactions on Evolutionary Computation 6, 182–197, with three
/// changes. The last front that has room only in part is thinned one by one: of two objectives, by the area that only one
/// point dominates, as in SMS-EMOA (Beume, Naujoks and Emmerich (2007), European Journal of Operational Research 181,
/// 1653–1669); of more, by crowding distances that are computed anew each time. No genome is in the population twice. And the
/// first population is a Latin hypercube. What is asked follows from seed, generation, index and what was told before.
/// </remarks>
public sealed class Nsga2
{
    // How often a pair of parents may bring forth what is there already, before genes are drawn anew.
    private const int MostTries = 20;

    private static readonly ulong Pair = Key.OfName("pair");

    private readonly GeneSpace space;
    private readonly Nsga2Options options;
    private readonly Variation variation;
    private ImmutableArray<Genome> asked;
    private ImmutableArray<ParetoMember> members = [];

    /// <summary>Begins a search.</summary>
    /// <param name="space">What may vary.</param>
    /// <param name="options">How it goes.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public Nsga2(GeneSpace space, Nsga2Options options)
    {
        space.Check();
        options.Check();
        (this.space, this.options, variation) = (space, options, new(space, options));
    }

    /// <summary>Gets the number of generations told.</summary>
    public int Generation { get; private set; }

    /// <summary>Gets the population, in no order that means anything.</summary>
    public ImmutableArray<ParetoMember> Members => members;

    /// <summary>Gets the members that are allowed and that no member dominates.</summary>
    public ImmutableArray<ParetoMember> Front => [.. members.Where(member => member.Rank == 0 && !(member.Violation > 0))];

    /// <summary>Gives genomes to value.</summary>
    /// <returns>As many as the population has, the same until their values are told, none of them twice nor in the
    /// population; fewer, also none, where genes have too few alternatives.</returns>
    public ImmutableArray<Genome> Ask()
    {
        asked = !asked.IsDefault ? asked : Generation == 0 ? First() : Offspring();
        return asked;
    }

    /// <summary>Tells the values of the genomes.</summary>
    /// <param name="objectives">For each genome of <see cref="Ask"/> its objectives, less is better, as many for all; NaN
    /// counts as worst.</param>
    /// <param name="violations">For each 0 if it is allowed, else how far it is off; empty: all are allowed.</param>
    /// <exception cref="ArgumentException">There are not as many values as genomes.</exception>
    /// <exception cref="InvalidOperationException">Nothing was asked.</exception>
    public void Tell(IReadOnlyList<double[]> objectives, ReadOnlySpan<double> violations = default)
    {
        if (asked.IsDefault)
        {
            throw new InvalidOperationException("Genomes are asked for before they are told.");
        }

        if (objectives.Count != asked.Length || (violations.Length != asked.Length && !violations.IsEmpty))
        {
            throw new ArgumentException("There are values for each genome.", nameof(objectives));
        }

        var all = members.ToBuilder();
        for (var i = 0; i < asked.Length; i++)
        {
            all.Add(new(asked[i], Usable(objectives[i]), violations.IsEmpty ? 0 : violations[i], Generation, 0, 0));
        }

        asked = default;
        Generation++;
        members = Survival.Of(all.ToImmutable(), options.Population);
    }

    /// <summary>Tells other values of a member, found on more replications.</summary>
    /// <param name="genome">The member's genome.</param>
    /// <param name="objectives">Its objectives.</param>
    /// <param name="violation">0 if it is allowed, else how far it is off.</param>
    /// <exception cref="ArgumentException">There is no such member.</exception>
    public void Revise(Genome genome, double[] objectives, double violation = 0)
    {
        var member = members.FirstOrDefault(one => one.Genome.Equals(genome))
            ?? throw new ArgumentException("The population has no such member.", nameof(genome));
        var revised = members.Replace(member, member with { Objectives = Usable(objectives), Violation = violation });
        members = Survival.Of(revised, options.Population);
    }

    private static ImmutableArray<double> Usable(double[] objectives) =>
        [.. objectives.Select(value => double.IsNaN(value) ? double.PositiveInfinity : value)];

    private ImmutableArray<Genome> First()
    {
        var key = TuningKey.Of(options.Seed, "nsga-2", 0, 0);
        var points = space.Reals > 0
            ? LatinHypercube.Points(options.Seed, "nsga-2", options.Population, space.Reals)
            : null;
        var taken = new HashSet<Genome>();
        var first = ImmutableArray.CreateBuilder<Genome>();
        for (var index = 0; index < options.Population; index++)
        {
            var stream = KeyedStream.Derive(key, Pair, (ulong)index);
            var reals = Enumerable.Range(0, space.Reals).Select(column => points![index, column]);
            var genome = new Genome([.. reals], [.. variation.RandomChoices(ref stream)]);
            AddNew(genome, taken, first, ref stream);
        }

        return first.ToImmutable();
    }

    private ImmutableArray<Genome> Offspring()
    {
        var key = TuningKey.Of(options.Seed, "nsga-2", 0, Generation);
        var taken = members.Select(member => member.Genome).ToHashSet();
        var offspring = ImmutableArray.CreateBuilder<Genome>();
        for (var pair = 0; 2 * pair < options.Population; pair++)
        {
            var stream = KeyedStream.Derive(key, Pair, (ulong)pair);
            var (first, second) = variation.Children(Parent(ref stream), Parent(ref stream), ref stream);
            for (var tries = 0; tries < MostTries && (taken.Contains(first) || taken.Contains(second)); tries++)
            {
                (first, second) = variation.Children(Parent(ref stream), Parent(ref stream), ref stream);
            }

            AddNew(first, taken, offspring, ref stream);
            if (offspring.Count < options.Population)
            {
                AddNew(second, taken, offspring, ref stream);
            }
        }

        return offspring.ToImmutable();
    }

    // What is there already gives way to genes drawn evenly; where they are all there too, to nothing.
    private void AddNew(Genome genome, HashSet<Genome> taken, ImmutableArray<Genome>.Builder list, ref KeyedStream stream)
    {
        for (var tries = 0; tries < MostTries && taken.Contains(genome); tries++)
        {
            genome = variation.Random(ref stream);
        }

        if (taken.Add(genome))
        {
            list.Add(genome);
        }
    }

    // The better of two members drawn evenly: by rank, then by room.
    private Genome Parent(ref KeyedStream stream)
    {
        var first = members[UniformIndex.Draw(ref stream, members.Length)];
        var second = members[UniformIndex.Draw(ref stream, members.Length)];
        var isSecond = second.Rank < first.Rank || (second.Rank == first.Rank && second.Crowding > first.Crowding);
        return (isSecond ? second : first).Genome;
    }
}
