using System.Collections.Immutable;
using System.Diagnostics;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>The game of some policies of each side, every pair valued on the same luck.</summary>
public sealed class PolicyGame
{
    /// <summary>Chances below it are noise of the matrix.</summary>
    private const double LeastChance = 1e-6;
    private const int MostForAllEquilibria = 10;
    private const int RoundsOfAverages = 4_000;

    private readonly SidesGame sides;
    private readonly ImmutableArray<Point> rows;
    private readonly ImmutableArray<Point> columns;

    private PolicyGame(
        SidesGame sides, ImmutableArray<Point> rows, ImmutableArray<Point> columns, ImmutableArray<ProfileValue> values)
    {
        (this.sides, this.rows, this.columns) = (sides, rows, columns);
        Values = values;
        Matrix = new(
            rows.Length,
            columns.Length,
            [.. values.Select(value => value.Losses[0].Value)],
            [.. values.Select(value => value.Losses[1].Value)]);
    }

    /// <summary>The estimated losses.</summary>
    public BimatrixGame Matrix { get; }

    /// <summary>The estimates behind them: the first row, then the next.</summary>
    public ImmutableArray<ProfileValue> Values { get; }

    /// <summary>True: all equilibria are found; false: only those in which each side does one thing.</summary>
    public bool FindsAll => rows.Length <= MostForAllEquilibria && columns.Length <= MostForAllEquilibria;

    /// <summary>Values all pairs.</summary>
    /// <param name="trials">Tries them.</param>
    /// <param name="rows">Policies of the first side; at least one, no two the same.</param>
    /// <param name="columns">Policies of the second side.</param>
    /// <param name="count">Histories of each pair.</param>
    /// <returns>The game; null if a pair has no finite value.</returns>
    public static PolicyGame? Of(SidesTrials trials, ImmutableArray<Point> rows, ImmutableArray<Point> columns, long count)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var pairs = rows.SelectMany(row => columns.Select(column => new SidesProfile(SidePlay.Pure(row), SidePlay.Pure(column))));
        var values = trials.Value([.. pairs], SidesLuck.OfMatrix, count);
        return values.All(value => value.Losses.All(loss => double.IsFinite(loss.Value)))
            ? new(trials.Game, rows, columns, values)
            : null;
    }

    /// <summary>The equilibria of the matrix.</summary>
    public ImmutableArray<SidesProfile> Equilibria() =>
        [.. (FindsAll ? GameEquilibria.Of(Matrix).Profiles : PureEquilibria()).Select(Profile)];

    /// <summary>Lets the sides answer each other in turn, each with its best policy, until what they do repeats itself.</summary>
    /// <param name="start">Where they begin; each does one thing.</param>
    /// <returns>The way to where it repeats itself, and what repeats itself: one profile if they come to rest.</returns>
    public (ImmutableArray<SidesProfile> Way, ImmutableArray<SidesProfile> Cycle) Answer(SidesProfile start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var (row, column) = (Place(rows, sides.First, start.First), Place(columns, sides.Second, start.Second));

        // Three times round: twice might be one side that waits for the other. There are no more states than pairs and movers.
        const int Times = 3;
        var steps = (Times + 1) * 2 * rows.Length * columns.Length;
        var way = new List<MixedProfile>();
        for (var step = 0; step <= steps; step++)
        {
            var present = MixedProfile.Pure(rows.Length, columns.Length, row, column);
            way.Add(present);
            if (step % 2 == 0)
            {
                var best = Matrix.BestRows(present);
                row = best.Contains(row) ? row : best[0];
            }
            else
            {
                var best = Matrix.BestColumns(present);
                column = best.Contains(column) ? column : best[0];
            }
        }

        var cycle = ProfileCycle.Of(way, rounds: Times);
        Debug.Assert(cycle is not null, "Who always answers the same way comes back to where it was.");
        return (Told(way.Take(cycle.Start + 1)), Told(way.Skip(cycle.Start).Take(cycle.Period)));
    }

    /// <summary>What the sides do on average if each answers what the other has done on average (fictitious play).</summary>
    /// <param name="start">Where they begin; each does one thing.</param>
    public SidesProfile Average(SidesProfile start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var play = new FictitiousPlay(MixedProfile.Pure(
            rows.Length, columns.Length, Place(rows, sides.First, start.First), Place(columns, sides.Second, start.Second)));
        while (play.Rounds < RoundsOfAverages)
        {
            play.Tell(MixedProfile.Pure(
                rows.Length, columns.Length, Matrix.BestRows(play.Average)[0], Matrix.BestColumns(play.Average)[0]));
        }

        return Profile(play.Average);
    }

    /// <summary>The policy of a side that costs it least while the other one stays.</summary>
    /// <param name="side">0 for the first, 1 for the second.</param>
    /// <param name="opponent">What the other one does: policies of this game.</param>
    public Point BestAnswer(int side, SidePlay opponent)
    {
        ArgumentNullException.ThrowIfNull(opponent);
        var (own, other) = side == 0 ? (rows, columns) : (columns, rows);
        var losses = own.Select((_, place) => opponent.Parts.Sum(part => part.Chance * (side == 0
            ? Matrix.RowLoss(place, other.IndexOf(part.Policy))
            : Matrix.ColumnLoss(other.IndexOf(part.Policy), place)))).ToList();
        return own[losses.IndexOf(losses.Min())];
    }

    /// <summary>The estimates of a profile in which each side does one thing.</summary>
    /// <param name="profile">The profile; its policies are of this game.</param>
    internal ProfileValue ValueOf(SidesProfile profile) => Values[
        (rows.IndexOf(profile.First.Parts[0].Policy) * columns.Length) + columns.IndexOf(profile.Second.Parts[0].Policy)];

    private static int Place(ImmutableArray<Point> policies, GameSide side, SidePlay play) =>
        Enumerable.Range(0, policies.Length).MinBy(place => SidePlay.Pure(policies[place]).DistanceTo(play, side.Space));

    private IEnumerable<MixedProfile> PureEquilibria() =>
        from row in Enumerable.Range(0, rows.Length)
        from column in Enumerable.Range(0, columns.Length)
        let profile = MixedProfile.Pure(rows.Length, columns.Length, row, column)
        where Matrix.BestRows(profile).Contains(row) && Matrix.BestColumns(profile).Contains(column)
        select profile;

    private SidesProfile Profile(MixedProfile mixed) => new(
        SidePlay.Of(rows.Zip(mixed.Rows), LeastChance), SidePlay.Of(columns.Zip(mixed.Columns), LeastChance));

    // Steps at which somebody moves.
    private ImmutableArray<SidesProfile> Told(IEnumerable<MixedProfile> steps)
    {
        var told = new List<MixedProfile>();
        foreach (var step in steps)
        {
            if (told.Count == 0 || told[^1].DistanceTo(step) > 0)
            {
                told.Add(step);
            }
        }

        return [.. told.Select(Profile)];
    }
}
