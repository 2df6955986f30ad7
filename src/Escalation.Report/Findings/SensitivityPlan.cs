using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Report;

/// <summary>The points of a sensitivity analysis: trajectories for screening, then rows for indices.</summary>
public sealed class SensitivityPlan
{
    private const string Name = "sensitivity";

    /// <summary>Lays out the points.</summary>
    /// <param name="space">What is varied.</param>
    /// <param name="trajectories">Trajectories of Morris, not negative; 0: no screening.</param>
    /// <param name="rows">Rows of Saltelli, not negative; 0: no indices.</param>
    /// <param name="replications">Histories a point.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="Language.FormulaFaultException">A prior has no value at some point.</exception>
    public SensitivityPlan(InputSpace space, int trajectories, int rows, int replications, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(space);
        (Space, Rows, Replications, Seed) = (space, rows, replications, seed);
        var inputs = space.Inputs.Length;
        var points = ImmutableArray.CreateBuilder<Point>();
        if (trajectories > 0)
        {
            // Priors may have no ends, so levels lie in the middles of their stretches.
            Morris = MorrisTrajectories.Draw(seed, Name, trajectories, inputs, levelCount: 6, MorrisGrid.Middles);
            AddAll(points, Morris.Points(), inputs + 1);
        }

        MorrisCount = points.Count;
        if (rows > 0)
        {
            var design = new SaltelliDesign(seed, Name, rows, inputs);
            AddAll(points, design.Points(), design.PointsPerRow);
        }

        Points = points.ToImmutable();
    }

    /// <summary>What is varied.</summary>
    public InputSpace Space { get; }

    /// <summary>The trajectories; null: no screening.</summary>
    public MorrisTrajectories? Morris { get; }

    /// <summary>Points of the trajectories, which come first.</summary>
    public int MorrisCount { get; }

    /// <summary>Rows of Saltelli.</summary>
    public int Rows { get; }

    /// <summary>Histories a point.</summary>
    public int Replications { get; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>All points.</summary>
    public ImmutableArray<Point> Points { get; }

    /// <summary>What it costs, in a sentence.</summary>
    public string Cost
    {
        get
        {
            var inputs = Space.Inputs.Length;
            var parts = new List<string>();
            if (Morris is not null)
            {
                parts.Add(FormattableString.Invariant(
                    $"{Morris.Trajectories.Length:N0} trajectories × {inputs + 1} points × {Replications:N0} histories ")
                    + "for Morris");
            }

            if (Rows > 0)
            {
                parts.Add(FormattableString.Invariant(
                    $"{Rows:N0} rows × {inputs + 2} points × {Replications:N0} histories for Sobol'"));
            }

            var all = (long)Points.Length * Replications;
            return FormattableString.Invariant($"{inputs} {(inputs == 1 ? "input" : "inputs")}: {string.Join(", and ", parts)}: ")
                + FormattableString.Invariant($"{all:N0} histories in all");
        }
    }

    /// <summary>How the intervals are found.</summary>
    internal BootstrapPlan Bootstrap(string result) => new(Seed, $"{Name} of {result}");

    // The points of a trajectory or row share their luck, so that their differences are due to the inputs; each trajectory
    // and row has luck of its own, so that it averages out.
    private void AddAll(ImmutableArray<Point>.Builder points, DesignPoints design, int pointsPerRow)
    {
        for (var place = 0; place < design.Count; place++)
        {
            points.Add(Space.At(design.Row(place), (long)(place / pointsPerRow) * Replications));
        }
    }
}
