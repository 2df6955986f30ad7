using System.Collections.Immutable;
using System.Numerics;

namespace Escalation.Experiments;

/// <summary>A small summary of many values from which every quantile can be read to 0.4 %.</summary>
/// <remarks>
/// <para>A value's bucket is its sign, exponent and top 8 bits of mantissa, so a bucket is at most 2⁻⁸ = 0.39 % wide, and 0 and
/// the whole numbers up to 511 have buckets of their own: their quantiles are exact. A bucket holds a count, the least and the
/// greatest value. These merge exactly: any split of the replications, merged in any order, gives the same bytes.</para>
/// <para>A quantile (definition 7, as <see cref="OrderStatistics.Quantile"/>) is wrong by less than 2⁻⁸ of its neighbours in
/// rank; below the least normal double (2·10⁻³⁰⁸) by less than 10⁻³¹⁰.</para>
/// <para>NaN says that there is no value: it is counted in <see cref="MissingCount"/> and is in no quantile. Memory is 24 bytes a
/// bucket in use, times 1.3 to 2.7. Not safe for several threads at once, not even for reading.</para>
/// <para>Log buckets as in DDSketch, Masson, Rim and Lee (2019), PVLDB 12, 2195–2205, but cut at bits, not at powers of a base:
/// no logarithm, so no rounding and the same bits on every machine.</para>
/// </remarks>
public sealed class QuantileSketch
{
    private const int DroppedBits = 52 - 8;

    private const int FirstCapacity = 8;

    // Open addressing: capacity is a power of two, at most three quarters in use. What most values touch of their bucket is
    // packed into eight bytes, so that many buckets stand in one cache line; its extremes, which few values move, stand apart.
    private BucketMark[] marks = new BucketMark[FirstCapacity];
    private Extremes[] extremes = new Extremes[FirstCapacity];

    // What counts beyond 32 bits, by bucket; null until there is one.
    private Dictionary<int, long>? overflow;

    private int usedCount;

    // The buckets in ascending order, made when first asked for, forgotten when a value comes.
    private SketchBucket[]? ordered;

    /// <summary>Gets the number of values, without the missing ones.</summary>
    public long Count { get; private set; }

    /// <summary>Gets the number of replications that had no value.</summary>
    public long MissingCount { get; private set; }

    /// <summary>Gets the buckets in use in ascending order: the whole state but for <see cref="MissingCount"/>, the same for
    /// the same values in any order.</summary>
    public ImmutableArray<SketchBucket> Buckets => [.. Ordered()];

    /// <summary>Makes a sketch again from what an earlier one held.</summary>
    /// <param name="buckets">Its <see cref="Buckets"/>, in any order.</param>
    /// <param name="missingCount">Its <see cref="MissingCount"/>, not negative.</param>
    /// <returns>A sketch that goes on as the earlier one would have.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="missingCount"/> is negative.</exception>
    /// <exception cref="ArgumentException">A bucket is none: not finite, across a border, empty.</exception>
    public static QuantileSketch FromBuckets(ImmutableArray<SketchBucket> buckets, long missingCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(missingCount);
        var sketch = new QuantileSketch { MissingCount = missingCount };
        foreach (var (minimum, maximum, count) in buckets)
        {
            var isOne = double.IsFinite(minimum) && minimum <= maximum && KeyOf(minimum) == KeyOf(maximum) && count > 0;
            if (!isOne || (count == 1 && minimum != maximum))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"{count} values from {minimum} to {maximum} are no bucket."), nameof(buckets));
            }

            sketch.Add(minimum + 0.0, maximum + 0.0, count);
        }

        return sketch;
    }

    /// <summary>Takes in the value of one more replication.</summary>
    /// <param name="value">A finite value, or NaN where there is none; −0 counts as 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite.</exception>
    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            AddMissing(value);
            return;
        }

        // −0 + 0 is 0, so the two zeros share a bucket and a sketch's bytes do not depend on which came first.
        value += 0.0;
        ref var mark = ref Find(value, out var index);
        if (mark.Covers(value))
        {
            ordered = null;
            Count++;
            mark.CountOne();
        }
        else
        {
            Add(index, value, value, 1);
        }
    }

    /// <summary>Takes in all values of another sketch.</summary>
    /// <param name="other">What is taken in; it stays as it is.</param>
    public void Merge(QuantileSketch other)
    {
        MissingCount += other.MissingCount;

        // Slots are in order of hash: put into a smaller table they would all crowd at its start until it has grown.
        if (marks.Length < other.marks.Length)
        {
            Grow(other.marks.Length);
        }

        for (var index = 0; index < other.marks.Length; index++)
        {
            if (!other.marks[index].IsFree)
            {
                Add(other.extremes[index].Minimum, other.extremes[index].Maximum, other.CountAt(index));
            }
        }
    }

    /// <summary>A quantile of the values.</summary>
    /// <param name="q">Which quantile, from 0 (least value, exact) to 1 (greatest, exact).</param>
    /// <returns>The quantile, in the unit of the values; NaN without values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">q is not between 0 and 1.</exception>
    /// <remarks>Values inside a bucket are taken to lie at equal distances from its least to its greatest.</remarks>
    public double Quantile(double q)
    {
        OrderStatistics.CheckQuantile(q);
        if (Count == 0)
        {
            return double.NaN;
        }

        var position = (Count - 1) * q;
        var rank = (long)position;
        var low = ValueAt(rank);
        return OrderStatistics.Between(low, ValueAt(Math.Min(rank + 1, Count - 1)), position - rank);
    }

    /// <summary>An interval of a quantile that needs no assumption on the law of the values.</summary>
    /// <param name="q">Which quantile, between 0 and 1, both excluded.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>The interval of <see cref="OrderStatistics.QuantileInterval"/> widened to the ends of the buckets, so that it
    /// covers with at least the level; <see langword="null"/> if there are fewer values than
    /// <see cref="QuantileRanks.RequiredCount"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">q or level is out of its range.</exception>
    public Interval? QuantileInterval(double q, double level = 0.95) => QuantileRanks.Of(Count, q, level) is { } ranks
        ? new(BucketOf(ranks.Lower - 1, out _).Minimum, BucketOf(ranks.Upper - 1, out _).Maximum)
        : null;

    /// <summary>Sign, exponent and top bits of mantissa: the name of a value's bucket, in no useful order.</summary>
    private static int KeyOf(double value) => (int)(BitConverter.DoubleToInt64Bits(value) >> DroppedBits);

    private void AddMissing(double value)
    {
        if (!double.IsNaN(value))
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), value, "A quantile needs finite values; where there is no value, add NaN.");
        }

        MissingCount++;
    }

    private void Add(double minimum, double maximum, long count)
    {
        Find(minimum, out var index);
        Add(index, minimum, maximum, count);
    }

    // The slot is that of the bucket, or the free one where it belongs.
    private void Add(int index, double minimum, double maximum, long count)
    {
        ordered = null;
        Count += count;
        ref var ends = ref extremes[index];
        if (marks[index].IsFree)
        {
            ends = new Extremes(minimum, maximum);
            marks[index] = new BucketMark(ends);
            usedCount++;
        }
        else
        {
            ends = new Extremes(Math.Min(minimum, ends.Minimum), Math.Max(maximum, ends.Maximum));
            marks[index] = marks[index].With(ends);
        }

        CountAt(index, count);
        if (usedCount * 4 > marks.Length * 3)
        {
            Grow(marks.Length * 2);
        }
    }

    private long CountAt(int index) =>
        marks[index].Count + (overflow?.GetValueOrDefault(KeyOf(extremes[index].Minimum)) ?? 0);

    private void CountAt(int index, long count)
    {
        if (marks[index].CountUpTo(count) is > 0 and var rest)
        {
            overflow ??= [];
            var key = KeyOf(extremes[index].Minimum);
            overflow[key] = overflow.GetValueOrDefault(key) + rest;
        }
    }

    /// <summary>The slot of a value's bucket, or the free one where it belongs.</summary>
    private ref BucketMark Find(double value, out int index)
    {
        var key = KeyOf(value);
        var mask = marks.Length - 1;

        // Multiplicative hashing (Knuth 6.4), by the top bits of the product. The usual factor, 2³² over the golden ratio,
        // crowds the keys of whole numbers, which are powers of two apart; this one of MurmurHash3 takes half the time on
        // counts (measured).
        index = (int)(((uint)key * 0x85EBCA6Bu) >> BitOperations.LeadingZeroCount((uint)mask));
        while (!marks[index].IsFree && !marks[index].IsOf(key))
        {
            index = (index + 1) & mask;
        }

        return ref marks[index];
    }

    private void Grow(int capacity)
    {
        var (oldMarks, oldExtremes) = (marks, extremes);
        (marks, extremes) = (new BucketMark[capacity], new Extremes[capacity]);
        for (var old = 0; old < oldMarks.Length; old++)
        {
            if (!oldMarks[old].IsFree)
            {
                Find(oldExtremes[old].Minimum, out var index);
                (marks[index], extremes[index]) = (oldMarks[old], oldExtremes[old]);
            }
        }
    }

    private SketchBucket[] Ordered()
    {
        if (ordered is null)
        {
            var keys = new double[usedCount];
            ordered = new SketchBucket[usedCount];
            var next = 0;
            for (var index = 0; index < marks.Length; index++)
            {
                if (!marks[index].IsFree)
                {
                    var (minimum, maximum) = extremes[index];
                    (keys[next], ordered[next]) = (minimum, new(minimum, maximum, CountAt(index)));
                    next++;
                }
            }

            Array.Sort(keys, ordered);
        }

        return ordered;
    }

    /// <summary>The bucket of the value at a rank counted from 0, and the rank at which the bucket begins.</summary>
    private SketchBucket BucketOf(long rank, out long firstRank)
    {
        firstRank = 0;
        var buckets = Ordered();
        var index = 0;
        while (rank - firstRank >= buckets[index].Count)
        {
            firstRank += buckets[index].Count;
            index++;
        }

        return buckets[index];
    }

    private double ValueAt(long rank)
    {
        var (minimum, maximum, count) = BucketOf(rank, out var firstRank);
        return count == 1 ? minimum : minimum + ((maximum - minimum) * ((double)(rank - firstRank) / (count - 1)));
    }
}
