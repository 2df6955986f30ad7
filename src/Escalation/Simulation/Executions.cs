using Escalation.Engine;

namespace Escalation.Simulation;

/// <summary>The days on which a limited rule was executed, oldest first.</summary>
internal sealed class Executions
{
    private double[] days = new double[8];
    private int count;

    /// <summary>Forgets all.</summary>
    public void Clear() => count = 0;

    /// <summary>Adds an execution; not before the last one.</summary>
    public void Add(double day)
    {
        if (count == days.Length)
        {
            Array.Resize(ref days, days.Length * 2);
        }

        days[count++] = day;
    }

    /// <summary>How many fell into (day − width, day].</summary>
    public int CountSince(double day, double width)
    {
        // The sum is compared, as for a cooldown: what ended exactly now is outside.
        var first = count;
        while (first > 0 && Instant.After(days[first - 1], width) > day)
        {
            first--;
        }

        return count - first;
    }
}
