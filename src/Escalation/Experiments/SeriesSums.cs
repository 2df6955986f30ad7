using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>Adds up the sums of blocks in order of the blocks, whoever finishes first.</summary>
/// <remarks>A sum of doubles depends on its order. Blocks that come before their turn wait here; since workers take blocks in
/// order, hardly more of them wait than there are workers.</remarks>
/// <param name="cells">How many sums there are.</param>
internal sealed class SeriesSums(int cells)
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, double[]> waiting = [];
    private readonly Stack<double[]> spare = [];
    private readonly double[] total = new double[cells];
    private long next;

    /// <summary>The sums over all blocks; read when all are in.</summary>
    internal double[] Total
    {
        get
        {
            Debug.Assert(waiting.Count == 0, "No block waits for one that never came.");
            return total;
        }
    }

    /// <summary>Takes in the sums of one block; each block once.</summary>
    /// <param name="block">Index of the block.</param>
    /// <param name="sums">Its sums; this keeps the array.</param>
    /// <returns>An array of zeros for the next block.</returns>
    internal double[] Add(long block, double[] sums)
    {
        lock (gate)
        {
            waiting.Add(block, sums);
            while (waiting.Remove(next, out var turn))
            {
                for (var cell = 0; cell < total.Length; cell++)
                {
                    total[cell] += turn[cell];
                }

                Array.Clear(turn);
                spare.Push(turn);
                next++;
            }

            return spare.TryPop(out var free) ? free : new double[cells];
        }
    }
}
