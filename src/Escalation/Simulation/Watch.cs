using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>Who waits for a truth to change.</summary>
internal enum WatchKind
{
    /// <summary>A measure of the time for which it holds.</summary>
    Time,

    /// <summary>An outcome.</summary>
    Outcome,

    /// <summary>A rule with <c>when</c>.</summary>
    When,
}

/// <summary>A truth that is followed exactly, also between events.</summary>
/// <param name="Kind">Who waits.</param>
/// <param name="Index">Index of the measure, outcome or rule.</param>
/// <param name="Owner">Index of the actor whose levels are its own, or −1.</param>
/// <param name="Truth">The compiled truth.</param>
/// <param name="Moving">What it reads that can move between events; empty: it changes at events only.</param>
/// <param name="Staying">Tells at once of most truths that they stay what they are; null where it cannot.</param>
internal sealed record Watch(
    WatchKind Kind, int Index, int Owner, Evaluation Truth, Variable[] Moving, StayingTruth? Staying);

/// <summary>How a rule comes to its occasions by itself.</summary>
internal enum ClockKind
{
    /// <summary>A Poisson process.</summary>
    Rate,

    /// <summary>A renewal process.</summary>
    Every,

    /// <summary>A given time.</summary>
    At,
}

/// <summary>The occasions of a rule that come by themselves.</summary>
/// <param name="Kind">How they come.</param>
/// <param name="Rule">Index of the rule.</param>
/// <param name="Rate">The rate, the interval, or the time.</param>
/// <param name="Ordinal">Which of the given times of the rule it is; 0 for other kinds.</param>
internal sealed record Clock(ClockKind Kind, int Rule, RateFormula Rate, ulong Ordinal = 0)
{
    /// <summary>True for a Poisson process whose rate is the same from the first day to the last.</summary>
    public bool IsSteady => Kind == ClockKind.Rate && Rate.Value.IsConstant;
}

/// <summary>What a clock follows.</summary>
/// <param name="value">The rate (0 while <c>if</c> is false), the interval, or the time.</param>
/// <param name="moving">What the rate reads that can move between events.</param>
/// <param name="bound">The bound of a rate that moves.</param>
internal sealed class RateFormula(Evaluation value, Variable[] moving, BoundCode? bound)
{
    /// <summary>The rate, the interval, or the time.</summary>
    public Evaluation Value { get; } = value;

    /// <summary>What the rate reads that can move between events.</summary>
    public Variable[] Moving { get; } = moving;

    /// <summary>The bound of a rate that moves.</summary>
    public BoundCode? Bound { get; } = bound;

    /// <summary>Its place among <see cref="ScenarioProgram.Rates"/>.</summary>
    public int Number { get; set; } = -1;
}
