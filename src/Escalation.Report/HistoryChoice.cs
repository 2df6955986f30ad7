using System.Collections.Immutable;

namespace Escalation.Report;

/// <summary>A history that is worth reading.</summary>
/// <param name="Title">Why.</param>
/// <param name="Replication">Its number.</param>
public sealed record ChosenHistory(string Title, long Replication);

/// <summary>Chooses among many histories the few that tell most.</summary>
public static class HistoryChoice
{
    /// <summary>The median one, the one nearest to the first outcome without it, and one with it.</summary>
    /// <param name="run">What the run left.</param>
    public static ImmutableArray<ChosenHistory> Of(RunData run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var numbers = run.Rows["replication"].ToArray();
        if (numbers.Length == 0 || run.Outcomes.IsEmpty)
        {
            return [];
        }

        var outcome = run.Outcomes[0].Name;
        var came = run.Rows[outcome].ToArray();
        int[] all = [.. Enumerable.Range(0, numbers.Length)];
        var without = all.Where(row => came[row] != 1).ToList();
        var with = all.Where(row => came[row] == 1).ToList();
        var chosen = ImmutableArray.CreateBuilder<ChosenHistory>();
        Add("The median history: its measures lie nearest to the middle", Middle(run, numbers.Length));
        if (without.Count > 0 && with.Count > 0)
        {
            Add($"The nearest to {outcome} without it: none climbs higher", Highest(run, without));
        }

        if (with.Count > 0)
        {
            Add($"A history that comes to {outcome}, on the median day", Median(run.Rows[outcome + "_day"], with));
        }

        return chosen.ToImmutable();

        void Add(string title, int row)
        {
            if (chosen.All(other => other.Replication != (long)numbers[row]))
            {
                chosen.Add(new ChosenHistory(title, (long)numbers[row]));
            }
        }
    }

    // The distances of its measures from their medians, in widths of nine of ten histories.
    private static int Middle(RunData run, int count)
    {
        var distances = new double[count];
        foreach (var measure in run.Measures.Where(measure => measure.P95 > measure.P05))
        {
            var column = run.Rows[measure.Name];
            for (var row = 0; row < column.Length; row++)
            {
                var distance = Math.Abs(column[row] - measure.P50) / (measure.P95 - measure.P05);
                distances[row] += double.IsNaN(distance) ? 1 : Math.Min(1, distance);
            }
        }

        return Array.IndexOf(distances, distances.Min());
    }

    // The highest rung; of equals the one with the most acts.
    private static int Highest(RunData run, List<int> rows)
    {
        var (rungs, acts) = (run.Rows["highest_rung"].ToArray(), run.Rows["events"].ToArray());
        return rows.MaxBy(row => (rungs.Length > 0 && rungs[row] >= 0 ? rungs[row] : -1, acts.Length > 0 ? acts[row] : 0));
    }

    private static int Median(ReadOnlySpan<double> days, List<int> rows)
    {
        var known = days.ToArray();
        var sorted = rows.OrderBy(row => known.Length > 0 && known[row] >= 0 ? known[row] : double.MaxValue).ToList();
        return sorted[sorted.Count / 2];
    }
}
