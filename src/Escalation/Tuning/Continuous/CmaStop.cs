namespace Escalation.Tuning;

/// <summary>Why a run of the evolution strategy ended.</summary>
/// <remarks>Hansen, arXiv:1604.00772, appendix B.3.</remarks>
public enum CmaStop
{
    /// <summary>It has not ended.</summary>
    None,

    /// <summary>All steps are below the tolerance.</summary>
    StepTolerance,

    /// <summary>Values of the last generations differ by no more than the tolerance.</summary>
    ValueTolerance,

    /// <summary>Neither best nor median values got better for long: the end of most runs under noise.</summary>
    Stagnation,

    /// <summary>The longest axis of the distribution is 10⁷ times the shortest.</summary>
    Condition,

    /// <summary>A step along an axis or a coordinate is below the last digit of the mean.</summary>
    NoEffect,

    /// <summary>Steps grew ten thousandfold: the first step was far too small, or values fall without end.</summary>
    Divergence,
}
