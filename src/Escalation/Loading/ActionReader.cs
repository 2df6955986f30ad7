using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads actions: rung, draws, report.</summary>
/// <param name="draft">The scenario.</param>
internal sealed class ActionReader(Draft draft)
{
    /// <summary>Reads all of them.</summary>
    /// <returns>The actions.</returns>
    public ImmutableArray<ActionDefinition> Read() => [.. draft.ActionEntries.Select(Read)];

    private ActionDefinition Read(YamlEntry entry)
    {
        var action = new ActionDefinition { Name = entry.Key.Value };
        if (entry.Value is YamlScalar { IsEmpty: true }
            || Section.Of(entry.Value, draft.List, ActionMappings.Action) is not { } section)
        {
            return action;
        }

        return action with
        {
            About = section.Text("about"),
            Rung = ReadRung(section),
            Draws = ReadDraws(section),
            Report = section.Find("report") is { } report ? ReadReport(report) : Report.AtOnce,
        };
    }

    private int ReadRung(Section section)
    {
        if (section.Find("rung") is not { } node || Section.Scalar(node, draft.List, "the title of a rung") is not { } title)
        {
            return -1;
        }

        var rung = draft.Ladder.IndexOf(title.Value.Trim());
        if (rung < 0 && !draft.LacksLadder)
        {
            draft.List.Error(
                title.Where, $"unknown rung {Quote.Of(title.Value)}", draft.List.Near(
                    title.Value, "Rungs of the ladder", draft.Ladder));
        }

        return rung;
    }

    private ImmutableArray<FieldDraw> ReadDraws(Section section)
    {
        if (section.Find("draws") is not { } node
            || Section.Mapping(node, draft.List, "'draws'", "draws: {deaths: poisson(mean=1)}") is not { } mapping)
        {
            return [];
        }

        var scope = new FileScope(draft, Place.Draw);
        var draws = ImmutableArray.CreateBuilder<FieldDraw>();
        var later = mapping.Entries.Select(entry => draft.Fields.Find(entry.Key.Value)).ToHashSet();
        foreach (var entry in mapping.Entries)
        {
            if (!Declarations.CheckField(entry.Key, draft.List))
            {
                continue;
            }

            var field = draft.Fields.Find(entry.Key.Value);

            // One that cannot be read is reported there and stands for any value here: that the field is missing is not true.
            var value = Formulas.Read(draft, entry.Value, scope, Quantity.Number, "a draw", draws: true) ?? Formula.Of(0);
            RefuseLater(value, field, later);
            draws.Add(new FieldDraw(field, value));
            later.Remove(field);
        }

        return draws.ToImmutable();
    }

    private void RefuseLater(Formula value, int field, HashSet<int> later)
    {
        foreach (var variable in Walk.Variables(value.Root))
        {
            if (variable.Kind == VariableKind.EventField && later.Contains(variable.Index))
            {
                var name = draft.Fields.Names[variable.Index];
                draft.List.Error(
                    value.Where,
                    variable.Index == field ? $"the draw of '{name}' reads itself" : $"'event.{name}' is drawn after this",
                    "a draw may use those that stand before it");
            }
        }
    }

    private Report ReadReport(YamlNode node)
    {
        if (Section.Of(node, draft.List, ActionMappings.Report) is not { } section)
        {
            return Report.AtOnce;
        }

        var scope = new FileScope(draft, Place.Report);
        var chance = Chances.Read(draft, section.Find("chance"), scope, "a chance");
        var after = Formulas.Read(draft, section.Find("after"), scope, Quantity.Duration, "a delay", draws: true);
        var attributed = Chances.Read(draft, section.Find("attributed"), scope, "a chance");
        if (after is not null)
        {
            draft.SignChecks.Add(new SignCheck(after, "a delay", []));
        }

        return new Report(chance ?? Formula.Of(1), after, attributed ?? Formula.Of(1));
    }
}
