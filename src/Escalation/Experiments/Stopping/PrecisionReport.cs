namespace Escalation.Experiments;

/// <summary>How a run that was to be so precise ended.</summary>
/// <param name="Goal">What was asked for.</param>
/// <param name="IsReached">True if the run stopped because it was precise enough; false if its replications were at an end
/// before, or it was interrupted.</param>
/// <param name="Count">Replications that count: the first ones, without a gap.</param>
/// <param name="Estimate">The share or the mean; with a relative goal that was reached the unbiased estimate (k − 1)/T.</param>
/// <param name="Interval">Its interval, which holds with the level although the run stopped when it was narrow.</param>
/// <param name="Method">How the interval was made.</param>
public sealed record PrecisionReport(
    PrecisionGoal Goal, bool IsReached, long Count, double Estimate, Interval Interval, PrecisionMethod Method)
{
    /// <summary>Gets the half-width that is to be compared with the goal: of the interval, or that relative to the
    /// estimate.</summary>
    public double HalfWidth =>
        Goal.Kind == PrecisionKind.RelativeShare ? Interval.HalfWidth / Estimate : Interval.HalfWidth;

    /// <summary>Gets the level of the interval's formula where that is higher than the level with which it holds; null
    /// else.</summary>
    public double? LevelOfFormula { get; init; }
}

/// <summary>How the interval of a figure that stopped a run is made.</summary>
public enum PrecisionMethod
{
    /// <summary>Clopper and Pearson's at a higher level, such that it keeps the level wanted at the moment of stopping.</summary>
    AdjustedClopperPearson,

    /// <summary>Exact from the time to the k-th hit, k being fixed beforehand.</summary>
    GammaBernoulli,

    /// <summary>Student's t after at least 1,000 replications; holds the level as the half-width becomes small.</summary>
    SequentialStudent,

    /// <summary>A confidence sequence, which holds whenever and for whatever reason one stops.</summary>
    ConfidenceSequence,

    /// <summary>Clopper and Pearson's at a higher level, for a run that was at its end before the k-th hit.</summary>
    ClopperPearsonAtEnd,
}
