using System.Numerics;

namespace Escalation.Tests.Experiments.Discovery;

/// <summary>The peeling written down as it is defined, with whole numbers of any size and nothing sorted once: slow and
/// plain.</summary>
internal static class PeelingByDefinition
{
    public static List<int[]> Of(RandomFutures futures, double share, double leastMass)
    {
        int[] inside = [.. Enumerable.Range(0, futures.Rows.Length)];
        var limited = new bool[futures.Inputs.Length];
        var steps = new List<int[]> { inside };
        while (Best(futures, inside, limited, share) is var (rows, input, numerator)
            && numerator > 0 && rows.Length >= leastMass * futures.Rows.Length)
        {
            (inside, limited[input]) = (rows, true);
            steps.Add(inside);
        }

        return steps;
    }

    private static (int[] Rows, int Input, BigInteger Numerator)? Best(
        RandomFutures futures, int[] inside, bool[] limited, double share)
    {
        (int[] Rows, int Input, BigInteger Numerator, BigInteger Denominator)? best = null;
        for (var input = 0; input < limited.Length; input++)
        {
            foreach (var rows in Candidates(futures, inside, input, share))
            {
                var (n, k) = (inside.Length, inside.Length - rows.Length);
                if (k == 0 || rows.Length == 0)
                {
                    continue;
                }

                // (density after − density before)/k over the common n.
                var numerator = (Hits(futures, rows) * n) - (Hits(futures, inside) * rows.Length);
                var denominator = (BigInteger)rows.Length * k;
                var order = best is var (_, other, n2, d2) ? ((numerator * d2) - (n2 * denominator)).Sign : 1;
                if (order > 0 || (order == 0 && limited[input] && !limited[best!.Value.Input]))
                {
                    best = (rows, input, numerator, denominator);
                }
            }
        }

        return best is { } found ? (found.Rows, found.Input, found.Numerator) : null;
    }

    private static IEnumerable<int[]> Candidates(RandomFutures futures, int[] inside, int input, double share)
    {
        double[] values = [.. inside.Select(row => futures.Rows[row][input]).Order()];
        if (futures.Inputs[input].IsCategorical)
        {
            foreach (var category in values.Distinct())
            {
                yield return [.. inside.Where(row => futures.Rows[row][input] != category)];
            }

            yield break;
        }

        var position = (values.Length - 1) * (1 - share);
        var (low, high) = ((int)Math.Floor(position), (int)Math.Ceiling(position));
        low = Enumerable.Range(0, low + 1).Reverse().FirstOrDefault(place => values[place] != values[high]);
        yield return [.. inside.Where(row => futures.Rows[row][input] <= (values[low] + values[high]) / 2)];

        position = (values.Length - 1) * share;
        (low, high) = ((int)Math.Floor(position), (int)Math.Ceiling(position));
        high = Enumerable.Range(high, values.Length - high)
            .FirstOrDefault(place => values[place] != values[low], values.Length - 1);
        yield return [.. inside.Where(row => futures.Rows[row][input] >= (values[low] + values[high]) / 2)];
    }

    private static BigInteger Hits(RandomFutures futures, int[] rows) => rows.Sum(row => futures.Hits[row]);
}
