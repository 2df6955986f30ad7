using System.Diagnostics;
using Escalation.Engine;

namespace Escalation.Language;

/// <summary>One search for the day at which a truth changes: stretch by stretch, the earliest first.</summary>
internal ref struct StretchSearch
{
    /// <summary>The most changes of comparisons that are looked at on one stretch.</summary>
    public const int SwitchLimit = 16;

    /// <summary>The most halvings of the whole: 2⁶⁴ times the resolution is longer than any search.</summary>
    public const int DepthLimit = 64;

    private readonly Node truth;
    private readonly bool present;
    private readonly double start;
    private ComparisonSearch comparisons;

    public StretchSearch(Node truth, bool present, IPath path, double fromDay, Span<double> switches)
    {
        this.truth = truth;
        this.present = present;
        start = fromDay;
        comparisons = new ComparisonSearch(path, switches);
    }

    private enum Verdict
    {
        Unchanged,
        Changed,
        Unknown,
    }

    /// <summary>Searches up to a day.</summary>
    /// <param name="toDay">The last day, after the first.</param>
    /// <param name="ends">Room for the ends of the stretches that wait.</param>
    public CrossingSearch Run(double toDay, Span<double> ends)
    {
        var (from, to) = (start, toDay);
        var waiting = 0;

        // The present itself is not looked at, so a truth that is another at once changes at the next day there is.
        var next = Math.BitIncrement(start);
        if (comparisons.DecideByBounds(truth, from, to) != Bounds.Truth(present) && Holds(next) != present)
        {
            return new CrossingSearch(next, Found: true);
        }

        while (true)
        {
            if (comparisons.Evaluations > Crossing.Budget && from > start)
            {
                return new CrossingSearch(from, Found: false);
            }

            var verdict = Examine(from, to, out var day);
            if (verdict == Verdict.Changed)
            {
                return new CrossingSearch(day, Found: true);
            }

            if (verdict == Verdict.Unknown && CanBeHalved(from, to, out var middle))
            {
                ends[waiting++] = to;
                to = middle;
                continue;
            }

            // A stretch as short as the resolution is judged by its end.
            if (verdict == Verdict.Unknown && Holds(to) != present)
            {
                return new CrossingSearch(to, Found: true);
            }

            if (waiting == 0)
            {
                Debug.Assert(to == toDay, "The last stretch ends where the search does.");
                return new CrossingSearch(toDay, Found: false);
            }

            from = to;
            to = ends[--waiting];
        }
    }

    private static bool CanBeHalved(double from, double to, out double middle)
    {
        middle = from + ((to - from) / 2);
        return to - from > Crossing.ResolutionDays && middle > from && middle < to;
    }

    private Verdict Examine(double from, double to, out double day)
    {
        var decided = comparisons.Decide(truth, from, to);
        if (decided == Bounds.Truth(present))
        {
            day = to;
            return Verdict.Unchanged;
        }

        if (!decided.IsPoint)
        {
            day = to;
            return comparisons.IsVague ? Verdict.Unknown : FirstChange(to, out day);
        }

        day = from;
        return from > start && Holds(day) != present ? Verdict.Changed : Verdict.Unknown;
    }

    // The truth is constant between the days at which comparisons change.
    private Verdict FirstChange(double to, out double day)
    {
        foreach (var candidate in comparisons.Switches)
        {
            if (Holds(candidate) != present)
            {
                day = candidate;
                return Verdict.Changed;
            }
        }

        day = to;
        return Verdict.Unchanged;
    }

    private bool Holds(double day)
    {
        comparisons.Evaluations++;
        var source = new PointReadings(comparisons.Path, day, isQuiet: false);
        var stream = default(KeyedStream);
        return Evaluation.Of(truth, ref source, ref stream) != 0;
    }
}
