using System.Buffers.Binary;
using Weak = Escalation.Tests.Engine.Randomness.WeakInterleavings;

namespace Escalation.Tests.Engine.Randomness;

/// <summary>The tests that every sequence of words must pass.</summary>
internal static class Battery
{
    /// <summary>Words of each sequence.</summary>
    public const int Count = 1 << 20;

    /// <summary>All tests.</summary>
    public static BatteryTest[] All { get; } =
    [
        new("frequency", CellCounts.Frequency, IsOneEnded: false, [Weak.Counter]),
        new("pairs", CellCounts.Pairs, IsOneEnded: false, [Weak.Echoes, Weak.OverlappingStreams]),
        new("triples", CellCounts.Triples, IsOneEnded: false, [Weak.Echoes, Weak.OneMultiplication]),
        new("gaps", CellCounts.Gaps, IsOneEnded: false, [Weak.Echoes, Weak.LowHalves]),
        new("serial_correlation", Correlations.Serial, IsOneEnded: false, [Weak.Echoes, Weak.CommutingKeys]),
        new("single_bits", Correlations.Bits, IsOneEnded: true, [Weak.Echoes, Weak.LowHalves]),
        new("runs_up_and_down", Runs.UpAndDown, IsOneEnded: false, [Weak.Echoes, Weak.Counter]),
        new("rises", Runs.Rises, IsOneEnded: false, [Weak.Echoes, Weak.Counter]),
        new("runs_about_the_median", Runs.AboutTheMedian, IsOneEnded: false, [Weak.Echoes, Weak.OverlappingStreams]),
        new("birthday_spacings", BirthdaySpacings.OfWords, IsOneEnded: false, [Weak.Echoes, Weak.CommutingKeys]),
        new("birthday_spacings_of_pairs", BirthdaySpacings.OfPairs, IsOneEnded: false, [Weak.LowHalves]),
        new("matrix_ranks", BitPatterns.Ranks, IsOneEnded: true, [Weak.LinearShifts]),
        new("weights_of_neighbours", BitPatterns.Weights, IsOneEnded: true, [Weak.Echoes]),
        new("distances_of_neighbours", BitPatterns.Distances, IsOneEnded: true, [Weak.MixedIntegers]),
    ];

    /// <summary>The words with the lowest bit first, since most tests look at high bits.</summary>
    public static ulong[] Reversed(ulong[] words) => Array.ConvertAll(words, word =>
    {
        word = ((word >> 1) & 0x5555555555555555) | ((word & 0x5555555555555555) << 1);
        word = ((word >> 2) & 0x3333333333333333) | ((word & 0x3333333333333333) << 2);
        word = ((word >> 4) & 0x0F0F0F0F0F0F0F0F) | ((word & 0x0F0F0F0F0F0F0F0F) << 4);
        return BinaryPrimitives.ReverseEndianness(word);
    });
}
