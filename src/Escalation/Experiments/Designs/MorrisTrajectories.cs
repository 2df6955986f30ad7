using System.Collections.Immutable;
using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Random trajectories for screening: which of many inputs matter at all, at d + 1 points a trajectory.</summary>
/// <remarks>Morris (1991), Technometrics 33, 161–174: p levels, p even, and steps of p/2 levels, so that each level is left and
/// reached equally often. A trajectory does not depend on how many there are.</remarks>
public sealed class MorrisTrajectories
{
    /// <summary>Initializes a new instance of the <see cref="MorrisTrajectories"/> class from given trajectories.</summary>
    /// <param name="trajectories">At least one; all of the same number of inputs, within the levels.</param>
    /// <param name="levelCount">Number of levels p; even, at least 2.</param>
    /// <param name="grid">Where the levels lie.</param>
    /// <exception cref="ArgumentException">A trajectory leaves the levels, or is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of levels is odd or below 2.</exception>
    public MorrisTrajectories(
        IEnumerable<MorrisTrajectory> trajectories, int levelCount = 4, MorrisGrid grid = MorrisGrid.Ends)
    {
        CheckLevels(levelCount);
        Trajectories = [.. trajectories];
        if (Trajectories.IsEmpty)
        {
            throw new ArgumentException("A design has at least one trajectory.", nameof(trajectories));
        }

        (LevelCount, Grid, Inputs) = (levelCount, grid, Trajectories[0].Start.Length);
        foreach (var trajectory in Trajectories)
        {
            Check(trajectory);
        }
    }

    /// <summary>Gets the trajectories.</summary>
    public ImmutableArray<MorrisTrajectory> Trajectories { get; }

    /// <summary>Gets the number of inputs d.</summary>
    public int Inputs { get; }

    /// <summary>Gets the number of levels p.</summary>
    public int LevelCount { get; }

    /// <summary>Gets where the levels lie.</summary>
    public MorrisGrid Grid { get; }

    /// <summary>Gets the length of a step in the unit cube: p/(2(p − 1)), or ½ between middles.</summary>
    public double Step => Jump * Spacing;

    /// <summary>Gets the number of points, d + 1 a trajectory.</summary>
    public int PointCount => Trajectories.Length * (Inputs + 1);

    // Levels that a step goes.
    private int Jump => LevelCount / 2;

    private double Spacing => Grid == MorrisGrid.Ends ? 1.0 / (LevelCount - 1) : 1.0 / LevelCount;

    /// <summary>Draws trajectories.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="name">What they are for; another name gives others.</param>
    /// <param name="count">Number of trajectories, at least 1; 20 to 50 are usual.</param>
    /// <param name="inputs">Number of inputs, at least 1.</param>
    /// <param name="levelCount">Number of levels; even, at least 2.</param>
    /// <param name="grid">Where the levels lie.</param>
    /// <returns>The design.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static MorrisTrajectories Draw(
        ulong seed, string name, int count, int inputs, int levelCount = 4, MorrisGrid grid = MorrisGrid.Ends)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        CheckLevels(levelCount);
        var key = DesignKey.Of(seed, "morris", name);
        return new(
            Enumerable.Range(0, count).Select(place => DrawOne(Key.Derive(key, (ulong)place), inputs, levelCount)),
            levelCount,
            grid);
    }

    /// <summary>The points, one trajectory after the other, d + 1 rows each.</summary>
    /// <returns>Points in [0, 1]^d.</returns>
    public DesignPoints Points()
    {
        var levels = Trajectories
            .SelectMany(trajectory => Enumerable.Range(0, Inputs + 1).Select(point => trajectory.Levels(point, Jump)))
            .ToImmutableArray();
        return new(PointCount, Inputs, (row, column) => Coordinate(levels[row][column]));
    }

    // By a division of whole numbers, so that the ends are 0 and 1 and no rounding adds up.
    private double Coordinate(int level) => Grid == MorrisGrid.Ends
        ? (double)level / (LevelCount - 1)
        : ((2.0 * level) + 1) / (2.0 * LevelCount);

    private static MorrisTrajectory DrawOne(ulong key, int inputs, int levelCount)
    {
        var stream = new KeyedStream(key);
        var start = new int[inputs];
        for (var input = 0; input < inputs; input++)
        {
            start[input] = UniformIndex.Draw(ref stream, levelCount);
        }

        // From the lower half of the levels a step of half of them can only go up, from the upper half only down.
        var order = UniformIndex.Order(ref stream, inputs);
        return new([.. start], [.. order], [.. start.Select(level => level < levelCount / 2 ? 1 : -1)]);
    }

    private void Check(MorrisTrajectory trajectory)
    {
        if (trajectory.Start.Length != Inputs || trajectory.Directions.Length != Inputs
            || !trajectory.Order.Order().SequenceEqual(Enumerable.Range(0, Inputs)))
        {
            throw new ArgumentException("A trajectory moves each of its inputs once, and all have the same inputs.");
        }

        for (var input = 0; input < Inputs; input++)
        {
            var (from, direction) = (trajectory.Start[input], trajectory.Directions[input]);
            var to = from + (Jump * direction);
            if (Math.Abs(direction) != 1 || Math.Min(from, to) < 0 || Math.Max(from, to) >= LevelCount)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Input {input} would go from level {from} to {to}, but levels are 0 to {LevelCount - 1}."));
            }
        }
    }

    private static void CheckLevels(int levelCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levelCount, 2);
        if (levelCount % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(levelCount), levelCount, "The number of levels is even.");
        }
    }
}
