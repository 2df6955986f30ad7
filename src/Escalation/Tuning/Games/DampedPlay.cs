using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>The sides look for their best answers round for round, and each goes a part of the way to its own: less and less, as in
/// fictitious play, so that answers that jump between the ends of a range are averaged.</summary>
/// <remarks>In round t the part is 2/(t + 2): the average of all answers in which round t weighs t + 1, so that the start, and
/// answers to what nobody does any more, are soon forgotten; with 1/(t + 1), Brown's (1951), all weigh the same. Levers move;
/// a side with levers that choose takes up its answers with their chances.</remarks>
internal sealed class DampedPlay(SidesTrials trials, SidesPlan plan, Action<string> tell)
{
    private const int QuietRounds = 2;
    private const long Block = ReplicationTable.BlockSize;
    private const long FewestValued = 4 * Block;

    // What is done more seldom is forgotten: every policy that is kept has to be tried against every one of the other side.
    private const double LeastChance = 0.02;

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
            quiet = rounds[^1].Gains.All(gain => gain.Interval.Lower <= 0) ? quiet + 1 : 0;
            if (quiet == QuietRounds)
            {
                return (rounds.ToImmutable(), true);
            }

            var part = 2.0 / (round + 3);
            profile = new(Moved(0, profile.First, answers[0], part), Moved(1, profile.Second, answers[1], part));
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

    private SidePlay Moved(int side, SidePlay present, Point answer, double part)
    {
        var next = SidePlay.Of(present.Parts.Select(one => (one.Policy, one.Chance * (1 - part))).Append((answer, part)), LeastChance);
        return trials.Game[side].IsMoving ? SidePlay.Pure(next.Mean(trials.Game[side].Space)) : next;
    }
}

/// <summary>A round in which both sides looked for their best answers.</summary>
/// <param name="Profile">What they did.</param>
/// <param name="Answers">The best answer of each to that, as a search found it.</param>
/// <param name="Gains">What each would have gained by its answer, on luck that the search did not see.</param>
public sealed record PlayRound(SidesProfile Profile, ImmutableArray<Point> Answers, ImmutableArray<MeanEstimate> Gains);
