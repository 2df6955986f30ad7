using Escalation.Engine;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>An action with its formulas compiled.</summary>
internal sealed class ActionProgram
{
    /// <summary>Compiles an action.</summary>
    public ActionProgram(ActionDefinition action, int index, FormulaFactory factory, Scenario scenario)
    {
        Index = index;
        Name = Key.OfName(action.Name);
        Rung = action.Rung;
        Draws = [.. action.Draws.Select(draw => new NamedValue(
            draw.Field, Names.OfValue(scenario.FieldNames[draw.Field]), factory.Make(draw.Value)))];
        ReportChance = factory.Make(action.Report.Chance);
        HasReportDelay = action.Report.After is not null;
        ReportAfter = factory.Make(action.Report.After);
        ReportAttributed = factory.Make(action.Report.Attributed);
        IsReportedAtOnce = ReportChance.Is(1) && !HasReportDelay && ReportAttributed.Is(1);
    }

    /// <summary>Index of the action.</summary>
    public int Index { get; }

    /// <summary>Hash of its name.</summary>
    public ulong Name { get; }

    public int Rung { get; }

    public NamedValue[] Draws { get; }

    public Evaluation ReportChance { get; }

    public bool HasReportDelay { get; }

    public Evaluation ReportAfter { get; }

    public Evaluation ReportAttributed { get; }

    /// <summary>True if everybody hears of it at once and knows the doer.</summary>
    public bool IsReportedAtOnce { get; }
}
