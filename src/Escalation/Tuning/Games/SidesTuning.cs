using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Lets two sides tune against each other: what neither would change, or round what they turn.</summary>
/// <remarks>
/// Where all levers choose, and the pairs of policies are few, all are valued on common luck, and the matrix says the rest. Else
/// the sides play: each answers the other with the best policy that a search finds, and goes a part of the way. The answers that
/// they gave, with the corners of their ranges, then make a small game of which all equilibria are reckoned: play comes near to
/// an equilibrium slowly, by 1/√t where answers jump, and the small game lands on it (double oracle: McMahan, Gordon and Blum
/// 2003, ICML 20, 536–543).
/// </remarks>
public sealed class SidesTuning
{
    // Equilibria that are nearer than this are one that the noise has split.
    private const double Near = 0.05;

    // Policies that are nearer than this are one answer, found twice.
    private const double Same = 0.02;

    // Play has come to an equilibrium if it ended nearer than this.
    private const double Arrived = 0.25;

    private readonly SidesTrials trials;
    private readonly SidesGame game;
    private readonly SidesPlan plan;
    private readonly Action<string> tell;
    private int answered = SidesPlan.MostRounds;

    private SidesTuning(SidesTrials trials, TuningPlan plan, Action<string>? tell)
    {
        (this.trials, game, this.plan, this.tell) = (trials, trials.Game, new(plan), tell ?? (_ => { }));
    }

    /// <summary>Tunes.</summary>
    /// <param name="trials">Tries what the sides do.</param>
    /// <param name="plan">How much may be spent.</param>
    /// <param name="tell">Takes what is being done, in few words; null: nobody watches.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="PointFaultException">A replication failed.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static SidesOutcome Run(SidesTrials trials, TuningPlan plan, Action<string>? tell = null)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(plan);
        var tuning = new SidesTuning(trials, plan, tell);
        var (one, other) = (trials.Game.First.Space, trials.Game.Second.Space);
        var isSmall = trials.Game.First.Space.Ranges.IsEmpty && other.Ranges.IsEmpty
            && one.CombinationCount * other.CombinationCount <= SidesPlan.MostPairs;
        return (isSmall ? tuning.Reckon() : null) ?? tuning.Play();
    }

    // All policies against all.
    private SidesOutcome? Reckon()
    {
        tell("valuing all pairs");
        ImmutableArray<Point>[] all = [All(game.First.Space), All(game.Second.Space)];
        var count = plan.OfPair(all[0].Length * all[1].Length, isAll: true);
        if (PolicyGame.Of(trials, all[0], all[1], count) is not { } matrix)
        {
            return null;
        }

        var (way, cycle) = matrix.Answer(game.Start);
        var average = cycle.Length == 1 ? cycle[0] : matrix.Average(game.Start);
        var equilibria = Distinct(matrix.Equilibria());
        var nearest = equilibria.MinBy(one => game.Distance(one, average));
        ImmutableArray<SidesProfile> profiles = nearest is not null && game.Distance(nearest, average) <= Arrived
            ? [nearest, .. equilibria.Where(one => one != nearest)]
            : [average, .. equilibria];
        var rounds = way.Concat(cycle.Length == 1 ? [] : cycle.Skip(1)).Select(profile =>
        {
            ImmutableArray<Point> answers = [matrix.BestAnswer(0, profile.Second), matrix.BestAnswer(1, profile.First)];
            var gains = answers.Select((answer, side) =>
                matrix.ValueOf(profile).GainOf(side, matrix.ValueOf(profile.With(side, answer))));
            return new PlayRound(profile, answers, [.. gains]);
        });
        var judged = Judge(profiles, (side, profile) => matrix.BestAnswer(side, profile[1 - side]));
        return judged with
        {
            Rounds = [.. rounds],
            IsSettled = cycle.Length == 1,
            Cycle = cycle,
            IsWhole = true,
            FindsAll = matrix.FindsAll,
        };
    }

    private SidesOutcome Play()
    {
        var (rounds, isSettled) = new DampedPlay(trials, plan, tell).Run();
        tell("valuing answers against answers");
        var end = rounds[^1].Profile;
        var (rows, columns) = (Pool(0, rounds), Pool(1, rounds));
        var count = plan.OfPair(rows.Length * columns.Length, isAll: false);
        if (PolicyGame.Of(trials, rows, columns, count) is not { } matrix)
        {
            return Judge([end], Search) with { Rounds = rounds, IsSettled = isSettled, Cycle = [end] };
        }

        var equilibria = Distinct([.. matrix.Equilibria().Select(mixed => Middle(mixed, rows, columns, count))]);
        var nearest = equilibria.MinBy(one => game.Distance(one, end));
        var isAtEquilibrium = nearest is not null && game.Distance(nearest, end) <= Arrived && IsAsGood(nearest, end);
        ImmutableArray<SidesProfile> profiles = isAtEquilibrium
            ? [nearest!, .. equilibria.Where(one => one != nearest)]
            : [end, .. equilibria.Where(one => game.Distance(one, end) > Near)];
        return Judge(profiles, Search) with
        {
            Rounds = rounds,
            IsSettled = isSettled,
            Cycle = matrix.Answer(game.Start).Cycle,
            FindsAll = matrix.FindsAll,
        };
    }

    private SidesOutcome Judge(ImmutableArray<SidesProfile> profiles, Func<int, SidesProfile, Point> answer)
    {
        tell("answers to what was found");
        var start = game.Start;
        var kept = profiles.Take(SidesPlan.MostJudged).ToList();
        var answers = kept.Select(profile => (ImmutableArray<Point>)[answer(0, profile), answer(1, profile)]).ToList();
        var naive = Enumerable.Range(0, 2).Select(side => answer(side, start)).ToList();
        var adapted = Enumerable.Range(0, 2).Select(side => answer(1 - side, start.With(side, naive[side]))).ToList();
        tell("judging");
        var found = new Queue<ProfileValue>(trials.Value(
            [
                .. kept.SelectMany((profile, place) => Deviations(profile, answers[place])),
                .. Enumerable.Range(0, 2).SelectMany(side => new[]
                {
                    start.With(side, naive[side]), start.With(side, naive[side]).With(1 - side, adapted[side]),
                }),
            ],
            TuningPlan.LuckOfJudgement,
            plan.Tuning.Judged));
        ImmutableArray<JudgedProfile> judged =
            [.. answers.Select(both => Exploited(both, found.Dequeue(), found.Dequeue(), found.Dequeue()))];
        return new()
        {
            Game = game,
            Profiles = judged,
            LeftOut = profiles.Length - kept.Count,
            Naive =
            [
                .. Enumerable.Range(0, 2).Select(side => new NaivePolicy(
                    side,
                    naive[side],
                    adapted[side],
                    found.Dequeue().Losses[side],
                    found.Dequeue().Losses[side],
                    judged[0].Value.Losses[side])),
            ],
        };
    }

    // An equilibrium of a few policies need not be one of all: where play ended may be nearer to rest.
    private bool IsAsGood(SidesProfile equilibrium, SidesProfile end)
    {
        if (game.Distance(equilibrium, end) <= Same)
        {
            return true;
        }

        tell("comparing the equilibrium with where play ended");
        var answers = new[] { equilibrium, end }.Select(profile =>
            (Profile: profile, Both: (ImmutableArray<Point>)[Search(0, profile), Search(1, profile)])).ToList();
        var values = trials.Value(
            [.. answers.SelectMany(one => Deviations(one.Profile, one.Both))],
            SidesLuck.OfRound(SidesPlan.MostRounds),
            plan.OfLastAnswer);
        var (first, second) = (
            Exploited(answers[0].Both, values[0], values[1], values[2]),
            Exploited(answers[1].Both, values[3], values[4], values[5]));
        return !first.Sum.IsGain() || first.Sum.Mean <= second.Sum.Mean;
    }

    private static IEnumerable<SidesProfile> Deviations(SidesProfile profile, ImmutableArray<Point> answers) =>
        [profile, profile.With(0, answers[0]), profile.With(1, answers[1])];

    private static JudgedProfile Exploited(
        ImmutableArray<Point> answers, ProfileValue value, ProfileValue first, ProfileValue second)
    {
        var (better, worse) = (
            EstimatedValue.Sum([(1, first.Losses[0]), (1, second.Losses[1])]),
            EstimatedValue.Sum([(1, value.Losses[0]), (1, value.Losses[1])]));
        return new(value, answers, [value.GainOf(0, first), value.GainOf(1, second)], better.To(worse));
    }

    private Point Search(int side, SidesProfile profile) => BestResponse.Find(
        trials.Against(side, profile[1 - side], SidesLuck.OfSearch(answered++, side)),
        game[side],
        profile[side],
        plan.OfLastAnswer,
        plan.Tuning.Seed + (ulong)answered);

    private static ImmutableArray<Point> All(PolicySpace space) =>
        [.. space.Combinations().Select(choices => space.At([], choices.AsSpan()))];

    // Where play ended, the corners, and the last answers that differ: a game small enough for all its equilibria.
    private ImmutableArray<Point> Pool(int side, ImmutableArray<PlayRound> rounds)
    {
        var (space, pool) = (game[side].Space, new List<Point>());
        var corners = game[side].IsMoving ? BestResponse.Corners(space, []) : [];
        var answers = rounds.Reverse().Select(round => round.Answers[side]);
        var end = rounds[^1].Profile[side].Parts.OrderByDescending(part => part.Chance).Select(part => part.Policy).Take(2);
        foreach (var policy in corners.Concat(end).Concat(answers))
        {
            if (pool.Count < SidesPlan.MostOfPool && !pool.Any(other => space.IsNear(other, policy, Same)))
            {
                pool.Add(policy);
            }
        }

        return [.. pool];
    }

    // A side that can do a little more or less of everything need not throw dice, if what lies in the middle does as well: nobody
    // is seen to gain by any policy of the game.
    private SidesProfile Middle(
        SidesProfile mixed, ImmutableArray<Point> rows, ImmutableArray<Point> columns, long count)
    {
        var middle = new SidesProfile(Middle(0, mixed.First), Middle(1, mixed.Second));
        if (middle == mixed)
        {
            return mixed;
        }

        var values = trials.Value(
            [middle, .. rows.Select(row => middle.With(0, row)), .. columns.Select(column => middle.With(1, column))],
            SidesLuck.OfMatrix,
            count);
        var level = Bonferroni.LevelOfEach(0.95, rows.Length + columns.Length);
        var isKept = values.Skip(1).Select((value, place) => values[0].GainOf(place < rows.Length ? 0 : 1, value, level))
            .All(gain => !gain.IsGain());
        return isKept ? middle : mixed;
    }

    private SidePlay Middle(int side, SidePlay play) =>
        game[side].IsMoving && !play.IsPure ? SidePlay.Pure(play.Mean(game[side].Space)) : play;

    private ImmutableArray<SidesProfile> Distinct(ImmutableArray<SidesProfile> profiles)
    {
        var kept = new List<SidesProfile>();
        foreach (var profile in profiles)
        {
            if (!kept.Any(other => game.Distance(other, profile) <= Near))
            {
                kept.Add(profile);
            }
        }

        return [.. kept];
    }
}
