using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>What speaks for a limit of a box.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="QuasiP">Chance to see at least as many cases among as many futures as are inside, if the limit did nothing: if
/// each were a case with the density that the box has without this limit.</param>
/// <param name="QuasiPOfLower">The same for the lower end alone; NaN if that is open.</param>
/// <param name="QuasiPOfUpper">The same for the upper end alone; NaN if that is open.</param>
/// <remarks>
/// Bryant and Lempert (2010), Technol. Forecast. Soc. Change 77, 34–49. "Quasi", because the limit was chosen on the same
/// futures: a small value does not prove the limit, a large one says that it may go. With weights between 0 and 1 the binomial
/// tail is continued by the incomplete beta function; such weights scatter less than 0 and 1, so that the value is rather too
/// large.
/// </remarks>
public sealed record LimitSupport(BoxLimit Limit, double QuasiP, double QuasiPOfLower, double QuasiPOfUpper)
{
    /// <summary>Judges all limits of a box.</summary>
    /// <param name="futures">The futures that it was found among.</param>
    /// <param name="box">The box.</param>
    /// <returns>One for each limit of the box, in its order.</returns>
    public static ImmutableArray<LimitSupport> Of(Futures futures, FutureBox box)
    {
        var inside = futures.CountIn(box);
        return [.. box.Limits.Select(limit => Of(futures, box, limit, inside))];
    }

    private static LimitSupport Of(Futures futures, FutureBox box, BoxLimit limit, BoxCount inside)
    {
        var lower = limit.IsLimitedBelow ? limit with { Range = limit.Range with { Lower = double.NegativeInfinity } } : null;
        var upper = limit.IsLimitedAbove ? limit with { Range = limit.Range with { Upper = double.PositiveInfinity } } : null;
        return new(
            limit,
            Tail(futures, inside, box.Without(limit.Input)),
            lower is null ? double.NaN : Tail(futures, inside, box.With(lower)),
            upper is null ? double.NaN : Tail(futures, inside, box.With(upper)));
    }

    private static double Tail(Futures futures, BoxCount inside, FutureBox wider)
    {
        var without = futures.CountIn(wider);
        if (inside.Points == 0 || inside.Units == 0)
        {
            return 1;
        }

        var chance = futures.InCases(without.Units) / without.Points;
        var hits = futures.InCases(inside.Units);
        return chance >= 1 ? 1 : IncompleteBeta.At(hits, inside.Points - hits + 1, UnitPoint.FromX(chance)).Lower;
    }
}
