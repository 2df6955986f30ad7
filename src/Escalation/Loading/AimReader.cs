using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads whom an act is done to.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="scope">The names that weights may read.</param>
/// <param name="rule">Gets the relations with their places.</param>
internal sealed partial class AimReader(Draft draft, FileScope scope, RuleDraft rule)
{
    private const string Example = "against: {us: 2, israel: 1}";

    /// <summary>Reads a target or a weighted choice.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The aim, or null if it is broken.</returns>
    public Aim? Read(YamlNode node)
    {
        if (node is not YamlMapping choice)
        {
            return Section.Scalar(node, draft.List, "a target") is not { } scalar ? null
                : ReadLever(scalar) ?? ReadOne(scalar, isOption: false);
        }

        var options = ImmutableArray.CreateBuilder<WeightedOption>();
        foreach (var entry in choice.Entries)
        {
            var weight = Formulas.Read(draft, entry.Value, scope, Quantity.Number, "a weight");
            if (weight?.Root is ConstantNode { Value: < 0 } constant)
            {
                draft.List.Error(
                    weight.Where, FormattableString.Invariant($"a weight is not negative, this is {constant.Value:R}"));
            }

            if (ReadOne(entry.Key, isOption: true) is { } aim && weight is not null)
            {
                options.Add(new WeightedOption(aim, weight));
            }
        }

        if (choice.Entries.IsEmpty)
        {
            draft.List.Error(choice.Where, "a choice of targets is empty", Example);
        }
        else if (options.Count == choice.Entries.Length && options.All(option => option.Weight.Root is ConstantNode { Value: 0 }))
        {
            draft.List.Error(choice.Where, "all weights of this choice are 0: nobody can be chosen", Example);
        }

        return new WeightedAim(options.ToImmutable());
    }

    // A lever that chooses between actors: the one that it names has all the weight.
    private WeightedAim? ReadLever(YamlScalar scalar)
    {
        var name = scalar.Value.Trim();
        var lever = draft.Parameters.Find(name);
        if (lever < 0 || draft.Actors.Find(name) >= 0 || draft.ParameterValues[lever] is not { Choices: [_, ..] choices })
        {
            return null;
        }

        if (choices.FirstOrDefault(choice => draft.Actors.Find(choice) < 0) is { } stranger)
        {
            draft.List.Error(
                scalar.Where,
                $"'{name}' cannot be a target: its choice '{stranger}' is no actor",
                $"aim by weights: 'against: {{us: \"if({name} is {stranger}, 1, 0)\", …}}'");
            return new([]);
        }

        var options = choices.Select(choice => (
            Actor: draft.Actors.Find(choice),
            Weight: FormulaReader.Read(
                $"if({name} is {choice}, 1, 0)", new FormulaSite(scope, Quantity.Number, AllowsDraws: false, "a weight"))));
        return new([.. options.Select(option => new WeightedOption(
            new ActorAim(option.Actor), new Formula(option.Weight.Root!, name, scalar.Where)))]);
    }

    private Aim? ReadOne(YamlScalar scalar, bool isOption)
    {
        if (scalar.IsBroken)
        {
            return null;
        }

        var text = Blanks().Replace(scalar.Value.Trim(), " ");
        Relation? relation = text switch
        {
            "me" => Relation.Me,
            "event.actor" => Relation.EventActor,
            "event.target" => Relation.EventTarget,
            "sponsor of event.actor" => Relation.SponsorOfEventActor,
            "my sponsor" => Relation.MySponsor,
            "my proxies" => Relation.MyProxies,
            _ => null,
        };
        if (relation is { } found)
        {
            return CheckRelation(found, scalar, isOption) ? new RelativeAim(found) : null;
        }

        var actor = draft.Actors.Find(text);
        if (actor >= 0)
        {
            return new ActorAim(actor);
        }

        if (draft.Kinds.Find(text) >= 0)
        {
            draft.List.Error(
                scalar.Where,
                $"'{text}' is a kind, an act is done to one actor",
                $"choose by weights: {Example}; or write 'my proxies'");
        }
        else if (text is "anyone" or "others" or "unknown")
        {
            draft.List.Error(scalar.Where, $"'{text}' cannot be aimed at", $"name an actor, or choose by weights: {Example}");
        }
        else
        {
            string[] others = ["event.actor", "event.target", "sponsor of event.actor", "my sponsor", "my proxies"];
            draft.List.Error(
                scalar.Where, $"unknown target {Quote.Of(scalar.Value)}", draft.List.Near(
                    text, "Targets here", draft.Actors.Names.Concat(others)));
        }

        return null;
    }

    private bool CheckRelation(Relation relation, YamlScalar scalar, bool isOption)
    {
        var isOfEvent = relation is Relation.EventActor or Relation.EventTarget or Relation.SponsorOfEventActor;
        if (isOfEvent && !scope.HasEvent)
        {
            draft.List.Error(
                scalar.Where,
                $"there is no event here that '{scalar.Value}' could mean",
                "only a rule 'upon' an action has one; 'becomes' and 'outcome' have no doer and no target");
            return false;
        }

        if (relation == Relation.MyProxies && isOption)
        {
            draft.List.Error(scalar.Where, "'my proxies' are several, a choice is between single actors", "name each of them");
            return false;
        }

        rule.Relations.Add((relation, scalar.Where));
        return true;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
