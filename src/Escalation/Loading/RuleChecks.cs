using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Checks each rule for each of its actors: a rule of a kind is read once, but its actors may differ.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="acts">Who may do what.</param>
internal sealed class RuleChecks(Draft draft, ActTable acts)
{
    /// <summary>Checks all rules.</summary>
    public void Run()
    {
        foreach (var rule in draft.ActorDrafts.SelectMany(actor => actor.Policy).Distinct())
        {
            var variables = rule.Formulas.SelectMany(formula => Walk.Variables(formula.Root).Select(variable => (
                formula, variable)))
                .Where(read => read.variable.Kind is VariableKind.OwnLevel or VariableKind.SponsorLevel)
                .ToList();
            foreach (var actor in rule.Actors)
            {
                variables.ForEach(read => CheckLevel(read.formula, read.variable, actor));
                CheckActor(rule, actor);
            }

            WarnOfNoProxies(rule);
        }
    }

    private void CheckLevel(Formula formula, Variable variable, int actor)
    {
        var party = draft.ActorDrafts[actor];
        var level = draft.Levels.Names[variable.Index];
        if (variable.Kind == VariableKind.OwnLevel)
        {
            if (!party.HasLevel(variable.Index))
            {
                draft.List.Error(
                    formula.Where,
                    $"'{party.Name}' has this rule too, but no level '{level}'",
                    $"give its kind the level '{level}', or '{party.Name}' a rule of its own");
            }
        }
        else if (party.Sponsor < 0)
        {
            draft.List.Error(
                formula.Where,
                $"'{party.Name}' has no sponsor, so 'sponsor.{level}' means nothing",
                "add 'sponsor: <actor>' to it");
        }
        else if (!draft.ActorDrafts[party.Sponsor].HasLevel(variable.Index))
        {
            var sponsor = draft.ActorDrafts[party.Sponsor];
            draft.List.Error(
                formula.Where,
                $"'{sponsor.Name}', the sponsor of '{party.Name}', has no level '{level}'",
                draft.List.Near(level, $"Levels of {sponsor.Name}", sponsor.LevelNames(draft)));
        }
    }

    private void CheckActor(RuleDraft rule, int actor)
    {
        var party = draft.ActorDrafts[actor];
        foreach (var (level, where) in rule.Changes)
        {
            if (!party.HasLevel(level))
            {
                draft.List.Error(
                    where,
                    $"'{party.Name}' has this rule too, but no level '{draft.Levels.Names[level]}'",
                    "give its kind that level");
            }
        }

        foreach (var (relation, where) in rule.Relations)
        {
            if (relation == Relation.MySponsor && party.Sponsor < 0)
            {
                draft.List.Error(where, $"'{party.Name}' has no sponsor", "add 'sponsor: <actor>' to it");
            }
        }

        foreach (var (title, where) in rule.Cancels)
        {
            if (!party.Policy.Exists(other => other.Title == title))
            {
                draft.List.Error(
                    where,
                    $"'{party.Name}' has no rule {Quote.Of(title)} to cancel",
                    draft.List.Near(title, $"Rules of {party.Name}", party.Policy.Select(other => other.Title).Append("all")));
            }
        }
    }

    private void WarnOfNoProxies(RuleDraft rule)
    {
        foreach (var (relation, where) in rule.Relations)
        {
            if (relation == Relation.MyProxies && !rule.Actors.Exists(actor => acts.ProxiesOf(actor).Any()))
            {
                draft.List.Warn(
                    where,
                    $"'{draft.Actors.Names[rule.Actors[0]]}' has no proxies: nobody names it as sponsor",
                    "add 'sponsor:' to those who are meant");
            }
        }
    }
}
