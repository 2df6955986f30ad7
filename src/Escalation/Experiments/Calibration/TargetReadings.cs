using System.Collections.Immutable;
using System.Globalization;
using Escalation.Language;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>Reads what a model gives for targets off its histories. What is observed at a day is followed by a measure of its own
/// that stays as it is from that day on: such measures stand after those of the file, in a copy of the scenario.</summary>
public sealed class TargetReadings
{
    private readonly Dictionary<(int Measure, double Day), int> frozen = [];
    private readonly List<Measure> measures;
    private readonly ImmutableArray<Reading> readings;

    /// <summary>Initializes a new instance of the <see cref="TargetReadings"/> class.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="targets">The targets, each without an <see cref="Obstacle"/>.</param>
    /// <exception cref="ArgumentException">A target cannot be fitted.</exception>
    public TargetReadings(Scenario scenario, ImmutableArray<Target> targets)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Source = targets;
        measures = [.. scenario.Measures];
        foreach (var target in targets)
        {
            if (Obstacle(scenario, target) is { } obstacle)
            {
                throw new ArgumentException($"The target '{target.Title}' cannot be fitted: {obstacle}.", nameof(targets));
            }
        }

        // First all measures, then their columns.
        var moved = targets.Select(Freeze).ToList();
        Scenario = scenario with { Measures = [.. measures] };
        var columns = ScenarioProgram.ColumnsOf(Scenario);
        readings = [.. targets.Zip(moved, (target, places) => Reading.Of(Scenario, columns, target, places))];
        Targets =
        [
            .. targets.Select(target => new CalibrationTarget(target.Title, target.Observed, ObservationNoise.Of(target.Noise))),
        ];
    }

    private TargetReadings(TargetReadings all, ImmutableArray<int> places)
    {
        measures = all.measures;
        Scenario = all.Scenario;
        Source = [.. places.Select(place => all.Source[place])];
        Targets = [.. places.Select(place => all.Targets[place])];
        readings = [.. places.Select(place => all.readings[place])];
    }

    /// <summary>The scenario with what follows its targets.</summary>
    public Scenario Scenario { get; }

    /// <summary>The targets as the scenario has them.</summary>
    public ImmutableArray<Target> Source { get; }

    /// <summary>The targets as samplers take them.</summary>
    public ImmutableArray<CalibrationTarget> Targets { get; }

    /// <summary>Gets a value indicating whether one history says all that is observed: no target is about an expected count or
    /// a figure of many histories.</summary>
    public bool IsOfOneHistory => Source.All(target => target.Formula is null && !target.Noise.IsCount);

    /// <summary>Some of the targets, read off the same scenario.</summary>
    /// <param name="isTaken">Says which.</param>
    public TargetReadings Where(Func<Target, bool> isTaken) =>
        new(this, [.. Enumerable.Range(0, Source.Length).Where(place => isTaken(Source[place]))]);

    /// <summary>Says why a target cannot be fitted.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="target">The target.</param>
    /// <returns>A clause; null if it can be.</returns>
    public static string? Obstacle(Scenario scenario, Target target)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(target);
        var isNamed = target.Measure >= 0 || target.Outcome >= 0;
        if (!isNamed && target.Formula is null)
        {
            return $"'{target.Of}' is a formula of one history: name it as a measure, '{{level: {target.Of}}}'";
        }

        if (target.AtDay is { } day && scenario.Horizon.Root is ConstantNode horizon && day > horizon.Value)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"day {day:0.##} lies after the horizon, day {horizon.Value:0.##}");
        }

        var isOfDay = target.AtDay is not null;
        return isOfDay && target.Outcome >= 0 && scenario.Outcomes[target.Outcome].When is null
                ? "its outcome is judged at the end and at no day: leave out 'at'"
            : isOfDay && target.Formula is { } formula && formula.Estimates.Any(estimate => estimate.IsOfOutcome)
                ? "its formula is about an outcome, which is known at the end: leave out 'at'"
            : null;
    }

    /// <summary>What the histories of a point give.</summary>
    /// <param name="rows">Its rows, at least one.</param>
    /// <param name="point">Its values, which a formula may read.</param>
    /// <returns>One value a target.</returns>
    /// <remarks>A number of one history is that of the first one; an expected count and a formula are about all of
    /// them.</remarks>
    public ImmutableArray<TargetValue> In(ReplicationTable rows, Point point)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var values = ImmutableArray.CreateBuilder<TargetValue>(readings.Length);
        for (var index = 0; index < readings.Length; index++)
        {
            var (reading, target) = (readings[index], Source[index]);
            if (reading.Formula is { } formula)
            {
                values.Add(new(formula.Value(0, formula.Sample(rows), point), double.NaN, rows.Count));
                continue;
            }

            var moments = new ExactMoments();
            for (var replication = 0L; replication < rows.Count; replication++)
            {
                moments.Add(reading.In(rows.Row(replication)));
            }

            values.Add(target.Noise.IsCount
                ? new(moments.Mean, moments.Variance, moments.Count)
                : new(reading.In(rows.Row(0)), moments.Variance, 1));
        }

        return values.MoveToImmutable();
    }

    // Which measures a target reads; those of a formula in the order of its estimates.
    private int[] Freeze(Target target) => target.Formula is { } formula
        ? [.. formula.Estimates.Select(estimate => estimate.IsOfOutcome ? -1 : Frozen(estimate.Index, target.AtDay))]
        : target.Measure < 0 ? []
        : target.SinceDay is > 0 and var since ? [Frozen(target.Measure, target.AtDay), Frozen(target.Measure, since)]
        : [Frozen(target.Measure, target.AtDay)];

    private int Frozen(int measure, double? atDay)
    {
        if (atDay is not { } day)
        {
            return measure;
        }

        if (!frozen.TryGetValue((measure, day), out var index))
        {
            // No name of the language holds a blank.
            index = measures.Count;
            measures.Add(measures[measure] with
            {
                Name = FormattableString.Invariant($"{measures[measure].Name} at day {day:R}"),
                At = Formula.Of(day, Quantity.Duration),
            });
            frozen.Add((measure, day), index);
        }

        return index;
    }

    /// <summary>Where a target stands in a row.</summary>
    private sealed record Reading(int Column, int Since, int DayColumn, double Day, EstimateReadings? Formula)
    {
        public static Reading Of(Scenario scenario, ImmutableArray<RowColumn> columns, Target target, int[] places)
        {
            var list = columns.ToList();
            int Find(ColumnKind kind, int index) => list.FindIndex(column => column.Kind == kind && column.Index == index);

            if (target.Formula is { } formula)
            {
                var moved = formula with
                {
                    Estimates = [.. formula.Estimates.Select((estimate, place) =>
                        estimate.IsOfOutcome ? estimate : estimate with { Index = places[place] })],
                };
                return new(-1, -1, -1, double.NaN, new EstimateReadings(scenario, [moved]));
            }

            return target.Measure >= 0
                ? new(
                    Find(ColumnKind.Measure, places[0]),
                    places.Length > 1 ? Find(ColumnKind.Measure, places[1]) : -1,
                    -1,
                    double.NaN,
                    null)
                : new(
                    Find(ColumnKind.Outcome, target.Outcome),
                    -1,
                    target.AtDay is null ? -1 : Find(ColumnKind.OutcomeDay, target.Outcome),
                    target.AtDay ?? double.NaN,
                    null);
        }

        public double In(ReadOnlySpan<double> row) => DayColumn >= 0
            ? row[DayColumn] <= Day ? 1 : 0
            : row[Column] - (Since >= 0 ? row[Since] : 0);
    }
}
