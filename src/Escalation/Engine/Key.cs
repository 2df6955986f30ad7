using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Escalation.Engine;

/// <summary>64-bit keys of randomness: mixing, keys of names, keys of children.</summary>
/// <remarks>
/// A key is all that a source of random numbers starts from. Keys are derived from keys, so that the luck of an event follows
/// from what caused it and from nothing else.
/// </remarks>
public static class Key
{
    /// <summary>Step of the counter of SplitMix64: 2⁶⁴ / golden ratio, odd.</summary>
    internal const ulong Step = 0x9E3779B97F4A7C15;

    // FNV-1a, 64 bits: Fowler, Noll, Vo, Eastlake, The FNV Non-Cryptographic Hash Algorithm, offset basis and prime.
    private const ulong FnvBasis = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x00000100000001B3;

    // Keeps a derived key apart from the sequence of its cause, which mixes cause + Step, cause + 2 Step, …
    private const ulong DerivationMark = 0xD6E8FEB86659FD93;

    // Odd, so that no two ordinals coincide: the multiplier of Steele and Vigna (2022) for 64-bit congruential generators.
    private const ulong OrdinalFactor = 0xD1342543DE82EF95;

    private const int LongestOnStack = 256;

    /// <summary>Mixes 64 bits: each bit of the input changes each bit of the output with a chance of about one half.</summary>
    /// <param name="value">Any bits.</param>
    /// <returns>The mixed bits; different inputs give different outputs, and 0 gives 0.</returns>
    /// <remarks>
    /// The finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014; constants of Stafford's variant 13): output i, from 1, of
    /// SplitMix64 seeded with s is Mix(s + i · 0x9E3779B97F4A7C15).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>The key of a name: FNV-1a over its UTF-8 bytes, then mixed.</summary>
    /// <param name="name">Any text; case counts.</param>
    /// <returns>The same key on every machine.</returns>
    public static ulong OfName(string name)
    {
        var bytes = Encoding.UTF8.GetMaxByteCount(name.Length) <= LongestOnStack ? null : ArrayPool<byte>.Shared.Rent(
            Encoding.UTF8.GetMaxByteCount(name.Length));
        var room = bytes ?? stackalloc byte[LongestOnStack];
        var hash = FnvBasis;
        foreach (var octet in room[..Encoding.UTF8.GetBytes(name, room)])
        {
            hash = (hash ^ octet) * FnvPrime;
        }

        if (bytes is not null)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        return Mix(hash);
    }

    /// <summary>The key of a child, from its cause, its name and its place among its siblings of that name.</summary>
    /// <param name="cause">Key of what caused it.</param>
    /// <param name="name">Key of its name, as <see cref="OfName"/> gives it, or any other number.</param>
    /// <param name="ordinal">Place among siblings of one cause and name, from 0.</param>
    /// <returns>A key whose every bit depends on every bit of all three.</returns>
    /// <remarks>Two rounds of <see cref="Mix"/>; cause and name do not commute. Equal keys for different children are a matter
    /// of chance, 2⁻⁶⁴ for each pair.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Derive(ulong cause, ulong name, ulong ordinal = 0) => Branch(Stem(cause), name, ordinal);

    /// <summary>What all children of a cause have in common: the half of the work that need be done once for several.</summary>
    /// <param name="cause">Key of the cause.</param>
    /// <returns>What <see cref="Branch"/> makes its children from; not a key itself.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Stem(ulong cause) => Mix(cause ^ DerivationMark);

    /// <summary>The key of a child, as <see cref="Derive"/> gives it.</summary>
    /// <param name="stem">What <see cref="Stem"/> made of the key of its cause.</param>
    /// <param name="name">Key of its name.</param>
    /// <param name="ordinal">Place among siblings of one cause and name.</param>
    /// <returns>The key.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Branch(ulong stem, ulong name, ulong ordinal = 0) => Mix(BeforeMixing(stem, name, ordinal));

    /// <summary>What the key of a child is mixed from; the stream of the child counts on from there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong BeforeMixing(ulong stem, ulong name, ulong ordinal) => (stem ^ name) + (ordinal * OrdinalFactor);
}
