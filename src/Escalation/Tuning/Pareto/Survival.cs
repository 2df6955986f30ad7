using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>Who stays in a population.</summary>
internal static class Survival
{
    /// <summary>The best members by rank; of the rank that has room only in part, those that spread best.</summary>
    /// <param name="members">All members; rank and crowding are computed anew.</param>
    /// <param name="capacity">How many stay.</param>
    public static ImmutableArray<ParetoMember> Of(ImmutableArray<ParetoMember> members, int capacity)
    {
        double[][] objectives = [.. members.Select(member => member.Objectives.ToArray())];
        var ranks = Domination.Ranks(objectives, [.. members.Select(member => member.Violation)]);
        var survivors = ImmutableArray.CreateBuilder<ParetoMember>();
        for (var rank = 0; survivors.Count < Math.Min(capacity, members.Length); rank++)
        {
            List<int> front = [.. Enumerable.Range(0, members.Length).Where(i => ranks[i] == rank)];
            Thin(front, objectives, capacity - survivors.Count);
            var distances = CrowdingDistance.Of([.. front.Select(i => objectives[i])]);
            survivors.AddRange(front.Select((i, place) => members[i] with { Rank = rank, Crowding = distances[place] }));
        }

        return survivors.ToImmutable();
    }

    // Takes away the least needed one after another: taken away together, neighbours would leave a hole.
    private static void Thin(List<int> front, double[][] objectives, int room)
    {
        if (front.Count > room && objectives[front[0]].Length == 2)
        {
            front.Sort((i, j) => Compare(objectives[i], objectives[j], i, j));
        }

        while (front.Count > room)
        {
            double[][] points = [.. front.Select(i => objectives[i])];
            var need = points[0].Length == 2 ? Areas(points) : CrowdingDistance.Of(points);
            front.RemoveAt(Array.IndexOf(need, need.Min()));
        }
    }

    // The area that only this point of a sorted front dominates, next to its neighbours; the ends are always needed.
    private static double[] Areas(double[][] points)
    {
        var areas = new double[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            areas[i] = i == 0 || i == points.Length - 1
                ? double.PositiveInfinity
                : (points[i + 1][0] - points[i][0]) * (points[i - 1][1] - points[i][1]);
        }

        return areas;
    }

    private static int Compare(double[] first, double[] second, int i, int j) =>
        first[0] != second[0] ? first[0].CompareTo(second[0])
        : first[1] != second[1] ? second[1].CompareTo(first[1])
        : i.CompareTo(j);
}
