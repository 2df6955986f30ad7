using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Checks that every event carries what is read of it: fields, rung, levels of doer and target.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="scenario">What was read.</param>
/// <param name="acts">Who may do what.</param>
internal sealed class EventChecks(Draft draft, Scenario scenario, ActTable acts)
{
    /// <summary>Checks rules, draws, reports and measures.</summary>
    /// <param name="measures">The measures by index; null where one is broken.</param>
    public void Run(ImmutableArray<Measure?> measures)
    {
        for (var action = 0; action < scenario.Actions.Length; action++)
        {
            CheckAction(action);
        }

        foreach (var rule in draft.ActorDrafts.SelectMany(actor => actor.Policy).Distinct())
        {
            CheckRule(rule);
        }

        foreach (var measure in measures.OfType<Measure>())
        {
            CheckMeasure(measure);
        }
    }

    private static List<(Formula Formula, Variable Variable)> Reads(IEnumerable<Formula?> formulas) =>
        [.. formulas.OfType<Formula>().SelectMany(formula => Walk.Variables(formula.Root).Select(variable => (formula, variable)))
            .Where(read => read.variable.Kind is VariableKind.EventField or VariableKind.EventRung
                or VariableKind.EventActorLevel or VariableKind.EventTargetLevel or VariableKind.ObserverLevel)];

    private void CheckAction(int index)
    {
        var action = scenario.Actions[index];
        var happening = acts.Of(index);
        foreach (var act in happening)
        {
            foreach (var with in act.Act.With.Where(with => acts.Draws(index, with.Field)))
            {
                draft.List.Error(
                    with.Value.Where,
                    $"action '{action.Name}' draws '{scenario.FieldNames[with.Field]}' itself, an act cannot hand it on",
                    "remove it here, or the draw there");
            }
        }

        Formula?[] report = [action.Report.Chance, action.Report.After, action.Report.Attributed];
        var reads = Reads(action.Draws.Select(draw => draw.Value).Concat(report));
        Check(reads, happening, $"action '{action.Name}' itself");
        foreach (var (formula, variable) in reads.Where(read => read.Variable.Kind == VariableKind.ObserverLevel))
        {
            CheckObservers(formula, variable, index);
        }
    }

    // Reports go to those who listen for the action.
    private void CheckObservers(Formula formula, Variable variable, int action)
    {
        var level = scenario.LevelNames[variable.Index];
        foreach (var actor in draft.ActorDrafts)
        {
            var listens = actor.Policy.SelectMany(rule => rule.Patterns)
                .Any(placed => placed.Pattern is ActPattern act && (act.Action < 0 || act.Action == action));
            if (listens && !actor.HasLevel(variable.Index))
            {
                draft.List.Error(
                    formula.Where,
                    $"'{actor.Name}' listens for this and has no level '{level}' that 'observer.{level}' could mean",
                    "give it that level");
            }
        }
    }

    private void CheckRule(RuleDraft rule)
    {
        var reads = Reads(rule.Formulas);
        if (reads.Count == 0)
        {
            return;
        }

        var owner = rule.Kind >= 0 ? $"kind {draft.Kinds.Names[rule.Kind]}" : draft.Actors.Names[rule.Actors[0]];
        var heard = rule.Patterns.Select(placed => placed.Pattern).OfType<ActPattern>()
            .SelectMany(pattern => acts.Heard(pattern, rule.Actors));
        Check(reads, heard, $"rule {Quote.Of(rule.Title)} of {owner}", isAskedWithoutTarget: false);
    }

    private void CheckMeasure(Measure measure)
    {
        var reads = Reads([measure.Value, measure.If]);
        var heard = measure.Of.OfType<ActPattern>().SelectMany(pattern => acts.Heard(pattern, ActTable.Nobody));
        var isStrict = measure.Of is [ActPattern { Action: >= 0 }];
        if (!isStrict)
        {
            // Events that lack a field or a rung are passed over here.
            heard = heard.Where(record => measure.NeededFields.All(field => acts.Carries(record.Act, field))
                && (!measure.NeedsRung || scenario.Actions[record.Act.Action].Rung >= 0));
        }

        Check(reads, heard, $"measure '{measure.Name}'");
    }

    // A rule that needs a target is not asked about an act without one; draws and measures have no such way out.
    private void Check(
        List<(Formula Formula, Variable Variable)> reads,
        IEnumerable<ActRecord> heard,
        string reader,
        bool isAskedWithoutTarget = true)
    {
        if (reads.Count == 0)
        {
            return;
        }

        // What is wrong with an act is wrong for all who do it, what is wrong with a doer for all it does.
        var done = new HashSet<(int Party, SourceSpan Act, Variable Variable)>();
        foreach (var record in heard)
        {
            foreach (var (formula, variable) in reads)
            {
                switch (variable.Kind)
                {
                    case VariableKind.EventField when done.Add((0, record.Where, variable)) && !acts.Carries(
                        record.Act, variable.Index):
                        RefuseField(record, scenario.FieldNames[variable.Index], reader);
                        break;
                    case VariableKind.EventRung when done.Add((record.Act.Action, default, variable))
                        && scenario.Actions[record.Act.Action].Rung < 0:
                        RefuseRung(formula, record);
                        break;
                    case VariableKind.EventActorLevel when done.Add((record.Actor, default, variable)):
                        CheckParty(formula, variable, record, record.Actor, "does");
                        break;
                    case VariableKind.EventTargetLevel:
                        if (isAskedWithoutTarget && record.Targets.Contains(ActTable.Nobody) && done.Add((
                            ActTable.Nobody, record.Where, variable)))
                        {
                            RefuseTargetless(record, scenario.LevelNames[variable.Index], reader);
                        }

                        foreach (var target in record.Targets.Where(target => target >= 0 && done.Add((
                            target, default, variable))))
                        {
                            CheckParty(formula, variable, record, target, "is the target of");
                        }

                        break;
                }
            }
        }
    }

    private void RefuseField(ActRecord record, string field, string reader)
    {
        var name = scenario.Actions[record.Act.Action].Name;
        draft.List.Error(
            record.Where,
            $"this '{name}' lacks the field '{field}', which {reader} reads",
            $"hand it on: 'with: {{{field}: …}}', or draw it in the action");
    }

    private void RefuseTargetless(ActRecord record, string level, string reader)
    {
        var name = scenario.Actions[record.Act.Action].Name;
        draft.List.Error(
            record.Where,
            $"this '{name}' has no target, but {reader} reads 'event.target.{level}'",
            "say whom it is done to: 'against: …'");
    }

    private void RefuseRung(Formula formula, ActRecord record)
    {
        var name = scenario.Actions[record.Act.Action].Name;
        draft.List.Error(
            formula.Where,
            $"action '{name}' has no rung, so 'event.rung' means nothing here",
            $"give '{name}' a rung of the ladder");
    }

    private void CheckParty(Formula formula, Variable variable, ActRecord record, int party, string does)
    {
        if (draft.ActorDrafts[party].HasLevel(variable.Index))
        {
            return;
        }

        var level = scenario.LevelNames[variable.Index];
        var action = scenario.Actions[record.Act.Action].Name;
        var name = draft.Actors.Names[party];
        var part = does == "does" ? "actor" : "target";
        draft.List.Error(
            formula.Where,
            $"'{name}' {does} '{action}' and has no level '{level}' that 'event.{part}.{level}' could mean",
            $"give '{name}' that level, or narrow the pattern");
    }
}
