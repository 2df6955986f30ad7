namespace Escalation.Tuning;

/// <summary>The volume of what a set of points dominates, up to a reference point: how good a front is, in one
/// number.</summary>
/// <remarks>Zitzler and Thiele (1999), IEEE Transactions on Evolutionary Computation 3, 257–271. Exact for any number of
/// objectives: exclusive volumes one after another, with limit sets, as in While, Bradstreet and Barone (2012), ibid. 16,
/// 86–95 (WFG); two objectives by a sweep. Less is better in all objectives.</remarks>
public static class Hypervolume
{
    /// <summary>The hypervolume.</summary>
    /// <param name="points">Objectives of each point; those not better than the reference point in all objectives add
    /// nothing.</param>
    /// <param name="reference">The reference point, at least one objective.</param>
    /// <returns>The volume, in the product of the units; 0 without points.</returns>
    /// <exception cref="ArgumentException">A point has not as many objectives as the reference point.</exception>
    public static double Of(IEnumerable<double[]> points, double[] reference) =>
        Volume(Inside(points, reference), reference.Length, reference);

    /// <summary>What each point adds: the volume that is lost without it.</summary>
    /// <param name="points">Objectives of each point.</param>
    /// <param name="reference">The reference point.</param>
    /// <returns>One volume a point; 0 for points that are dominated, equal to another one, or not inside.</returns>
    /// <exception cref="ArgumentException">A point has not as many objectives as the reference point.</exception>
    public static double[] Contributions(IReadOnlyList<double[]> points, double[] reference)
    {
        var inside = Inside(points, reference);
        var contributions = new double[points.Count];
        for (var i = 0; i < points.Count; i++)
        {
            if (inside.Contains(points[i]))
            {
                var others = inside.Where(other => !ReferenceEquals(other, points[i]));
                contributions[i] = Exclusive(points[i], [.. others], reference.Length, reference);
            }
        }

        return contributions;
    }

    private static List<double[]> Inside(IEnumerable<double[]> points, double[] reference)
    {
        var inside = new List<double[]>();
        foreach (var point in points)
        {
            if (point.Length != reference.Length)
            {
                throw new ArgumentException("A point has an objective for each of the reference point.", nameof(points));
            }

            if (point.Zip(reference, (x, r) => x < r).All(isBetter => isBetter))
            {
                inside.Add(point);
            }
        }

        return inside;
    }

    // The volume in the first objectives only.
    private static double Volume(List<double[]> points, int objectives, double[] reference)
    {
        if (points.Count == 0)
        {
            return 0;
        }

        if (objectives == 1)
        {
            return reference[0] - points.Min(point => point[0]);
        }

        if (objectives == 2)
        {
            return Area(points, reference);
        }

        // Worst in the last objective first: what follows is, limited by the point, as good as it there, and that objective
        // becomes a factor.
        var last = objectives - 1;
        points = [.. points.OrderByDescending(point => point[last])];
        var volume = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            volume += (reference[last] - points[i][last]) * Exclusive(points[i], points[(i + 1)..], last, reference);
        }

        return volume;
    }

    // The volume that a point dominates and others do not.
    private static double Exclusive(double[] point, List<double[]> others, int objectives, double[] reference)
    {
        var volume = 1.0;
        for (var i = 0; i < objectives; i++)
        {
            volume *= reference[i] - point[i];
        }

        return volume - Volume(Limited(point, others, objectives), objectives, reference);
    }

    // Others as far as they reach into what the point dominates, without those that another one dominates there.
    private static List<double[]> Limited(double[] point, List<double[]> others, int objectives)
    {
        var limited = new List<double[]>();
        foreach (var other in others)
        {
            var corner = new double[objectives];
            for (var i = 0; i < objectives; i++)
            {
                corner[i] = Math.Max(point[i], other[i]);
            }

            if (!limited.Exists(kept => IsNoWorse(kept, corner)))
            {
                limited.RemoveAll(kept => IsNoWorse(corner, kept));
                limited.Add(corner);
            }
        }

        return limited;
    }

    private static bool IsNoWorse(double[] first, double[] second)
    {
        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] > second[i])
            {
                return false;
            }
        }

        return true;
    }

    private static double Area(List<double[]> points, double[] reference)
    {
        var (area, lowest) = (0.0, reference[1]);
        foreach (var point in points.OrderBy(point => point[0]).ThenBy(point => point[1]))
        {
            if (point[1] < lowest)
            {
                area += (reference[0] - point[0]) * (lowest - point[1]);
                lowest = point[1];
            }
        }

        return area;
    }
}
