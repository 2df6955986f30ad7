using Escalation.Engine;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>An action with its formulas compiled.</summary>
internal sealed class ActionProgram
{
    /// <summary>Compiles an action.</summary>
    public ActionProgram(ActionDefinition action, FormulaFactory factory, Scenario scenario, Translation translation)
    {
        Heat = new Heat(translation);
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

    /// <summary>Hash of its name.</summary>
    public ulong Name { get; }

    public int Rung { get; }

    public NamedValue[] Draws { get; }

    /// <summary>How often it was followed as data.</summary>
    public Heat Heat { get; }

    /// <summary>Its draws compiled; null as long as they are followed as data.</summary>
    public ActionCode? Code { get; set; }

    public Evaluation ReportChance { get; }

    public bool HasReportDelay { get; }

    public Evaluation ReportAfter { get; }

    public Evaluation ReportAttributed { get; }

    /// <summary>True if everybody hears of it at once and knows the doer.</summary>
    public bool IsReportedAtOnce { get; }
}
