using System.Runtime.CompilerServices;

namespace Escalation.Engine;

/// <summary>A sequence of random numbers that follows from a key.</summary>
/// <remarks>
/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): a counter that starts at the key, each value mixed by <see cref="Key.Mix"/>;
/// period 2⁶⁴. Its one number is all its state, so making a stream costs nothing. Pass it by <c>ref</c>: a copy repeats itself.
/// Keys should be mixed ones; two streams overlap if their keys lie a small multiple of the counter's step apart, which for
/// mixed keys does not happen.
/// </remarks>
public record struct KeyedStream
{
    private ulong state;

    /// <summary>Starts the sequence of a key.</summary>
    /// <param name="key">Any key.</param>
    public KeyedStream(ulong key) => state = key;

    /// <summary>The next 64 random bits.</summary>
    /// <returns>Bits that are independent and fair, as far as tests can tell.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        state += Key.Step;
        return Key.Mix(state);
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
