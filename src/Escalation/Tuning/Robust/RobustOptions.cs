namespace Escalation.Tuning;

/// <summary>What counts as bad, good enough, best and far from the best.</summary>
public sealed record RobustOptions
{
    /// <summary>Gets the share of futures that are the worst ones, above 0 and at most 1; a tenth if not given.</summary>
    public double WorstShare { get; init; } = 0.1;

    /// <summary>Gets the share of futures whose regret the regret point holds, above 0 and at most 1; 0.9 if not given.</summary>
    public double RegretShare { get; init; } = 0.9;

    /// <summary>Gets the value up to which a policy is good enough, in the unit of the values; NaN: there is none, and the share
    /// has no value.</summary>
    public double Threshold { get; init; } = double.NaN;

    /// <summary>Gets the difference up to which two policies are equally good, in the unit of the values; not negative.</summary>
    public double Tie { get; init; }

    /// <summary>Gets the regret up to which a policy is not far from the best, in the unit of the values; NaN: there is none, and
    /// the share has no value.</summary>
    public double Far { get; init; } = double.NaN;

    /// <summary>Refuses options that say nothing.</summary>
    internal void Check()
    {
        CheckShare(WorstShare, nameof(WorstShare));
        CheckShare(RegretShare, nameof(RegretShare));
        if (!(Tie >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(Tie), Tie, "A tie is a difference that is not negative.");
        }
    }

    private static void CheckShare(double share, string name)
    {
        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(name, share, "A share of futures lies above 0 and is at most 1.");
        }
    }
}
