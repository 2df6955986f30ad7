using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Tries policies on futures: draws of what nobody knows, each with some histories of its own. All policies have the
/// same futures and the same luck in them.</summary>
/// <remarks>A future in which a formula has no value is passed over for it, as a history without one is: a policy is judged by
/// the futures in which there is something to judge. Where there is none at all, the policy is the worst.</remarks>
public sealed class FutureTrials : PolicyTrials
{
    private readonly PointSession session;
    private readonly FutureReadings readings;
    private readonly FutureSequence futures;
    private readonly RobustCriterion criterion;
    private readonly int histories;

    /// <summary>Initializes a new instance of the <see cref="FutureTrials"/> class.</summary>
    /// <param name="session">Runs the points.</param>
    /// <param name="goal">What is asked of policies in each future.</param>
    /// <param name="futures">The futures.</param>
    /// <param name="criterion"><see cref="RobustCriterion.Expected"/>, the mean over futures of each objective and each excess,
    /// or <see cref="RobustCriterion.WorstMean"/>, their mean over the tenth of futures in which it is greatest.</param>
    /// <param name="histories">Histories of each policy in each future, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is another criterion, or there is no history.</exception>
    public FutureTrials(
        PointSession session, TuningGoal goal, FutureSequence futures, RobustCriterion criterion, int histories)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentNullException.ThrowIfNull(futures);
        ArgumentOutOfRangeException.ThrowIfLessThan(histories, 1);
        if (criterion is not (RobustCriterion.Expected or RobustCriterion.WorstMean))
        {
            throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "A policy alone has no regret.");
        }

        (this.session, this.futures, this.criterion, this.histories) = (session, futures, criterion, histories);
        readings = new(session.Scenario, goal);
    }

    /// <inheritdoc/>
    public override string Unit => "futures";

    /// <inheritdoc/>
    public override long HistoriesOfUnit => histories;

    /// <inheritdoc/>
    public override ImmutableArray<PolicyTrial> Run(IReadOnlyList<(Point Policy, long Luck)> asked, long count)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var points = asked.SelectMany(one => futures.Of(one.Policy, one.Luck, count, histories)).ToImmutableArray();
        double[][] values = [.. session.Run(points, histories, (point, rows) => readings.Values(points[point], rows))];
        return
        [
            .. asked.Select((one, place) => readings.Trial(
                one.Policy, new ArraySegment<double[]>(values, checked((int)(place * count)), (int)count), criterion)),
        ];
    }
}
