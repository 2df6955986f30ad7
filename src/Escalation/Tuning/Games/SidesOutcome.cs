using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>What came of two sides that tune against each other.</summary>
/// <param name="Game">The sides.</param>
/// <param name="Rounds">The rounds of play; where all levers choose, the steps of answering in turn.</param>
/// <param name="IsSettled">True: play ended since neither side could gain more than the noise.</param>
/// <param name="Cycle">What repeats itself if both always answer the other with their best policy, without damping: one profile if
/// they come to rest.</param>
/// <param name="Profiles">What was judged: first what play comes to, then the other equilibria that were found.</param>
/// <param name="LeftOut">How many more equilibria were found.</param>
/// <param name="FindsAll">True: among the policies that were compared there are no other equilibria.</param>
/// <param name="Naive">What each side's policy is worth that was tuned against the other one as it was.</param>
public sealed record SidesOutcome(
    SidesGame Game,
    ImmutableArray<PlayRound> Rounds,
    bool IsSettled,
    ImmutableArray<SidesProfile> Cycle,
    ImmutableArray<JudgedProfile> Profiles,
    int LeftOut,
    bool FindsAll,
    ImmutableArray<NaivePolicy> Naive);

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
