using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Every column of the table of replications has a name of its own: <c>events</c> can be no measure, and
/// <c>war_day</c> none beside an outcome <c>war</c>.</summary>
internal sealed class ColumnChecks(Draft draft)
{
    private static readonly string[] BuiltIn = ["replication", "ended_day", "events", "highest_rung"];

    private readonly Dictionary<string, string> owners = BuiltIn.ToDictionary(
        name => name, _ => "every table has that column", StringComparer.Ordinal);

    /// <summary>Reports names that make a column twice.</summary>
    /// <param name="measures">The measures, by index; null: broken.</param>
    public void Run(IReadOnlyList<Measure?> measures)
    {
        foreach (var entry in draft.OutcomeEntries)
        {
            var (name, where) = (entry.Key.Value, entry.Key.Where);
            Take(name, $"outcome '{name}'", where);
            Take($"{name}_day", $"outcome '{name}'", where);
        }

        for (var index = 0; index < measures.Count; index++)
        {
            // A measure with the name of an outcome is reported where names are declared.
            var (name, where) = (draft.MeasureEntries[index].Key.Value, draft.MeasureEntries[index].Key.Where);
            if (draft.Outcomes.Find(name) < 0)
            {
                Take(measures[index] is { IsTime: true } ? $"{name}_day" : name, $"measure '{name}'", where);
            }
        }
    }

    private void Take(string column, string owner, SourceSpan where)
    {
        if (!owners.TryAdd(column, $"{owner} has it"))
        {
            draft.List.Error(
                where,
                $"{owner} gives the table of replications a second column '{column}': {owners[column]}",
                "choose another name");
        }
    }
}
