using System.Collections.Immutable;
using System.Text;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>A rule of one actor with its constants and the actors that it names taken out: what is left is the same for all rules
/// of a shape.</summary>
/// <param name="Rule">The folded rule; where a constant stood it reads the number of that place, where an actor was named the
/// actor of that place.</param>
/// <param name="Name">Equal for rules of one shape, and for these only.</param>
/// <param name="Numbers">The constants, by place.</param>
/// <param name="Actors">The named actors, by place.</param>
internal sealed record RuleShape(Rule Rule, string Name, ImmutableArray<double> Numbers, ImmutableArray<int> Actors)
{
    /// <summary>Finds the shape of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="actor">The actor that has it.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="formulas">What folds its formulas.</param>
    public static RuleShape Of(Rule rule, int actor, Scenario scenario, FormulaFactory formulas)
    {
        var numbers = ImmutableArray.CreateBuilder<double>();
        var actors = ImmutableArray.CreateBuilder<int>();
        var motions = new StringBuilder();

        // Each rule is folded for its own actor first: so nobody's luck depends on who else has a rule of the shape.
        var shaped = new RuleRewriting(Shaped, Aimed).Of(rule);
        return new RuleShape(shaped, $"{RuleText.Of(shaped)} {motions}", numbers.ToImmutable(), actors.ToImmutable());

        Node Shaped(Node tree) => Rewriting.Replace(formulas.Prepare(tree, actor), PlaceOfActor, PlaceOfNumber);

        // A constant truth decides what is there to be asked at all, and one that is not finite is checked for.
        VariableNode? PlaceOfNumber(ConstantNode constant)
        {
            if (constant.Quantity == Quantity.Truth || !double.IsFinite(constant.Value))
            {
                return null;
            }

            numbers.Add(constant.Value);
            return new VariableNode(new Variable(VariableKind.OwnNumber, numbers.Count - 1), constant.Quantity);
        }

        VariableNode? PlaceOfActor(Variable variable)
        {
            if (variable.Kind != VariableKind.ActorLevel)
            {
                return null;
            }

            // Whether a level can move decides how a rate is followed.
            var level = scenario.Actors[variable.Owner].Levels.FirstOrDefault(level => level.Name == variable.Index);
            motions.Append(level is null ? '-' : level.IsAttribute ? 'a' : 'm');
            if (variable.Owner == actor)
            {
                return Read(new Variable(VariableKind.OwnLevel, variable.Index));
            }

            actors.Add(variable.Owner);
            return Read(new Variable(VariableKind.RelatedLevel, variable.Index, actors.Count - 1));
        }

        Aim Aimed(Aim aim)
        {
            if (aim is not ActorAim named)
            {
                return aim;
            }

            actors.Add(named.Actor);
            return new PlacedAim(actors.Count - 1);
        }

        static VariableNode Read(Variable variable) => new(variable, Quantity.Number);
    }
}
