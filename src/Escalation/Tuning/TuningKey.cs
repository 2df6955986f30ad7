using Escalation.Engine;

namespace Escalation.Tuning;

/// <summary>Keys of searches: each algorithm, each restart and each generation of it has luck of its own.</summary>
internal static class TuningKey
{
    // Keeps searches apart from histories and designs, whose keys begin at the seed too.
    private static readonly ulong Mark = Key.OfName("tuning");

    /// <summary>The key of a generation; what is drawn for its members is told apart by name and index.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="algorithm">Name of the algorithm.</param>
    /// <param name="restart">Number of the restart, from 0.</param>
    /// <param name="generation">Number of the generation, from 0.</param>
    public static ulong Of(ulong seed, string algorithm, int restart, int generation) =>
        Key.Derive(Key.Derive(Key.Derive(seed, Mark), Key.OfName(algorithm), (ulong)restart), Mark, (ulong)generation);
}
