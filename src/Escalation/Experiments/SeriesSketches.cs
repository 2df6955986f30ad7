namespace Escalation.Experiments;

/// <summary>The sketches and sums of all samples of all paths, which all workers fill.</summary>
/// <remarks>Counts and exact sums have no order, so it is all the same who adds what when. One set for all workers fits better
/// into the caches that they share than a set for each, and nothing is to be merged at the end. A worker comes once in some
/// hundred replications, goes round the stretches from a place of its own, and hardly ever finds another one there.</remarks>
internal sealed class SeriesSketches
{
    private readonly Lock[] gates;

    /// <summary>Makes empty sketches.</summary>
    /// <param name="cells">How many: one a sample and path.</param>
    public SeriesSketches(int cells)
    {
        (All, Sums) = (new QuantileSketch[cells], new ExactSum[cells]);
        for (var cell = 0; cell < cells; cell++)
        {
            (All[cell], Sums[cell]) = (new QuantileSketch(), new ExactSum());
        }

        gates = new Lock[(cells + StretchLength - 1) / StretchLength];
        for (var stretch = 0; stretch < gates.Length; stretch++)
        {
            gates[stretch] = new Lock();
        }
    }

    /// <summary>How many sketches stand in a stretch, but for the last one.</summary>
    public static int StretchLength => 64;

    /// <summary>The sketches; to be read when the workers are done.</summary>
    public QuantileSketch[] All { get; }

    /// <summary>The sums of what the sketches hold, likewise.</summary>
    public ExactSum[] Sums { get; }

    /// <summary>Takes in what others hold, when nobody works at either.</summary>
    public void Merge(SeriesSketches other)
    {
        for (var cell = 0; cell < All.Length; cell++)
        {
            All[cell].Merge(other.All[cell]);
            Sums[cell].Merge(other.Sums[cell]);
        }
    }

    /// <summary>Visits all stretches, one after the other, each alone.</summary>
    /// <param name="start">Where to begin, from 0 to 1.</param>
    /// <param name="visit">Gets the first sketch of a stretch, and the one behind its last.</param>
    public void Visit(double start, Action<int, int> visit)
    {
        for (var turn = 0; turn < gates.Length; turn++)
        {
            var stretch = (turn + (int)(start * gates.Length)) % gates.Length;
            lock (gates[stretch])
            {
                visit(stretch * StretchLength, Math.Min((stretch + 1) * StretchLength, All.Length));
            }
        }
    }
}
