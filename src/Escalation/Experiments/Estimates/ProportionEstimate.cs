namespace Escalation.Experiments;

/// <summary>A share of replications with all that a shown figure must carry: interval, number, level and method.</summary>
/// <param name="Hits">Replications in which it happened; from 0 to <paramref name="Count"/>.</param>
/// <param name="Count">Replications that were asked; 0 where the condition of a conditional share never held.</param>
/// <param name="Level">Confidence of the interval, between 0 and 1.</param>
/// <param name="Method">How the interval was made.</param>
/// <param name="Interval">Limits of the proportion, between 0 and 1.</param>
public sealed record ProportionEstimate(long Hits, long Count, double Level, ProportionMethod Method, Interval Interval)
{
    /// <summary>Gets the share <see cref="Hits"/>/<see cref="Count"/>; NaN if nothing was asked.</summary>
    public double Value => (double)Hits / Count;

    /// <summary>Estimates a proportion from counts.</summary>
    /// <param name="hits">Replications in which it happened; from 0 to <paramref name="count"/>.</param>
    /// <param name="count">Replications that were asked; not negative.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <param name="method">How the interval is made.</param>
    /// <returns>The share with its interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or the level is out of range, or the method is unknown.</exception>
    public static ProportionEstimate Of(
        long hits, long count, double level = 0.95, ProportionMethod method = ProportionMethod.ClopperPearson)
    {
        var interval = method switch
        {
            ProportionMethod.ClopperPearson => BinomialInterval.ClopperPearson(hits, count, level),
            ProportionMethod.Wilson => BinomialInterval.Wilson(hits, count, level),
            ProportionMethod.Jeffreys => BinomialInterval.Jeffreys(hits, count, level),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "No such method."),
        };
        return new(hits, count, level, method, interval);
    }
}
