namespace Escalation.Experiments;

/// <summary>How precise a figure is to be before a run stops.</summary>
/// <param name="Name">Name of the outcome, or of the column of the measure.</param>
/// <param name="Kind">What is to be precise.</param>
/// <param name="Target">The half-width of its interval, or with <see cref="PrecisionKind.RelativeShare"/> the half-width as a
/// part of the share; above 0, and for shares below ½ or, relative, below 1.</param>
public sealed record PrecisionGoal(string Name, PrecisionKind Kind, double Target)
{
    /// <summary>Refuses a goal that no run could have.</summary>
    internal void Check()
    {
        var most = Kind switch
        {
            PrecisionKind.Share => 0.5,
            PrecisionKind.RelativeShare => 1,
            _ => double.PositiveInfinity,
        };
        if (!(Target > 0 && Target < most))
        {
            throw new ArgumentOutOfRangeException(nameof(Target), Target, "Such a half-width is none.");
        }
    }
}

/// <summary>What of a figure is to be precise.</summary>
public enum PrecisionKind
{
    /// <summary>The share of an outcome, in parts of one.</summary>
    Share,

    /// <summary>The share of an outcome, relative to the share itself.</summary>
    RelativeShare,

    /// <summary>The mean of a measure, in its unit.</summary>
    Mean,
}
