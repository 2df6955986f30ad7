using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Tries policies on single histories, all else being as it is.</summary>
public sealed class HistoryTrials : PolicyTrials
{
    private readonly PointSession session;
    private readonly EstimateReadings readings;
    private readonly TuningGoal goal;

    /// <summary>Initializes a new instance of the <see cref="HistoryTrials"/> class.</summary>
    /// <param name="session">Runs the points.</param>
    /// <param name="goal">What is asked of them.</param>
    public HistoryTrials(PointSession session, TuningGoal goal)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(goal);
        (this.session, this.goal) = (session, goal);
        readings = new(session.Scenario, goal.Formulas);
    }

    /// <inheritdoc/>
    public override string Unit => "histories";

    /// <inheritdoc/>
    public override long HistoriesOfUnit => 1;

    /// <inheritdoc/>
    public override ImmutableArray<PolicyTrial> Run(IReadOnlyList<(Point Policy, long Luck)> asked, long count)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var points = asked.Select(one => one.Policy with { FirstReplication = one.Luck }).ToImmutableArray();
        var samples = session.Run(points, count, (_, rows) => readings.Sample(rows));
        return
        [
            .. samples.Select((sample, place) =>
                new PolicyTrial(asked[place].Policy, sample, readings, goal.Signs, goal.Objectives.Length)),
        ];
    }
}
