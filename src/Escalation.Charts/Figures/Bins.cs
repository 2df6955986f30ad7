using System.Collections.Immutable;
using Escalation.Charts.Scales;

namespace Escalation.Charts.Figures;

/// <summary>Numbers counted by stretches of equal width.</summary>
/// <param name="From">Where the first stretch begins.</param>
/// <param name="Width">How wide each is.</param>
/// <param name="Counts">How many numbers lie in each; the last one holds its upper end too.</param>
internal sealed record Bins(double From, double Width, ImmutableArray<int> Counts)
{
    private const int Most = 60;

    /// <summary>Counts numbers.</summary>
    /// <param name="sorted">Finite numbers from the least to the most; at least one.</param>
    /// <remarks>Width by Freedman and Diaconis (1981), Z. Wahrscheinlichkeitstheorie 57, 453–476: twice the distance of the
    /// quartiles by the cube root of their count, rounded to a number that people count in; whole numbers get whole
    /// widths.</remarks>
    public static Bins Of(ReadOnlySpan<double> sorted)
    {
        var (low, high) = (sorted[0], sorted[^1]);
        if (low == high)
        {
            // One number: a column about it, one wide if it is whole.
            var room = low == Math.Floor(low) ? 1 : Math.Abs(low) * 0.1;
            return new Bins(low - (room / 2), room, [sorted.Length]);
        }

        var isWhole = true;
        foreach (var value in sorted)
        {
            isWhole &= value == Math.Floor(value) && Math.Abs(value) < 1e15;
        }

        var quartiles = sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4];
        var wish = 2 * quartiles / Math.Cbrt(sorted.Length);
        var count = wish > 0 ? Math.Clamp((high - low) / wish, 5, Most) : 20;
        var width = NiceNumbers.Step(low, high, (int)Math.Ceiling(count));
        if (isWhole)
        {
            width = Math.Max(1, Math.Ceiling(width));
        }

        // Whole numbers stand in the middle of a column that is one wide.
        var from = isWhole && width == 1 ? low - 0.5 : Math.Floor(low / width) * width;
        var counts = new int[Math.Max(1, (int)Math.Floor((high - from) / width) + 1)];
        foreach (var value in sorted)
        {
            counts[Math.Clamp((int)Math.Floor((value - from) / width), 0, counts.Length - 1)]++;
        }

        return new Bins(from, width, [.. counts]);
    }
}
