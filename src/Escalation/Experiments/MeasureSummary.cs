using Escalation.Model;

namespace Escalation.Experiments;

/// <summary>A measure over all replications, in its own unit (times and durations in days, rates a day).</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Column">The name of its column.</param>
/// <param name="Mean">Mean, standard deviation and half-width, over the replications that have a value.</param>
/// <param name="P05">5 % quantile of those; NaN if none has a value.</param>
/// <param name="P50">Their median.</param>
/// <param name="P95">Their 95 % quantile.</param>
public sealed record MeasureSummary(Measure Measure, string Column, MeanEstimate Mean, double P05, double P50, double P95)
{
    /// <summary>Interval of the 5 % quantile by order statistics; null if there are too few values for one, as for the
    /// others.</summary>
    public Interval? P05Interval { get; init; }

    /// <summary>Interval of the median.</summary>
    public Interval? P50Interval { get; init; }

    /// <summary>Interval of the 95 % quantile.</summary>
    public Interval? P95Interval { get; init; }

    /// <summary>The mean of the greatest twentieth of the values; null if there are too few.</summary>
    public ConditionalTail? Tail { get; init; }

    /// <summary>How much of its spread comes from not knowing the parameters, over the pairs in which both have a value; null
    /// without twins.</summary>
    public IgnoranceEstimate? Ignorance { get; init; }
}
