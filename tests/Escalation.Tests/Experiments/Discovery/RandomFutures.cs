using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Discovery;

/// <summary>Futures from a seed, as tables that tests may turn about.</summary>
/// <param name="Inputs">The inputs.</param>
/// <param name="Rows">Values, a row a future.</param>
/// <param name="Hits">Cases of interest among the replications of each.</param>
/// <param name="Replications">Replications of each.</param>
internal sealed record RandomFutures(
    ImmutableArray<FutureInput> Inputs, ImmutableArray<double[]> Rows, ImmutableArray<int> Hits, int Replications)
{
    /// <summary>The futures.</summary>
    public Futures Make() =>
        Futures.OfHits(Inputs, Rows.SelectMany(row => row).ToArray(), Hits.AsSpan(), Replications);

    /// <summary>The futures inside a box, one by one.</summary>
    public static HashSet<int> Inside(Futures futures, FutureBox box) =>
        [.. Enumerable.Range(0, futures.Count).Where(row => box.Contains(futures, row))];

    /// <summary>Whether a step says what counting by hand says.</summary>
    public bool Counts(PeelingStep step, HashSet<int> rows)
    {
        var cases = rows.Sum(row => Hits[row]) / (double)Replications;
        var all = Hits.Sum() / (double)Replications;
        return step.Points == rows.Count && step.Cases == cases && step.Mass == (double)rows.Count / Rows.Length
            && step.Density.Equals(cases / rows.Count)
            && (all == 0 ? double.IsNaN(step.Coverage) : Math.Abs(step.Coverage - (cases / all)) < 1e-15);
    }

    /// <summary>A few futures full of ties: whole numbers, a constant now and then, some inputs categorical, some
    /// shares.</summary>
    public static RandomFutures Small(uint seed)
    {
        var stream = KeyedStream.Derive(seed, Key.OfName("small futures"));
        var inputs = Enumerable.Range(0, 1 + Whole(4)).Select(place =>
            new FutureInput($"x{place}") { IsCategorical = Whole(4) == 0 }).ToImmutableArray();
        var spreads = inputs.Select(_ => 1 + Whole(Whole(2) == 0 ? 4 : 1_000)).ToList();
        var replications = 1 + (Whole(2) * Whole(5));
        var rows = Enumerable.Range(0, 1 + Whole(60)).Select(_ =>
            inputs.Select((input, place) => (double)Whole(input.IsCategorical ? Math.Min(spreads[place], 6) : spreads[place]))
                .ToArray()).ToImmutableArray();
        var bar = stream.NextUniform();
        return new(inputs, rows, [.. rows.Select(_ => stream.NextUniform() < bar ? Whole(replications + 1) : 0)], replications);

        int Whole(int count) => (int)(stream.NextUniform() * count);
    }

    /// <summary>Many futures, uniform on [0, 1], whose chance of a case is one number inside a box and another outside.</summary>
    public static Futures Planted(ulong seed, int count, int inputs, Func<double[], double> chance, int replications = 1)
    {
        var stream = KeyedStream.Derive(seed, Key.OfName("planted box"));
        var values = new double[count * inputs];
        var hits = new int[count];
        for (var row = 0; row < count; row++)
        {
            for (var input = 0; input < inputs; input++)
            {
                values[(row * inputs) + input] = stream.NextUniform();
            }

            var p = chance(values[(row * inputs)..((row + 1) * inputs)]);
            for (var replication = 0; replication < replications; replication++)
            {
                hits[row] += stream.NextUniform() < p ? 1 : 0;
            }
        }

        var named = Enumerable.Range(0, inputs).Select(place => new FutureInput($"x{place}"));
        return Futures.OfHits([.. named], values, hits, replications);
    }
}
