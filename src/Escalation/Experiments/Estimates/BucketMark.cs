namespace Escalation.Experiments;

/// <summary>The least and the greatest value of a bucket.</summary>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
internal readonly record struct Extremes(double Minimum, double Maximum);

/// <summary>A bucket of a <see cref="QuantileSketch"/> in eight bytes: which it is, how many values it has, and roughly how far
/// they reach, so that most values are known to lie between the extremes without a look at them.</summary>
/// <remarks>From the top: 20 bits of key (sign, exponent, top 8 bits of mantissa), 5 bits each of mantissa below it for the
/// extremes of least and of greatest magnitude, one bit that says whether the number at the very edge of the bucket was there
/// (whole numbers are such), one bit spare, 32 bits of count; 0: free.</remarks>
internal struct BucketMark
{
    private const int KeyShift = 44;
    private const int StepShift = KeyShift - 5;
    private const int FarShift = StepShift - 5;
    private const ulong EdgeBit = 1UL << 33;
    private const ulong CountMask = uint.MaxValue;
    private const ulong StepMask = 31;
    private const ulong RestMask = (1UL << KeyShift) - 1;

    private ulong bits;

    /// <summary>A bucket without a value.</summary>
    /// <param name="ends">The extremes that it will have.</param>
    public BucketMark(Extremes ends)
    {
        var (one, other) = (BitsOf(ends.Minimum), BitsOf(ends.Maximum));
        var (near, far) = (Math.Min(one, other), Math.Max(one, other));
        bits = (near & ~RestMask) | (StepOf(near) << StepShift) | (StepOf(far) << FarShift);
        bits |= (near & RestMask) == 0 ? EdgeBit : 0;
    }

    /// <summary>Whether no bucket is here.</summary>
    public readonly bool IsFree => bits == 0;

    /// <summary>How many values it has, up to 2³² − 1.</summary>
    public readonly long Count => (long)(bits & CountMask);

    /// <summary>Whether this is the bucket of a key.</summary>
    public readonly bool IsOf(int key) => (int)((long)bits >> KeyShift) == key;

    /// <summary>Whether a value of it is known to move no extreme, and one more can be counted.</summary>
    public readonly bool Covers(double value)
    {
        var ofValue = BitsOf(value);
        var step = StepOf(ofValue);
        var isInside = step > StepOf(bits) && step < ((bits >> FarShift) & StepMask);
        var isEdge = (ofValue & RestMask) == 0 && (bits & EdgeBit) != 0;
        return (isInside || isEdge) && !IsFree && (bits & CountMask) != CountMask;
    }

    /// <summary>Counts one value.</summary>
    public void CountOne() => bits++;

    /// <summary>Counts values, as far as there is room.</summary>
    /// <returns>How many were not counted.</returns>
    public long CountUpTo(long count)
    {
        var counted = Math.Min(count, (long)CountMask - Count);
        bits += (ulong)counted;
        return count - counted;
    }

    /// <summary>The same bucket with other extremes.</summary>
    public readonly BucketMark With(Extremes ends)
    {
        var changed = new BucketMark(ends);
        changed.bits |= bits & CountMask;
        return changed;
    }

    private static ulong BitsOf(double value) => BitConverter.DoubleToUInt64Bits(value);

    private static ulong StepOf(ulong ofValue) => (ofValue >> StepShift) & StepMask;
}
