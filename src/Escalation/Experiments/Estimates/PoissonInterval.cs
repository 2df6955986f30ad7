namespace Escalation.Experiments;

/// <summary>The interval of a rate from a count of independent events.</summary>
public static class PoissonInterval
{
    /// <summary>The interval of Garwood: covers the true rate with at least the level, whatever it is.</summary>
    /// <param name="events">Events that were counted; not negative.</param>
    /// <param name="exposure">In how many units of time, space or replications; above 0 and finite.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>Limits of the events a unit; the lower is 0 without events.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <remarks>Garwood (1936), Biometrika 28, 437–442: the α/2 quantile of Gamma(k) and the 1 − α/2 quantile of Gamma(k +
    /// 1).</remarks>
    public static Interval Garwood(long events, double exposure = 1, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exposure);
        ArgumentOutOfRangeException.ThrowIfEqual(exposure, double.PositiveInfinity);
        BinomialInterval.CheckLevel(level);
        var tail = BinomialInterval.TailOf(level);
        var lower = events == 0 ? 0 : GammaLaw.LowerQuantile(events, tail);
        return new(lower / exposure, GammaLaw.UpperQuantile(events + 1.0, tail) / exposure);
    }
}
