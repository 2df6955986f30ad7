namespace Escalation.Experiments;

/// <summary>Holds the sampled paths of many replications back, so that sketch and sum of each sample take many values at a
/// time: all sketches together are larger than the caches.</summary>
internal sealed class SeriesBatch
{
    // Eight MiB of values.
    private const int MostValues = 1 << 20;
    private const int MostRows = SlicedSum.MostValues;

    // As many values stand in one line of the cache.
    private const int Tile = 8;

    private readonly SeriesSketches sketches;
    private readonly int cells;
    private readonly double start;

    // [tile, row, place in the tile]: what a sketch takes in stands together.
    private readonly double[] values;
    private readonly double[] rests = new double[SlicedSum.MostValues];
    private readonly int capacity;
    private int count;

    /// <summary>Makes an empty batch.</summary>
    /// <param name="sketches">One a sample and path.</param>
    /// <param name="start">At which of them it begins to hand on, from 0 to 1.</param>
    public SeriesBatch(SeriesSketches sketches, double start)
    {
        (this.sketches, this.start) = (sketches, start);
        cells = sketches.All.Length;
        var tiles = (cells + Tile - 1) / Tile;
        capacity = Math.Clamp(MostValues / Math.Max(tiles * Tile, 1), 1, MostRows);
        values = new double[capacity * tiles * Tile];
    }

    /// <summary>Takes in the paths of one replication.</summary>
    /// <param name="series">One number a sample and path; NaN where there is none.</param>
    public void Add(ReadOnlySpan<double> series)
    {
        if (count == capacity)
        {
            Empty();
        }

        for (var first = 0; first < series.Length; first += Tile)
        {
            var tile = series.Slice(first, Math.Min(Tile, series.Length - first));
            tile.CopyTo(values.AsSpan((first * capacity) + (count * Tile), tile.Length));
        }

        count++;
    }

    /// <summary>Hands on what is still held back.</summary>
    public void Empty()
    {
        sketches.Visit(start, EmptyStretch);
        count = 0;
    }

    private void EmptyStretch(int begin, int end)
    {
        for (var cell = begin; cell < end; cell++)
        {
            var (first, place) = (cell / Tile * Tile, cell % Tile);
            var tile = values.AsSpan(first * capacity, count * Tile);
            var sketch = sketches.All[cell];
            for (var at = place; at < tile.Length; at += Tile)
            {
                sketch.Add(tile[at]);
            }

            SlicedSum.AddTo(sketches.Sums[cell], tile, place, Tile, rests);
        }
    }
}
