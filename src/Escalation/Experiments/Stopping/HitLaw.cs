namespace Escalation.Experiments;

/// <summary>How likely so many hits are: a stretch of counts with their masses, which need not add up to 1.</summary>
internal sealed class HitLaw
{
    private readonly double[] masses;

    private HitLaw(long first, double[] masses) => (First, this.masses) = (first, masses);

    /// <summary>The least number of hits.</summary>
    public long First { get; }

    /// <summary>The greatest number of hits.</summary>
    public long Last => First + masses.Length - 1;

    /// <summary>The mass of a number of hits between the two.</summary>
    public double this[long hits] => masses[hits - First];

    /// <summary>The binomial law, without its tails.</summary>
    /// <param name="count">Replications, at least 1.</param>
    /// <param name="chance">Chance of a hit, between 0 and 1, both excluded.</param>
    /// <param name="negligible">Masses below this part of the greatest are left out.</param>
    public static HitLaw Binomial(long count, double chance, double negligible)
    {
        // From the mode outwards by quotients of neighbours, then divided by the sum: no logarithm of a factorial loses digits.
        var mode = Math.Min(count, (long)((count + 1) * chance));
        var odds = chance / (1 - chance);
        var (below, above) = (new List<double>(), new List<double>());
        var mass = 1.0;
        for (var hits = mode; hits > 0 && mass > negligible; hits--)
        {
            mass *= hits / ((count - hits + 1) * odds);
            below.Add(mass);
        }

        mass = 1;
        for (var hits = mode; hits < count && mass > negligible; hits++)
        {
            mass *= (count - hits) * odds / (hits + 1);
            above.Add(mass);
        }

        var sum = below.Sum() + 1 + above.Sum();
        below.Reverse();
        return new(mode - below.Count, [.. below.Append(1).Concat(above).Select(one => one / sum)]);
    }

    /// <summary>A part of it.</summary>
    public HitLaw Part(long first, long last) => new(first, masses[(int)(first - First)..(int)(last - First + 1)]);

    /// <summary>The law of the sum of hits of this and of further replications.</summary>
    public HitLaw Plus(HitLaw further)
    {
        var sums = new double[masses.Length + further.masses.Length - 1];
        for (var one = 0; one < masses.Length; one++)
        {
            var mass = masses[one];
            var to = sums.AsSpan(one, further.masses.Length);
            for (var other = 0; other < to.Length; other++)
            {
                to[other] += mass * further.masses[other];
            }
        }

        return new(First + further.First, sums);
    }
}
