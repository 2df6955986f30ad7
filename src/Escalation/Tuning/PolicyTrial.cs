using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>What became of a policy: the values of objectives and constraints, turned so that less is better.</summary>
/// <remarks>The values are found when they are asked for: a search looks at means alone, a judgement at errors too.</remarks>
public sealed class PolicyTrial
{
    private readonly EstimateSample sample;
    private readonly EstimateReadings readings;
    private readonly ImmutableArray<double> signs;
    private readonly int objectives;
    private readonly Lazy<ImmutableArray<double>> values;
    private readonly Lazy<ImmutableArray<EstimatedValue>> estimates;

    internal PolicyTrial(
        Point policy, EstimateSample sample, EstimateReadings readings, ImmutableArray<double> signs, int objectives)
    {
        (Policy, this.sample, this.readings, this.signs, this.objectives) = (policy, sample, readings, signs, objectives);
        values = new(() => [.. signs.Select((sign, formula) => Worst(sign * readings.Value(formula, sample, policy)))]);
        estimates = new(() => [.. signs.Select((sign, formula) => readings.Estimate(formula, sample, policy).Times(sign))]);
    }

    /// <summary>The policy.</summary>
    public Point Policy { get; }

    /// <summary>On how many histories, or futures, it rests.</summary>
    public int Count => sample.Count;

    /// <summary>The value of each objective: the less, the better; +∞ where it has none.</summary>
    public ImmutableArray<double> Objectives => values.Value[..objectives];

    /// <summary>By how much each constraint is broken: more than 0; +∞ where it cannot be said.</summary>
    public ImmutableArray<double> Excesses => values.Value[objectives..];

    /// <summary>True if no constraint is broken, as far as these histories say.</summary>
    public bool IsFeasible => Excesses.All(excess => excess <= 0);

    /// <summary>An objective with its error, turned so that less is better.</summary>
    /// <param name="objective">Its index.</param>
    public EstimatedValue Objective(int objective) => estimates.Value[objective];

    /// <summary>The excess of a constraint with its error.</summary>
    /// <param name="constraint">Its index.</param>
    public EstimatedValue Constraint(int constraint) => estimates.Value[objectives + constraint];

    /// <summary>This and more histories of the same policy.</summary>
    /// <param name="next">Those that follow.</param>
    public PolicyTrial FollowedBy(PolicyTrial next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new(Policy, sample.FollowedBy(next.sample), readings, signs, objectives);
    }

    /// <summary>The first histories of it alone.</summary>
    /// <param name="count">How many, at most <see cref="Count"/>.</param>
    public PolicyTrial First(int count) =>
        count == Count ? this : new(Policy, sample.First(count), readings, signs, objectives);

    /// <summary>The same histories, told of another policy: one of a side alone, where the histories have both sides'.</summary>
    internal PolicyTrial As(Point policy) => new(policy, sample, readings, signs, objectives);

    private static double Worst(double value) => double.IsNaN(value) ? double.PositiveInfinity : value;
}
