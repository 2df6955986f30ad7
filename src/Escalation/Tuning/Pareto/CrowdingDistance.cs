namespace Escalation.Tuning;

/// <summary>How much room each point of a front has.</summary>
/// <remarks>Deb, Pratap, Agarwal and Meyarivan (2002), IEEE Transactions on Evolutionary Computation 6, 182–197, section
/// III.B: the sum over objectives of the distance between the two neighbours, relative to the range.</remarks>
public static class CrowdingDistance
{
    /// <summary>The distances.</summary>
    /// <param name="objectives">Objectives of each point of a front, as many for all.</param>
    /// <returns>One distance a point; +∞ for those that are least or greatest in an objective, the first of equals.</returns>
    public static double[] Of(IReadOnlyList<double[]> objectives)
    {
        var distances = new double[objectives.Count];
        for (var objective = 0; objectives.Count > 0 && objective < objectives[0].Length; objective++)
        {
            var order = Order(objectives, objective);
            var (least, most) = (objectives[order[0]][objective], objectives[order[^1]][objective]);
            distances[order[0]] = double.PositiveInfinity;
            distances[order[^1]] = double.PositiveInfinity;
            for (var place = 1; place < order.Length - 1 && most > least; place++)
            {
                var room = objectives[order[place + 1]][objective] - objectives[order[place - 1]][objective];
                distances[order[place]] += room / (most - least);
            }
        }

        return distances;
    }

    private static int[] Order(IReadOnlyList<double[]> objectives, int objective)
    {
        var keys = new double[objectives.Count];
        var order = new int[objectives.Count];
        for (var i = 0; i < order.Length; i++)
        {
            (keys[i], order[i]) = (objectives[i][objective], i);
        }

        // Equal keys in order of their indices, whatever the sorting does with them.
        Array.Sort(order, (i, j) => keys[i] == keys[j] ? i.CompareTo(j) : keys[i].CompareTo(keys[j]));
        return order;
    }
}
