using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>The sides look for their best answers round for round, and each goes a part of the way to its own: less and less, as
/// in fictitious play, so that answers that jump between the ends of a range are averaged.</summary>
/// <remarks>The part is 1/(n + 2), where n counts how often the way of the side has turned back (Kesten 1958, Ann. Math. Stat.
/// 29, 41–59). Where answers jump to and fro they turn back again and again, and the parts fall as Brown's (1951); where they
/// lead on in one direction, parts that fell each round would stop short: with 20 rounds by 1/(t + 1) two sides whose answers
/// follow half of each other's moves are left with a quarter of the way. Levers move; a side with levers that choose takes up
/// its answers with their chances.</remarks>
internal sealed class DampedPlay(SidesTrials trials, SidesPlan plan, Action<string> tell)
{
    private const int QuietRounds = 2;
    private const long Block = ReplicationTable.BlockSize;
    private const long FewestValued = 4 * Block;

    // What is done more seldom is forgotten: every policy that is kept has to be tried against every one of the other side.
    private const double LeastChance = 0.02;

    private readonly int[] turns = new int[2];
    private readonly ImmutableArray<double>[] ways = [[], []];

    /// <summary>Plays.</summary>
    /// <returns>The rounds; the last profile is where it ended.</returns>
    internal (ImmutableArray<PlayRound> Rounds, bool IsSettled) Run()
    {
        var rounds = ImmutableArray.CreateBuilder<PlayRound>();
        var profile = trials.Game.Start;
        for (var (round, quiet) = (0, 0); round < SidesPlan.MostRounds; round++)
        {
            tell(FormattableString.Invariant($"round {round + 1}"));
            ImmutableArray<Point> answers = [Answer(round, 0, profile), Answer(round, 1, profile)];
            rounds.Add(Valued(round, profile, answers));
            quiet = rounds[^1].Gains.All(gain => !gain.IsGain()) ? quiet + 1 : 0;
            if (quiet == QuietRounds)
            {
                return (rounds.ToImmutable(), true);
            }

            if (quiet > 0)
            {
                // What looks like rest is looked at again, with other luck, before anybody leaves it.
                continue;
            }

            profile = new(Moved(0, profile.First, answers[0]), Moved(1, profile.Second, answers[1]));
        }

        return (rounds.ToImmutable(), false);
    }

    private Point Answer(int round, int side, SidesProfile profile) => BestResponse.Find(
        trials.Against(side, profile[1 - side], SidesLuck.OfSearch(round, side)),
        trials.Game[side],
        profile[side],
        plan.OfAnswer,
        plan.Tuning.Seed + (ulong)round);

    private PlayRound Valued(int round, SidesProfile profile, ImmutableArray<Point> answers)
    {
        var pairs = (profile.First.Parts.Length + 1) * (profile.Second.Parts.Length + 1);
        var count = Math.Max(FewestValued, plan.OfAnswer / pairs / Block * Block);
        var values = trials.Value(
            [profile, profile.With(0, answers[0]), profile.With(1, answers[1])], SidesLuck.OfRound(round), count);
        return new(profile, answers, [values[0].GainOf(0, values[1]), values[0].GainOf(1, values[2])]);
    }

    private SidePlay Moved(int side, SidePlay present, Point answer)
    {
        var space = trials.Game[side].Space;
        ImmutableArray<double> way =
            [.. SidePlay.Pure(answer).Features(space).Zip(present.Features(space), (to, from) => to - from)];
        turns[side] += way.Zip(ways[side], (here, before) => here * before).Sum() < 0 ? 1 : 0;
        ways[side] = way;
        var part = 1.0 / (turns[side] + 2);
        var parts = present.Parts.Select(one => (one.Policy, one.Chance * (1 - part))).Append((answer, part));
        var next = SidePlay.Of(parts, LeastChance);
        return trials.Game[side].IsMoving ? SidePlay.Pure(next.Mean(space)) : next;
    }
}

/// <summary>A round in which both sides looked for their best answers.</summary>
/// <param name="Profile">What they did.</param>
/// <param name="Answers">The best answer of each to that, as a search found it.</param>
/// <param name="Gains">What each would have gained by its answer, on luck that the search did not see.</param>
public sealed record PlayRound(SidesProfile Profile, ImmutableArray<Point> Answers, ImmutableArray<MeanEstimate> Gains);
