using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>In what share of the replications an outcome has come by each day, with a band that holds for all days
/// together.</summary>
/// <remarks>
/// <para>The curve is the product of the chance that the outcome comes at all and of the law of its day if it comes. The first
/// has the interval of Clopper and Pearson, the second the band of Dvoretzky, Kiefer and Wolfowitz with the constant of Massart
/// (1990), Ann. Probab. 18, 1269–1283: ±√(ln(2/α)/(2k)) from k days. Each gets half of the error, so both hold together, whatever
/// the law.</para>
/// <para>The same band around the curve as a whole would be as wide for an outcome of 4 % as for one of 50 %: ±1.4 % from 10,000
/// replications, where this one has ±0.7 % at the end and less before. For an outcome that always comes it is a tenth
/// wider.</para>
/// </remarks>
public sealed class FirstPassageBand
{
    private readonly double[] days;
    private readonly Interval ever;
    private readonly double shift;

    private FirstPassageBand(double[] sortedDays, long count, double level)
    {
        days = sortedDays;
        (Count, Level) = (count, level);
        var half = 1 - ((1 - level) / 2);
        ever = BinomialInterval.ClopperPearson(days.Length, count, half);
        shift = days.Length == 0 ? 1 : Math.Sqrt(Math.Log(2 / (1 - half)) / (2 * days.Length));
    }

    /// <summary>Gets the number of replications.</summary>
    public long Count { get; }

    /// <summary>Gets the confidence that the band holds on all days.</summary>
    public double Level { get; }

    /// <summary>Gets the days on which the share rises, in ascending order, each once.</summary>
    public ImmutableArray<double> Days => [.. days.Distinct()];

    /// <summary>Makes the curve.</summary>
    /// <param name="sortedDays">The day of the first reach, of each replication that reached it, in ascending order.</param>
    /// <param name="count">How many replications there were, at least as many; not negative.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>The curve with its band.</returns>
    /// <exception cref="ArgumentException">The days do not ascend or are none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count or the level is out of its range.</exception>
    public static FirstPassageBand Of(ReadOnlySpan<double> sortedDays, long count, double level = 0.95)
    {
        BinomialInterval.CheckLevel(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, sortedDays.Length);
        OrderStatistics.CheckSorted(sortedDays);
        return new(sortedDays.ToArray(), count, level);
    }

    /// <summary>The share of replications that have reached it by a day.</summary>
    /// <param name="day">The day; the day itself counts.</param>
    /// <returns>The share with the interval that holds for this day alone.</returns>
    public ProportionEstimate ShareBy(double day) => ProportionEstimate.Of(CountBy(day), Count, Level);

    /// <summary>The band at a day.</summary>
    /// <param name="day">The day; the day itself counts.</param>
    /// <returns>Limits of the chance to have reached it by then, that hold on all days together.</returns>
    public Interval BandAt(double day)
    {
        var part = days.Length == 0 ? 0 : (double)CountBy(day) / days.Length;
        return new(ever.Lower * Math.Max(0, part - shift), ever.Upper * Math.Min(1, part + shift));
    }

    private long CountBy(double day)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = days[middle] <= day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
