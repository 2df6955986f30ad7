namespace Escalation.Experiments;

/// <summary>Whether a posterior has enough particles to be read.</summary>
public enum PosteriorSize
{
    /// <summary>Below 100 effective particles: ends of intervals are single particles.</summary>
    TooFew,

    /// <summary>Below 400: medians can be read, the ends of intervals hardly.</summary>
    Rough,

    /// <summary>At least ten particles lie beyond each end of a 95 % interval.</summary>
    Enough,
}

/// <summary>Judges the size of posteriors.</summary>
public static class PosteriorSizes
{
    /// <summary>The judgement of a number of effective particles.</summary>
    /// <param name="effectiveCount">As <see cref="ParticleCloud.EffectiveCount"/> has it.</param>
    public static PosteriorSize Of(double effectiveCount) => effectiveCount switch
    {
        < 100 => PosteriorSize.TooFew,
        < 400 => PosteriorSize.Rough,
        _ => PosteriorSize.Enough,
    };
}
