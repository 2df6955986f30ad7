using Escalation.Engine;

namespace Escalation.Tests.Engine.Randomness;

/// <summary>Ways in which keys and draws could have been made and must not be: what the tests have to reject.</summary>
internal static class WeakInterleavings
{
    /// <summary>The counter of SplitMix64 without the mixing.</summary>
    public static Interleaving Counter { get; } = new("counter_without_mixing", (seed, words) =>
        Each(words, i => seed + (i * Key.Step)));

    /// <summary>Two draws of each sibling, whose key is the cause plus the ordinal times the step of the stream's own
    /// counter: the second draw of each is the first of the next.</summary>
    public static Interleaving OverlappingStreams { get; } = new("streams_a_step_apart", (seed, words) =>
        Each(words, i => Key.Mix(seed + (((i / 2) + (i % 2)) * Key.Step))));

    /// <summary>The first gaps of replications, with keys by exclusive or: mixed well, but replication and ordinal
    /// commute.</summary>
    public static Interleaving CommutingKeys { get; } = new("replication_xor_ordinal", (seed, words) =>
        Each(words, i => Key.Mix(seed ^ (i / 4) ^ (i % 4))));

    /// <summary>Siblings by exclusive or of cause and ordinal, and one multiplication for a mixer.</summary>
    public static Interleaving OneMultiplication { get; } = new("cause_xor_ordinal_times_a_number", (seed, words) =>
        Each(words, i => (Key.Mix(seed) ^ i) * 0xD1342543DE82EF95));

    /// <summary>The low halves of a congruential generator of 64 bits, two a word.</summary>
    public static Interleaving LowHalves { get; } = new("low_halves_of_a_congruential_generator", (seed, words) =>
    {
        var state = seed;
        Each(words, _ =>
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            var high = state << 32;
            state = (state * 6364136223846793005) + 1442695040888963407;
            return high | (uint)state;
        });
    });

    /// <summary>Xorshift with nothing after it: each word is a linear image of the one before.</summary>
    public static Interleaving LinearShifts { get; } = new("xorshift", (seed, words) =>
    {
        var state = seed;
        Each(words, _ =>
        {
            state ^= state << 13;
            state ^= state >> 7;
            return state ^= state << 17;
        });
    });

    /// <summary>Mixed numbers that are not keys, but 1, 2, 3, …: the number of bits in which words three apart differ has a
    /// variance 1.6 % too large. The engine mixes only counters of larger steps, and what is derived.</summary>
    public static Interleaving MixedIntegers { get; } = new("mixed_integers", (seed, words) =>
        Each(words, i => Key.Mix(seed + i)));

    /// <summary>A stream of which every 49th word repeats the one before: a correlation of 0.02 at lag 1.</summary>
    public static Interleaving Echoes { get; } = new("one_word_in_49_repeated", (seed, words) =>
        Each(words, i => Key.Mix(seed + ((i % 49 == 48 ? i - 1 : i) * Key.Step))));

    private static void Each(ulong[] words, Func<ulong, ulong> word)
    {
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = word((ulong)i);
        }
    }
}
