using System.Diagnostics;
using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Indices that are equally likely, and orders that are.</summary>
/// <remarks>Lemire (2019), ACM Transactions on Modeling and Computer Simulation 29(1), article 3: the upper half of a product of
/// 128 bits, drawn again where the lower half would favour an index. The chances are exact.</remarks>
internal static class UniformIndex
{
    /// <summary>Draws an index.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="count">How many there are; at least 1.</param>
    /// <returns>From 0 to count − 1.</returns>
    public static int Draw(ref KeyedStream stream, int count)
    {
        Debug.Assert(count >= 1, "There is something to choose from.");
        var bound = (ulong)count;
        while (true)
        {
            var index = Math.BigMul(stream.NextBits(), bound, out var rest);

            // 2⁶⁴ mod count of the lower halves come once too often.
            if (rest >= bound || rest >= (0 - bound) % bound)
            {
                return (int)index;
            }
        }
    }

    /// <summary>An order of indices, all orders equally likely.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="count">How many there are; not negative.</param>
    /// <returns>Each index from 0 to count − 1 once.</returns>
    /// <remarks>Durstenfeld (1964), Communications of the ACM 7, 420, algorithm 235.</remarks>
    public static int[] Order(ref KeyedStream stream, int count)
    {
        var order = new int[count];
        for (var place = 0; place < count; place++)
        {
            order[place] = place;
        }

        for (var place = count - 1; place > 0; place--)
        {
            var other = Draw(ref stream, place + 1);
            (order[place], order[other]) = (order[other], order[place]);
        }

        return order;
    }
}
