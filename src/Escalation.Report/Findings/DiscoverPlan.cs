using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Report;

/// <summary>The futures of a scenario discovery: those that are searched, then fresh ones on which what was found is
/// judged.</summary>
public sealed class DiscoverPlan
{
    /// <summary>Lays out the futures.</summary>
    /// <param name="space">What is varied.</param>
    /// <param name="count">Futures that are searched, at least 1.</param>
    /// <param name="fresh">Futures on which the boxes are judged, at least 1.</param>
    /// <param name="replications">Histories a future.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="Language.FormulaFaultException">A prior has no value at some point.</exception>
    public DiscoverPlan(InputSpace space, int count, int fresh, int replications, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(space);
        (Space, Count, Replications, Seed) = (space, count, replications, seed);
        var points = ImmutableArray.CreateBuilder<Point>(count + fresh);

        // A first half of a sequence is as well spread as the whole, and more futures leave the earlier ones as they are.
        Add(SobolSequence.Scrambled(seed, "discover", count, space.Inputs.Length), luck: 0);
        Add(SobolSequence.Scrambled(seed, "discover fresh", fresh, space.Inputs.Length), MostReplications);
        Points = points.MoveToImmutable();

        // Each future has luck of its own: with the same for all a box would be about this luck.
        void Add(DesignPoints design, long luck)
        {
            for (var place = 0; place < design.Count; place++)
            {
                points.Add(space.At(design.Row(place), luck + ((long)place * replications)));
            }
        }
    }

    /// <summary>Fresh futures have replications beyond all those of the searched ones.</summary>
    private const long MostReplications = 1L << 40;

    /// <summary>What is varied.</summary>
    public InputSpace Space { get; }

    /// <summary>Futures that are searched; the others are fresh.</summary>
    public int Count { get; }

    /// <summary>Histories a future.</summary>
    public int Replications { get; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>All futures.</summary>
    public ImmutableArray<Point> Points { get; }
}
