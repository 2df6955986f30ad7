using System.Globalization;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Results;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>What a tuning was asked, as its findings need it.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="ScenarioSha256">SHA-256 of its file.</param>
/// <param name="Goal">What was looked for.</param>
/// <param name="Space">Among which policies.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Unit">What trials are counted in: "histories" or "futures".</param>
public sealed record TuningReport(
    Scenario Scenario, string ScenarioSha256, TuningGoal Goal, PolicySpace Space, ulong Seed, string Unit)
{
    /// <summary>What stands below each chart.</summary>
    internal string Caption => string.Create(
        CultureInfo.InvariantCulture, $"95 % intervals; all policies with the same luck, seed {Seed}; ")
        + $"scenario {ScenarioSha256[..Math.Min(12, ScenarioSha256.Length)]}.";

    /// <summary>Names of the levers.</summary>
    internal IEnumerable<string> LeverNames => Space.Levers.Select(lever => Scenario.Parameters[lever.Parameter].Name);

    /// <summary>Heads of the columns of the levers.</summary>
    internal IEnumerable<(string Head, bool IsNumber)> LeverHeads => LeverNames.Select(name => (name, true));

    /// <summary>The levers of a policy, for people.</summary>
    internal IEnumerable<string> LeverCells(Point policy) => Space.Levers.Select(lever =>
        Scenario.Parameters[lever.Parameter].Word(policy.Values[lever.Parameter])
            ?? Words.Number(policy.Values[lever.Parameter]));

    /// <summary>The levers of a policy, for programs.</summary>
    internal IEnumerable<DataCell> LeverData(Point policy) => Space.Levers.Select(lever =>
        FindingsText.Cell(policy.Values[lever.Parameter], Scenario.Parameters[lever.Parameter]));

    /// <summary>A table of policies with a row for each objective and constraint.</summary>
    internal DataTable Table(string name, string first) => new(
        name,
        [
            first, .. LeverNames, "what", "kind", "unit", FindingsText.FileName(Unit), "estimate", "low", "high",
            "standard_error",
        ]);

    /// <summary>Adds the rows of a policy.</summary>
    internal void AddRows(DataTable table, DataCell first, PolicyTrial trial, GoalText text)
    {
        DataCell[] place = [first, .. LeverData(trial.Policy)];
        for (var objective = 0; objective < Goal.Objectives.Length; objective++)
        {
            var (what, value) = (Goal.Objectives[objective], text.Natural(objective, trial.Objective(objective)));
            var kind = what.IsMaximised ? "maximised" : "minimised";
            Add(what.Name, kind, what.Formula, value);
        }

        for (var constraint = 0; constraint < Goal.Constraints.Length; constraint++)
        {
            var what = Goal.Constraints[constraint];
            Add(what.Text, "excess", what.Excess, trial.Constraint(constraint));
        }

        void Add(string what, string kind, EstimateFormula formula, EstimatedValue value) => table.Add([
            .. place, what, kind, JsonText.Unit(formula.Root.Quantity), trial.Count, value.Value, value.Interval.Lower,
            value.Interval.Upper, value.StandardError,
        ]);
    }
}
