namespace Escalation.Experiments;

/// <summary>How often an outcome came in the two runs of each pair: the same replications under two settings.</summary>
/// <param name="Both">Pairs in which both runs have it; not negative, as all.</param>
/// <param name="FirstOnly">Pairs in which only the first run has it.</param>
/// <param name="SecondOnly">Pairs in which only the second run has it.</param>
/// <param name="Neither">Pairs in which neither has it.</param>
public readonly record struct PairedCounts(long Both, long FirstOnly, long SecondOnly, long Neither)
{
    /// <summary>Gets the number of pairs.</summary>
    public long Count => Both + FirstOnly + SecondOnly + Neither;

    /// <summary>Gets the number of pairs whose runs differ.</summary>
    public long Discordant => FirstOnly + SecondOnly;

    /// <summary>Gets the pairs whose first run has it.</summary>
    public long FirstHits => Both + FirstOnly;

    /// <summary>Gets the pairs whose second run has it.</summary>
    public long SecondHits => Both + SecondOnly;

    /// <summary>Counts pairs of truths.</summary>
    /// <param name="first">Of each pair the first run: above 0 if it has the outcome, NaN if nothing is known of it.</param>
    /// <param name="second">The second runs, as many.</param>
    /// <returns>The counts; a pair of which one run is NaN is in none of them.</returns>
    /// <exception cref="ArgumentException">There are not as many first runs as second ones.</exception>
    public static PairedCounts Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        CheckLengths(first, second);
        Span<long> counts = stackalloc long[4];
        for (var pair = 0; pair < first.Length; pair++)
        {
            if (!double.IsNaN(first[pair]) && !double.IsNaN(second[pair]))
            {
                counts[(first[pair] > 0 ? 0 : 2) + (second[pair] > 0 ? 0 : 1)]++;
            }
        }

        return new(counts[0], counts[1], counts[2], counts[3]);
    }

    internal static void CheckLengths(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Of pairs there are not {first.Length} first runs and {second.Length} second ones."),
                nameof(second));
        }
    }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Both);
        ArgumentOutOfRangeException.ThrowIfNegative(FirstOnly);
        ArgumentOutOfRangeException.ThrowIfNegative(SecondOnly);
        ArgumentOutOfRangeException.ThrowIfNegative(Neither);
    }
}
