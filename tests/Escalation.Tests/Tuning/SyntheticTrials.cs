using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Language;
using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning;

/// <summary>Policies whose value in each unit is a formula of the levers and of luck, without a simulation.</summary>
/// <param name="objectives">How many of the values are objectives; the others are excesses of constraints.</param>
/// <param name="value">The values of a policy in a unit: given its levers and the number of the unit.</param>
internal sealed class SyntheticTrials(int objectives, Func<ImmutableArray<double>, long, double[]> value) : PolicyTrials
{
    private static readonly Scenario Levers = SourceScenarios.Compile(
        """
        escalation: 1
        name: levers alone
        horizon: 1 d
        levers: {a: {value: 0.9, range: [0, 1]}, b: {value: 0.9, range: [0, 1]}, c: {value: soft, choices: [soft, hard, mad]}}
        actors: {nobody: {}}
        outcomes: {never: {when: day > 3 d}}
        """).Scenario;

    public override string Unit => "units";

    public override long HistoriesOfUnit => 1;

    /// <summary>Units that were tried.</summary>
    internal long Tried { get; private set; }

    /// <summary>Policies over the first levers of a, b, c.</summary>
    internal static PolicySpace Space(params SearchedLever[] levers) => new(Levers, ParameterChoice.AsWritten, [.. levers]);

    public override ImmutableArray<PolicyTrial> Run(IReadOnlyList<(Point Policy, long Luck)> asked, long count)
    {
        Tried += asked.Count * count;
        return [.. asked.Select(one => Trial(one.Policy, one.Luck, (int)count))];
    }

    private PolicyTrial Trial(Point policy, long luck, int count)
    {
        var rows = Enumerable.Range(0, count).Select(unit => value(policy.Values, luck + unit)).ToList();
        var columns = Enumerable.Range(0, rows[0].Length).Select(column => rows.Select(row => row[column]).ToArray());
        var mean = new Estimate(Estimator.Mean, false, 0, double.NaN);
        var formula = new EstimateFormula(
            "mean", new VariableNode(new Variable(VariableKind.Estimate), Quantity.Number), [mean]);
        var formulas = Enumerable.Repeat(formula, rows[0].Length).ToImmutableArray();
        var signs = Enumerable.Repeat(1.0, rows[0].Length).ToImmutableArray();
        return new(policy, new EstimateSample([.. columns]), new EstimateReadings(formulas), signs, objectives);
    }
}
