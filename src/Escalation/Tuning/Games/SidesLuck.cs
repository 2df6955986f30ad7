namespace Escalation.Tuning;

/// <summary>Which luck each part of tuning two sides has: no part sees that of another.</summary>
internal static class SidesLuck
{
    /// <summary>The luck of the matrix of a game.</summary>
    internal const long OfMatrix = 1L << 42;

    // What one search may need at most.
    private const int BitsOfSearch = 32;

    /// <summary>The luck of the search of a side for a best answer.</summary>
    /// <param name="round">Number of the round, or of the answer, from 0.</param>
    /// <param name="side">The side.</param>
    internal static long OfSearch(int round, int side) => (1L << 43) + (((2L * round) + side) << BitsOfSearch);

    /// <summary>The luck on which a round of play is valued.</summary>
    /// <param name="round">Number of the round, from 0.</param>
    internal static long OfRound(int round) => (1L << 44) + ((long)round << BitsOfSearch);
}
