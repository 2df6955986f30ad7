namespace Escalation.Experiments;

/// <summary>How good a box is on futures that did not choose it: shares with intervals.</summary>
/// <param name="Count">How many futures there were.</param>
/// <param name="Inside">How many are inside.</param>
/// <param name="Cases">The sum of all weights.</param>
/// <param name="CasesInside">The sum of the weights inside.</param>
/// <param name="Level">Confidence of the intervals.</param>
/// <remarks>Intervals are those of Clopper and Pearson: of coverage given the number of cases, of density given the number of
/// futures inside. Sums of weights between 0 and 1 are rounded outwards for them; such weights scatter less than 0 and 1, so that
/// the intervals are rather too wide. On the futures that the box was found among coverage and density are too good, whatever the
/// interval.</remarks>
public sealed record BoxEstimate(int Count, int Inside, double Cases, double CasesInside, double Level)
{
    /// <summary>Share of the cases that are inside; NaN without cases.</summary>
    public double Coverage => CasesInside / Cases;

    /// <summary>Its interval.</summary>
    public Interval CoverageInterval => Outwards(CasesInside, Cases, Level);

    /// <summary>Share of the futures inside that are cases; NaN if none is inside.</summary>
    public double Density => CasesInside / Inside;

    /// <summary>Its interval.</summary>
    public Interval DensityInterval => Outwards(CasesInside, Inside, Level);

    /// <summary>Share of the futures that are inside; NaN without futures.</summary>
    public double Mass => (double)Inside / Count;

    /// <summary>Its interval.</summary>
    public Interval MassInterval => BinomialInterval.ClopperPearson(Inside, Count, Level);

    /// <summary>Share of all futures that are cases; NaN without futures.</summary>
    public double BaseDensity => Cases / Count;

    /// <summary>Judges boxes on fresh futures.</summary>
    /// <param name="fresh">Futures from the same law, which had no part in finding the boxes.</param>
    /// <param name="boxes">One box, or several of which any may hold a future.</param>
    /// <param name="level">Confidence of the intervals, between 0 and 1, both excluded.</param>
    /// <returns>The counts with their intervals.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static BoxEstimate Of(Futures fresh, IReadOnlyList<FutureBox> boxes, double level = 0.95)
    {
        BinomialInterval.CheckLevel(level);
        var (inside, units) = (0, 0L);
        for (var row = 0; row < fresh.Count; row++)
        {
            if (boxes.Any(box => box.Contains(fresh, row)))
            {
                inside++;
                units += fresh.Units(row);
            }
        }

        return new(fresh.Count, inside, fresh.Cases, fresh.InCases(units), level);
    }

    /// <summary>Judges one box on fresh futures.</summary>
    /// <param name="fresh">Futures from the same law, which had no part in finding the box.</param>
    /// <param name="box">The box.</param>
    /// <param name="level">Confidence of the intervals, between 0 and 1, both excluded.</param>
    /// <returns>The counts with their intervals.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static BoxEstimate Of(Futures fresh, FutureBox box, double level = 0.95) => Of(fresh, [box], level);

    private static Interval Outwards(double hits, double count, double level)
    {
        var most = (long)Math.Ceiling(count);
        return new(
            BinomialInterval.ClopperPearson((long)Math.Floor(hits), most, level).Lower,
            BinomialInterval.ClopperPearson(Math.Min(most, (long)Math.Ceiling(hits)), most, level).Upper);
    }
}
