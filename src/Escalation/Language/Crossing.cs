namespace Escalation.Language;

/// <summary>What came of looking for the day at which a truth changes.</summary>
/// <param name="Day">The day at which it changes; if none was found the day up to which it certainly does not. That is the end
/// of the search, or before it if the search was too long for one call and must go on from there.</param>
/// <param name="Found">True if it changes at that day.</param>
public readonly record struct CrossingSearch(double Day, bool Found);

/// <summary>Finds the day at which a truth about moving values changes while nothing happens.</summary>
public static class Crossing
{
    /// <summary>The resolution in days: a truth that changes and changes back within less may be missed.</summary>
    public const double ResolutionDays = 1e-6;

    /// <summary>The most evaluations of a tree in one call, as long as the search has come forward at all.</summary>
    internal const int Budget = 2000;

    private const double LongestDays = 1e12;

    /// <summary>The earliest day at which a truth is no longer what it is at present.</summary>
    /// <remarks>
    /// A stretch on which interval arithmetic decides the truth is done with. Otherwise its comparisons are looked at one by
    /// one: one whose two sides move apart, or towards each other, the whole time changes at most once, at a day found by
    /// bisection. Where no such thing is known the stretch is halved, down to the resolution, the earlier half first. (Moore
    /// (1966), Interval Analysis.)
    /// </remarks>
    /// <param name="truth">The truth; without draws.</param>
    /// <param name="present">What it is at present.</param>
    /// <param name="path">How what it reads moves.</param>
    /// <param name="fromDay">The present, which is not looked at.</param>
    /// <param name="toDay">The last day that is looked at; finite.</param>
    /// <returns>The day, to <see cref="ResolutionDays"/>. If found, the truth with the values of <see cref="IPath.At"/> at
    /// that day is
    /// not <paramref name="present"/>. A search that is not finished has come forward, by the resolution at least.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The days are not finite or not in order.</exception>
    /// <exception cref="FormulaFaultException">The truth has no value at a day that was looked at.</exception>
    public static CrossingSearch Next(Node truth, bool present, IPath path, double fromDay, double toDay)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(double.IsFinite(fromDay), true, nameof(fromDay));
        ArgumentOutOfRangeException.ThrowIfNotEqual(double.IsFinite(toDay) && toDay >= fromDay, true, nameof(toDay));
        if (toDay == fromDay)
        {
            return new CrossingSearch(toDay, Found: false);
        }

        // So long that nobody means it: what lies further is left to the next call, which keeps the halvings within their room.
        var reach = Math.Min(toDay, Math.Max(fromDay + LongestDays, Math.BitIncrement(fromDay)));
        return new StretchSearch(truth, present, path, fromDay, stackalloc double[StretchSearch.SwitchLimit])
            .Run(reach, stackalloc double[StretchSearch.DepthLimit]);
    }
}
