namespace Escalation.Engine;

/// <summary>Sums of times, in days since the start.</summary>
public static class Instant
{
    private const double MillisecondsADay = 86_400_000;

    // Three roundings of half a unit in the last place, and as much again for delays that were computed.
    private const double RoundingError = 1.0 / (1L << 50);

    /// <summary>The time that lies a delay after another.</summary>
    /// <param name="day">A time, in days.</param>
    /// <param name="delay">A delay, in days; not negative.</param>
    /// <returns>The sum. One that is a whole millisecond but for the error of rounding is that millisecond, and never before
    /// <paramref name="day"/>.</returns>
    /// <remarks>An hour is no binary fraction of a day: without this, 7 h and an hour more would come before 8 h, and a cooldown
    /// that is over at 8 h would still hold there. Other times stay as they are, to the last bit.</remarks>
    public static double After(double day, double delay)
    {
        var sum = day + delay;
        var milliseconds = sum * MillisecondsADay;
        var rounded = Math.Round(milliseconds);
        if (Math.Abs(milliseconds - rounded) > milliseconds * (4 * RoundingError))
        {
            // Nearly all times that were drawn: nowhere near a whole one, and no division is needed to tell.
            return sum;
        }

        var whole = rounded / MillisecondsADay;
        return whole >= day && Math.Abs(sum - whole) <= sum * RoundingError ? whole : sum;
    }
}
