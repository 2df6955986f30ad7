using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>What came of two sides that tune against each other.</summary>
public sealed record SidesOutcome
{
    /// <summary>The sides.</summary>
    public required SidesGame Game { get; init; }

    /// <summary>The rounds of play; where all levers choose, the steps of answering in turn.</summary>
    public ImmutableArray<PlayRound> Rounds { get; init; } = [];

    /// <summary>True: play ended since neither side could gain more than the noise.</summary>
    public bool IsSettled { get; init; }

    /// <summary>What repeats itself if both always answer the other with their best policy, without damping: one profile if they
    /// come to rest.</summary>
    public ImmutableArray<SidesProfile> Cycle { get; init; } = [];

    /// <summary>What was judged: first what play comes to, then the other equilibria that were found.</summary>
    public required ImmutableArray<JudgedProfile> Profiles { get; init; }

    /// <summary>How many more equilibria were found.</summary>
    public int LeftOut { get; init; }

    /// <summary>True: all pairs of policies were valued; false: the sides played.</summary>
    public bool IsWhole { get; init; }

    /// <summary>True: among the policies that were compared there are no other equilibria.</summary>
    public bool FindsAll { get; init; }

    /// <summary>What each side's policy is worth that was tuned against the other one as it was.</summary>
    public required ImmutableArray<NaivePolicy> Naive { get; init; }
}

/// <summary>A profile on fresh luck, and what each side could still gain.</summary>
/// <param name="Value">What it costs each side.</param>
/// <param name="Answers">Each side's best answer, found on other luck.</param>
/// <param name="Gains">What each side gains by its answer: its exploitability, as far as a search finds it.</param>
/// <param name="Sum">The gains of both sides together; it compares their objectives as numbers.</param>
public sealed record JudgedProfile(
    ProfileValue Value, ImmutableArray<Point> Answers, ImmutableArray<MeanEstimate> Gains, MeanEstimate Sum);

/// <summary>A policy that was tuned against an opponent who stays as he was.</summary>
/// <param name="Side">Whose policy it is: 0 or 1.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Answer">What the opponent does once he has adapted to it.</param>
/// <param name="AsTuned">What it costs the side against the opponent as he was.</param>
/// <param name="Adapted">What it costs once he has adapted.</param>
/// <param name="AtEquilibrium">What the side loses in the first judged profile, on the same luck.</param>
public sealed record NaivePolicy(
    int Side, Point Policy, Point Answer, EstimatedValue AsTuned, EstimatedValue Adapted, EstimatedValue AtEquilibrium);
