using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>How often an interval of Clopper and Pearson misses the chance, if a run stops at the first look at which it is
/// narrow enough: exactly, by dynamic programming over replications and hits.</summary>
/// <remarks>
/// <para>The chance of each way to stop is carried for a few chances p₀ and turned into that for any p nearby by the factor
/// (p/p₀)ᵏ ((1 − p)/(1 − p₀))ⁿ⁻ᵏ. Coverage jumps where p passes the end of an interval, and between two ends the part that is
/// missed below and the one that is missed above are tails and bend upwards, so that their sum is greatest at an end. There it
/// is taken with both neighbours of the jump missed.</para>
/// <para>Stopping early harms where the half-width hangs on few hits: at chances of a few half-widths. Beyond sixteen
/// half-widths the moment of stopping is all but certain, and what is missed is the error of a fixed number and some tenths of a
/// per cent of it; ends there are not looked at. The tests look at some.</para>
/// </remarks>
/// <param name="halfWidth">The half-width at which a run stops, above 0.</param>
/// <param name="error">The error of the intervals, which are of level 1 − error.</param>
/// <param name="mostCount">The replications at which a run stops in any case.</param>
internal sealed class StoppingCoverage(double halfWidth, double error, long mostCount)
{
    private const double MostChance = 0.5;
    private const double HalfWidths = 16;

    // Paths of less than this are left out. Turning p₀ into p multiplies by e¹² at most where it matters.
    private const double Negligible = 1e-35;

    private readonly List<Look> looks = [];
    private readonly Dictionary<(int Look, long Hits), Interval> intervals = [];

    /// <summary>The chance that a run misses the truth, at the chance where that is greatest.</summary>
    /// <param name="enough">Where a greater one is found the search ends.</param>
    public double LargestMiss(double enough)
    {
        var largest = 0.0;
        var end = Math.Min(MostChance, HalfWidths * halfWidth);
        for (var low = 0.005 * halfWidth; low < end && largest <= enough;)
        {
            // So that a window is about eight standard deviations of the hits wide.
            var high = Math.Min(end, low * Math.Exp(Math.Min(0.7, 4 * halfWidth / low)));
            var stops = Stops(low, high);
            var ends = stops.SelectMany(stop => new[] { stop.Interval.Lower, stop.Interval.Upper })
                .Where(point => point > low && point <= high).Append(high).Distinct();
            largest = Math.Max(largest, ends.Max(point => Miss(stops, Math.Sqrt(low * high), point)));
            low = high;
        }

        return largest;
    }

    /// <summary>The chance that a run misses the truth at one chance.</summary>
    /// <param name="chance">Between 0 and 1, both excluded.</param>
    public double MissAt(double chance) => Miss(Stops(chance, chance), chance, chance);

    // An interval that ends at the point itself counts as missing it: it does for neighbours on one side.
    private static double Miss(List<Stop> stops, double origin, double point)
    {
        const double Nothing = -30;
        var (perHit, perMiss) = (Math.Log(point / origin), Math.Log((1 - point) / (1 - origin)));
        var sum = 0.0;
        foreach (var stop in stops)
        {
            if (stop.Interval.Lower >= point || stop.Interval.Upper <= point)
            {
                var logarithm = stop.LogChance + (stop.Hits * perHit) + ((stop.Count - stop.Hits) * perMiss);
                sum += logarithm > Nothing ? Math.Exp(logarithm) : 0;
            }
        }

        return sum;
    }

    /// <summary>All ways to stop that matter for chances of a window, with their chance at its middle.</summary>
    private List<Stop> Stops(double low, double high)
    {
        var origin = Math.Sqrt(low * high);
        var stops = new List<Stop>();
        var at = FirstLook(low, high);
        var paths = HitLaw.Binomial(LookAt(at).Count, origin, Negligible);
        while (true)
        {
            var look = LookAt(at);
            var (first, last) = (long.MaxValue, long.MinValue);
            for (var hits = paths.First; hits <= paths.Last; hits++)
            {
                var mass = paths[hits];
                if (mass <= Negligible)
                {
                    continue;
                }

                if (look.Stops(hits))
                {
                    stops.Add(new(hits, look.Count, Math.Log(mass), IntervalOf(at, hits)));
                }
                else
                {
                    (first, last) = (Math.Min(first, hits), Math.Max(last, hits));
                }
            }

            if (first > last)
            {
                return stops;
            }

            at++;
            paths = paths.Part(first, last).Plus(HitLaw.Binomial(LookAt(at).Count - look.Count, origin, Negligible));
        }
    }

    // The first look at which a run may stop with a chance above 10⁻¹²: seven standard deviations from the mean, by Chernoff's
    // bound.
    private int FirstLook(double low, double high)
    {
        const double Deviations = 7.5;
        for (var at = 0; ; at++)
        {
            var look = LookAt(at);
            var least = (look.Count * low) - (Deviations * Math.Sqrt(look.Count * low));
            var most = (look.Count * high) + (Deviations * Math.Sqrt(look.Count) / 2);
            if (look.MostHits >= least || look.Count - look.MostHits <= most)
            {
                return at;
            }
        }
    }

    private Interval IntervalOf(int at, long hits)
    {
        if (!intervals.TryGetValue((at, hits), out var interval))
        {
            interval = BinomialInterval.ClopperPearson(hits, LookAt(at).Count, 1 - error);
            intervals.Add((at, hits), interval);
        }

        return interval;
    }

    private Look LookAt(int at)
    {
        while (looks.Count <= at)
        {
            var before = looks.Count == 0 ? new Look(0, -1) : looks[^1];
            Debug.Assert(before.Count < mostCount, "At the most replications every run stops.");
            var count = before.Count == 0 ? LookSchedule.First : LookSchedule.After(before.Count);
            var look = LookWith(Math.Min(count, mostCount), before.MostHits);
            while (look.MostHits < 0)
            {
                look = LookWith(Math.Min(LookSchedule.After(look.Count), mostCount), -1);
            }

            looks.Add(look);
        }

        return looks[at];
    }

    // The more replications, the more hits may be there for it to stop; the search goes up from those of the look before.
    private Look LookWith(long count, long mostHitsBefore)
    {
        if (count == mostCount || IsNarrow(count / 2, count))
        {
            return new(count, count);
        }

        var (low, high) = (mostHitsBefore, count / 2);
        for (var step = 1L; low + step < high; step *= 2)
        {
            if (!IsNarrow(low + step, count))
            {
                high = low + step;
                break;
            }

            low += step;
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = IsNarrow(middle, count) ? (middle, high) : (low, middle);
        }

        return new(count, low);
    }

    private bool IsNarrow(long hits, long count) =>
        BinomialInterval.ClopperPearson(hits, count, 1 - error).HalfWidth <= halfWidth;

    /// <summary>A look, and the most hits, or misses, with which a run stops there; −1: with none.</summary>
    private readonly record struct Look(long Count, long MostHits)
    {
        public bool Stops(long hits) => hits <= MostHits || Count - hits <= MostHits;
    }

    /// <summary>A way to stop, with the logarithm of its chance and the interval that is given then.</summary>
    private readonly record struct Stop(long Hits, long Count, double LogChance, Interval Interval);
}
