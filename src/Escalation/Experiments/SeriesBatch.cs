namespace Escalation.Experiments;

/// <summary>Holds the sampled paths of some replications back, so that the sketch of each sample takes several values at a time:
/// all sketches together are larger than the caches.</summary>
internal sealed class SeriesBatch
{
    // One MiB of values.
    private const int MostValues = 1 << 17;

    // As many values stand in one line of the cache.
    private const int Tile = 8;

    private readonly QuantileSketch[] sketches;
    private readonly double[] values;
    private readonly int capacity;
    private int count;

    /// <summary>Makes an empty batch.</summary>
    /// <param name="sketches">One a sample and path.</param>
    public SeriesBatch(QuantileSketch[] sketches)
    {
        this.sketches = sketches;
        capacity = Math.Clamp(MostValues / Math.Max(sketches.Length, 1), 1, ReplicationTable.BlockSize);
        values = new double[capacity * sketches.Length];
    }

    /// <summary>Takes in the paths of one replication.</summary>
    /// <param name="series">One number a sample and path; NaN where there is none.</param>
    /// <param name="sums">The sums that they are added to, in the order of the replications.</param>
    public void Add(ReadOnlySpan<double> series, double[] sums)
    {
        if (count == capacity)
        {
            Empty(sums);
        }

        series.CopyTo(values.AsSpan(count * sketches.Length));
        count++;
    }

    /// <summary>Hands on what is still held back.</summary>
    /// <param name="sums">The sums that it is added to.</param>
    public void Empty(double[] sums)
    {
        for (var first = 0; first < sketches.Length; first += Tile)
        {
            var tile = Math.Min(Tile, sketches.Length - first);
            for (var row = 0; row < count; row++)
            {
                Add(values.AsSpan((row * sketches.Length) + first, tile), first, sums);
            }
        }

        count = 0;
    }

    private void Add(ReadOnlySpan<double> tile, int first, double[] sums)
    {
        for (var offset = 0; offset < tile.Length; offset++)
        {
            var value = tile[offset];
            sketches[first + offset].Add(value);
            if (!double.IsNaN(value))
            {
                sums[first + offset] += value;
            }
        }
    }
}
