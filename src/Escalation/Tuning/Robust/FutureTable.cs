using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Policies in the same futures with the same luck: what each formula of the goal is worth in each of them, on all
/// histories of the future and on either half.</summary>
public sealed class FutureTable
{
    private readonly FutureReadings readings;
    private readonly ImmutableArray<Row> rows;

    private FutureTable(FutureReadings readings, FutureWindow window, ImmutableArray<Row> rows) =>
        (this.readings, Window, this.rows) = (readings, window, rows);

    /// <summary>Which futures.</summary>
    public FutureWindow Window { get; }

    /// <summary>The policies.</summary>
    public ImmutableArray<Point> Policies => [.. rows.Select(row => row.Policy)];

    /// <summary>Runs policies in futures.</summary>
    /// <param name="session">Runs the points.</param>
    /// <param name="goal">What is asked of policies in each future.</param>
    /// <param name="futures">The futures.</param>
    /// <param name="window">Which of them.</param>
    /// <param name="policies">The policies, all different.</param>
    /// <exception cref="PointFaultException">A replication failed.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static FutureTable Run(
        PointSession session, TuningGoal goal, FutureSequence futures, FutureWindow window, IEnumerable<Point> policies)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(goal);
        return new FutureTable(new(session.Scenario, goal), window, []).With(session, futures, policies);
    }

    /// <summary>This table and more policies.</summary>
    /// <param name="session">Runs the points.</param>
    /// <param name="futures">The futures, the same ones.</param>
    /// <param name="policies">The policies; those that are there already are passed over.</param>
    public FutureTable With(PointSession session, FutureSequence futures, IEnumerable<Point> policies)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(futures);
        var fresh = policies.Except(Policies).ToList();
        var points = fresh.SelectMany(policy => futures.Of(policy, Window.First, Window.Count, Window.Histories))
            .ToImmutableArray();
        var found = session.Run(points, Window.Histories, (point, table) => readings.Halves(points[point], table));
        return new(
            readings,
            Window,
            [
                .. rows,
                .. fresh.Select((policy, place) => new Row(
                    policy,
                    points.AsSpan(place * Window.Count, Window.Count).ToImmutableArray(),
                    found.AsSpan(place * Window.Count, Window.Count).ToImmutableArray())),
            ]);
    }

    /// <summary>A policy judged over these futures.</summary>
    /// <param name="policy">Its index.</param>
    /// <param name="criterion">The mean over futures, or over the worst of them.</param>
    public PolicyTrial Trial(int policy, RobustCriterion criterion) =>
        readings.Trial(rows[policy].Policy, [.. rows[policy].Values.Select(one => one.All)], criterion);

    /// <summary>The value of a formula in a future, turned so that less is better; NaN where there is none.</summary>
    /// <param name="policy">Index of the policy.</param>
    /// <param name="future">Index of the future.</param>
    /// <param name="formula">Index of the formula: objectives, then constraints.</param>
    public double Value(int policy, int future, int formula = 0) => rows[policy].Values[future].All[formula];

    /// <summary>The policy in a future: the values of all levers and uncertainties.</summary>
    /// <param name="policy">Index of the policy.</param>
    /// <param name="future">Index of the future.</param>
    public Point At(int policy, int future) => rows[policy].Futures[future];

    /// <summary>Of some policies those that can be held against each other: a future counts only if all of them have a value of
    /// the first objective in it.</summary>
    /// <param name="policies">Indices of the policies, the one that matters most first, at least one.</param>
    /// <returns>The first, and all others that leave at least half of its futures; none if the first has no value
    /// anywhere.</returns>
    internal ImmutableArray<int> Comparable(IReadOnlyList<int> policies)
    {
        var left = Known(policies[0]);
        var least = Math.Max(1, (left.Count + 1) / 2);
        var kept = ImmutableArray.CreateBuilder<int>();
        foreach (var policy in policies)
        {
            var shared = left.Intersect(Known(policy)).ToHashSet();
            if (shared.Count >= least)
            {
                left = shared;
                kept.Add(policy);
            }
        }

        return kept.ToImmutable();
    }

    /// <summary>What the first objective costs in futures.</summary>
    /// <param name="policies">Indices of the policies that are held against each other.</param>
    /// <exception cref="ArgumentException">In no future all of them have a value.</exception>
    public PolicyMatrix Matrix(IReadOnlyList<int> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return new(
            policies.Count,
            [.. policies.SelectMany(policy => rows[policy].Values.Select(one => one.First[0]))],
            [.. policies.SelectMany(policy => rows[policy].Values.Select(one => one.Second[0]))]);
    }

    private HashSet<int> Known(int policy) =>
    [
        .. Enumerable.Range(0, Window.Count).Where(future =>
            rows[policy].Values[future] is var one && !double.IsNaN(one.First[0]) && !double.IsNaN(one.Second[0])),
    ];

    private sealed record Row(
        Point Policy, ImmutableArray<Point> Futures, ImmutableArray<(double[] All, double[] First, double[] Second)> Values);
}

/// <summary>Some futures that follow each other.</summary>
/// <param name="First">Number of the first one.</param>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Histories">Histories of each policy in each of them, at least 2, so that there are halves.</param>
public readonly record struct FutureWindow(long First, int Count, int Histories);
