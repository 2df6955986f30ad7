using System.Runtime.CompilerServices;

namespace Escalation.Engine;

/// <summary>A sequence of random numbers that follows from a key.</summary>
/// <remarks>
/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): a counter, each value mixed by <see cref="Key.Mix"/>; period 2⁶⁴. Its one number
/// is all its state, so making a stream costs nothing. Pass it by <c>ref</c>: a copy repeats itself. Two streams overlap if they
/// start a small multiple of the counter's step apart, which for what is derived from mixed keys does not happen.
/// </remarks>
public record struct KeyedStream
{
    private ulong counter;

    /// <summary>Starts SplitMix64 from a seed.</summary>
    /// <param name="seed">Any number; a mixed one, if there are to be several streams.</param>
    public KeyedStream(ulong seed) => counter = seed + Key.Step;

    /// <summary>Starts the sequence that belongs to a child of a cause.</summary>
    /// <param name="cause">Key of the cause.</param>
    /// <param name="name">Key of what is drawn.</param>
    /// <param name="ordinal">Place among the children of that cause and name, from 0.</param>
    /// <returns>A stream whose first bits are the key that <see cref="Key.Derive"/> gives for the same three: it has been mixed
    /// already, and a chance that is drawn once need not wait for another mixing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static KeyedStream Derive(ulong cause, ulong name, ulong ordinal = 0) => Branch(Key.Stem(cause), name, ordinal);

    /// <summary>The same from the stem of the cause.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static KeyedStream Branch(ulong stem, ulong name, ulong ordinal = 0) =>
        new() { counter = Key.BeforeMixing(stem, name, ordinal) };

    /// <summary>The next 64 random bits.</summary>
    /// <returns>Bits that are independent and fair, as far as tests can tell.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        var bits = Key.Mix(counter);
        counter += Key.Step;
        return bits;
    }

    /// <summary>The next uniform number in [0, 1).</summary>
    /// <returns>A multiple of 2⁻⁵³.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next uniform number in (0, 1), of which a logarithm is finite.</summary>
    /// <returns>An odd multiple of 2⁻⁵³, from 2⁻⁵³ to 1 − 2⁻⁵³.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextOpenUniform() => (((NextBits() >> 12) * 2) + 1) * (1.0 / (1UL << 53));
}
