using System.Diagnostics;

namespace Escalation.Simulation;

/// <summary>The events inside a sliding window, oldest first: a ring buffer that grows and is reused.</summary>
internal sealed class Window
{
    private double[] expiryDays = new double[8];
    private double[] values = new double[8];
    private int head;
    private int count;

    /// <summary>How many events the window holds.</summary>
    public int Count => count;

    /// <summary>The day after which the oldest event is outside.</summary>
    public double FirstExpiryDay => expiryDays[head];

    /// <summary>Empties the window.</summary>
    public void Clear() => (head, count) = (0, 0);

    /// <summary>Puts an event in.</summary>
    public void Add(double expiryDay, double value)
    {
        if (count == expiryDays.Length)
        {
            Grow();
        }

        var tail = (head + count) & (expiryDays.Length - 1);
        Debug.Assert(count == 0 || expiryDays[(tail - 1) & (values.Length - 1)] <= expiryDay, "Events come in order of time.");
        expiryDays[tail] = expiryDay;
        values[tail] = value;
        count++;
    }

    /// <summary>Takes out what expired before a day, or at it.</summary>
    /// <param name="day">The day.</param>
    /// <param name="isInclusive">True if what expires at that very day goes too.</param>
    public void Prune(double day, bool isInclusive)
    {
        while (count > 0 && (expiryDays[head] < day || (isInclusive && expiryDays[head] == day)))
        {
            head = (head + 1) & (expiryDays.Length - 1);
            count--;
        }
    }

    /// <summary>Adds up the values.</summary>
    public double Sum()
    {
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            sum += values[(head + i) & (values.Length - 1)];
        }

        return sum;
    }

    /// <summary>The greatest value, −∞ if there is none.</summary>
    public double Greatest()
    {
        var greatest = double.NegativeInfinity;
        for (var i = 0; i < count; i++)
        {
            greatest = Math.Max(greatest, values[(head + i) & (values.Length - 1)]);
        }

        return greatest;
    }

    /// <summary>The least value, +∞ if there is none.</summary>
    public double Least()
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < count; i++)
        {
            least = Math.Min(least, values[(head + i) & (values.Length - 1)]);
        }

        return least;
    }

    private void Grow()
    {
        var size = expiryDays.Length;
        var days = new double[size * 2];
        var kept = new double[size * 2];
        for (var i = 0; i < count; i++)
        {
            days[i] = expiryDays[(head + i) & (size - 1)];
            kept[i] = values[(head + i) & (size - 1)];
        }

        (expiryDays, values, head) = (days, kept, 0);
    }
}
