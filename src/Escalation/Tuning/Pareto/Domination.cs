namespace Escalation.Tuning;

/// <summary>Which of two points is better in the sense of Pareto, and which points none is better than. Less is better in all
/// objectives.</summary>
public static class Domination
{
    /// <summary>Says whether a point is at least as good in all objectives, and better in one.</summary>
    /// <param name="first">Objectives of the point.</param>
    /// <param name="second">Objectives of the other one, as many.</param>
    /// <returns><see langword="true"/> if the first dominates the second; NaN dominates nothing and keeps its point from
    /// dominating.</returns>
    public static bool Dominates(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var isBetter = false;
        for (var i = 0; i < first.Length; i++)
        {
            if (!(first[i] <= second[i]))
            {
                return false;
            }

            isBetter |= first[i] < second[i];
        }

        return isBetter;
    }

    /// <summary>The rank of each point: 0 for those that none dominates, 1 for those that only such ones dominate, and so
    /// on.</summary>
    /// <param name="objectives">Objectives of each point, as many for all.</param>
    /// <param name="violations">For each point 0 if it is allowed, else how far it is off; empty: all are allowed.</param>
    /// <returns>One rank a point.</returns>
    /// <exception cref="ArgumentException">There is not one violation a point.</exception>
    /// <remarks>Fast non-dominated sorting with constrained domination: Deb, Pratap, Agarwal and Meyarivan (2002), IEEE
    /// Transactions on Evolutionary Computation 6, 182–197, sections III.A and VI.A: what is allowed dominates what is not,
    /// and of two points that are not, the one that is less off dominates the other.</remarks>
    public static int[] Ranks(IReadOnlyList<double[]> objectives, ReadOnlySpan<double> violations = default)
    {
        double[] off = violations.IsEmpty ? new double[objectives.Count] : violations.ToArray();
        if (off.Length != objectives.Count)
        {
            throw new ArgumentException("There is one violation a point.", nameof(violations));
        }

        var dominated = new List<int>[off.Length];
        var dominators = new int[off.Length];
        for (var i = 0; i < off.Length; i++)
        {
            dominated[i] = [];
            for (var j = 0; j < i; j++)
            {
                var (better, worse) = IsBetter(i, j) ? (i, j) : IsBetter(j, i) ? (j, i) : (-1, -1);
                if (better >= 0)
                {
                    dominated[better].Add(worse);
                    dominators[worse]++;
                }
            }
        }

        return Peeled(dominated, dominators);

        bool IsBetter(int i, int j) => off[i] > 0 || off[j] > 0 ? off[i] < off[j] : Dominates(objectives[i], objectives[j]);
    }

    private static int[] Peeled(List<int>[] dominated, int[] dominators)
    {
        var ranks = new int[dominators.Length];
        List<int> front = [.. Enumerable.Range(0, dominators.Length).Where(i => dominators[i] == 0)];
        for (var rank = 0; front.Count > 0; rank++)
        {
            var next = new List<int>();
            foreach (var i in front)
            {
                ranks[i] = rank;
                foreach (var j in dominated[i])
                {
                    dominators[j]--;
                    if (dominators[j] == 0)
                    {
                        next.Add(j);
                    }
                }
            }

            front = next;
        }

        return ranks;
    }
}
