using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>Many tests at once: p-values that hold for all of them together.</summary>
/// <remarks>Holm (1979), Scandinavian Journal of Statistics 6, 65–70. Whoever rejects what has an adjusted p-value of at most
/// α rejects one that is true with a chance of at most α, however the tests depend on each other.</remarks>
public static class Holm
{
    /// <summary>Adjusts p-values.</summary>
    /// <param name="p">One a test; from 0 to 1, or NaN where there was none: that one is not counted.</param>
    /// <returns>The adjusted ones in the same order: never smaller than their own, at most 1, in the same order of size; NaN
    /// where NaN was given.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is outside of 0 to 1.</exception>
    public static ImmutableArray<double> Adjust(ReadOnlySpan<double> p)
    {
        var values = p.ToArray();
        foreach (var value in values)
        {
            if (value is < 0 or > 1)
            {
                throw new ArgumentOutOfRangeException(nameof(p), value, "A p-value lies from 0 to 1.");
            }
        }

        // The least of m is times m, the next one times m − 1, …, and none becomes less than the one before it.
        var order = Enumerable.Range(0, values.Length)
            .Where(test => !double.IsNaN(values[test])).OrderBy(test => values[test]).ToList();
        var least = 0.0;
        for (var rank = 0; rank < order.Count; rank++)
        {
            least = Math.Min(1, Math.Max(least, (order.Count - rank) * values[order[rank]]));
            values[order[rank]] = least;
        }

        return [.. values];
    }
}
