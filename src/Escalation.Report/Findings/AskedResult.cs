using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Model;

namespace Escalation.Report;

/// <summary>An outcome or measure whose numbers an experiment keeps history by history.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Column">The name of its column.</param>
/// <param name="IsOutcome">True for an outcome, which is 0 or 1.</param>
public sealed record AskedResult(string Name, string Column, bool IsOutcome)
{
    /// <summary>What a question is about: its outcome, then its measures.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">The question.</param>
    public static ImmutableArray<AskedResult> Of(Scenario scenario, Question question)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(question);
        var outcome = scenario.Outcomes[question.Outcome];
        return
        [
            new(outcome.Name, outcome.Name, IsOutcome: true),
            .. question.Measures.Select(index => scenario.Measures[index])
                .Select(measure => new AskedResult(measure.Name, measure.IsTime ? measure.Name + "_day" : measure.Name, false)),
        ];
    }

    /// <summary>Its numbers at a point.</summary>
    /// <param name="rows">The rows of the point.</param>
    /// <returns>One a history; NaN where it has none.</returns>
    public double[] In(ReplicationTable rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var column = rows.Columns.ToList().FindIndex(known => known.Name == Column);
        var values = new double[rows.Count];
        for (var replication = 0; replication < values.Length; replication++)
        {
            values[replication] = rows.Row(replication)[column];
        }

        return values;
    }
}
