using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>Makes the rules of all actors. Rules of one shape, which differ in numbers and in the actors they name, are one
/// program if there are many of them: code for each would be made again and again, and would not fit into the caches.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="formulas">What makes code of its formulas.</param>
/// <param name="translation">When rules are compiled.</param>
/// <param name="fewestSharers">How many rules of a shape are one program at least; those that actors have from their kind are
/// one, however few they are.</param>
internal sealed class RuleSharing(Scenario scenario, FormulaFactory formulas, Translation translation, int fewestSharers)
{
    /// <summary>Of fewer, each has code of its own in which all that is known of it is folded.</summary>
    public const int FewestSharers = 16;

    // A table of more entries would not fit into the caches, nor at last into memory.
    private const long MostEntries = 1 << 22;

    /// <summary>The numbers that actors have in shared rules.</summary>
    public OwnTable<double> Numbers { get; } = new(scenario.Actors.Length);

    /// <summary>The actors that actors have in shared rules.</summary>
    public OwnTable<int> Related { get; } = new(scenario.Actors.Length);

    /// <summary>The rules of all actors, in file order.</summary>
    public RuleInstance[] MakeAll()
    {
        Sharer[] written =
            [.. scenario.Actors.SelectMany((actor, index) => actor.Policy.Select(rule => new Sharer(index, rule)))];
        var programs = new RuleProgram[written.Length];
        foreach (var sharers in Groups(written))
        {
            var program = Share([.. sharers.Select(place => written[place])]);
            foreach (var place in sharers)
            {
                programs[place] = program ?? Alone(written[place]);
            }
        }

        var instances = new List<RuleInstance>();
        for (var actor = 0; actor < scenario.Actors.Length; actor++)
        {
            AddRulesOf(actor, instances, programs);
        }

        return [.. instances];
    }

    // Places in the list of those that may be one program. A rule of a kind is the same object for all of its actors.
    private IEnumerable<int[]> Groups(Sharer[] written)
    {
        var occurrences = new Dictionary<(int Actor, string Name), int>();
        foreach (var sharer in written)
        {
            sharer.Shape = RuleShape.Of(sharer.Rule, sharer.Actor, scenario, formulas);
            var name = (sharer.Actor, sharer.Shape.Name);
            sharer.Occurrence = occurrences[name] = occurrences.GetValueOrDefault(name) + 1;
        }

        var ofShape = Enumerable.Range(0, written.Length)
            .GroupBy(place => (written[place].Shape!.Name, written[place].Occurrence));
        return ofShape.SelectMany(group => group.Count() >= fewestSharers
            ? [[.. group]]
            : group.GroupBy(place => written[place].Rule, ReferenceEqualityComparer.Instance).Select(same => same.ToArray()));
    }

    private RuleProgram Alone(Sharer sharer) => new(sharer.Rule, formulas, scenario, sharer.Actor, translation);

    // Null: there is only one, or no room.
    private RuleProgram? Share(Sharer[] sharers)
    {
        var shape = sharers[0].Shape!;
        if (sharers.Length == 1 || !HasRoom(shape.Numbers.Length + shape.Actors.Length))
        {
            return null;
        }

        // What is the same for all stays a constant.
        var numbers = Enumerable.Range(0, shape.Numbers.Length).Select(place => PlaceIn(
            Numbers, sharers, sharer => sharer.Shape!.Numbers[place], BitConverter.DoubleToInt64Bits)).ToArray();
        var actors = Enumerable.Range(0, shape.Actors.Length).Select(place => PlaceIn(
            Related, sharers, sharer => sharer.Shape!.Actors[place], actor => actor)).ToArray();
        var rule = new RuleRewriting(
            tree => Rewriting.Replace(tree, variable => OfNumber(variable) ?? OfActor(variable)), Aimed).Of(shape.Rule);
        return new RuleProgram(rule, formulas, scenario, owner: -1, translation);

        Node? OfNumber(Variable variable) =>
            variable.Kind != VariableKind.OwnNumber ? null
            : numbers[variable.Index] is >= 0 and var place
                ? new VariableNode(variable with { Index = place }, Quantity.Number)
                : new ConstantNode(shape.Numbers[variable.Index], Quantity.Number);

        Node? OfActor(Variable variable) =>
            variable.Kind != VariableKind.RelatedLevel ? null
            : new VariableNode(actors[variable.Owner] is >= 0 and var place
                ? variable with { Owner = place }
                : new Variable(VariableKind.ActorLevel, variable.Index, shape.Actors[variable.Owner]), Quantity.Number);

        Aim Aimed(Aim aim) =>
            aim is not PlacedAim placed ? aim
            : actors[placed.Place] is >= 0 and var place ? new PlacedAim(place)
            : new ActorAim(shape.Actors[placed.Place]);
    }

    private bool HasRoom(int places) => (long)(Numbers.Width + Related.Width + places) * scenario.Actors.Length <= MostEntries;

    // The place in the table, or −1 if all have the same there.
    private static int PlaceIn<T, TIdentity>(
        OwnTable<T> table, Sharer[] sharers, Func<Sharer, T> value, Func<T, TIdentity> identity)
        where T : struct =>
        sharers.Select(sharer => identity(value(sharer))).Distinct().Count() == 1
            ? -1
            : table.Add([.. sharers.Select(sharer => (sharer.Actor, value(sharer)))]);

    private void AddRulesOf(int actor, List<RuleInstance> instances, RuleProgram[] programs)
    {
        var policy = scenario.Actors[actor].Policy;
        var first = instances.Count;
        var isCancellable = policy.Any(rule => rule.Do.Any(effect => effect is CancelEffect));
        foreach (var rule in policy)
        {
            var name = RuleInstance.NameOf(scenario.Actors[actor].Name, rule.Title);
            var cancels = rule.Do.Any(effect => effect is CancelEffect) ? rule.Do.Select(Cancelled).ToArray() : null;
            var index = instances.Count;
            instances.Add(new RuleInstance(index, actor, rule, programs[index], name, cancels) { IsCancellable = isCancellable });
        }

        int Cancelled(Effect effect)
        {
            var title = (effect as CancelEffect)?.Title;
            var index = title is null ? -1 : policy.ToList().FindIndex(rule => rule.Title == title);
            return index < 0 ? -1 : first + index;
        }
    }

    private sealed class Sharer(int actor, Rule rule)
    {
        public int Actor => actor;

        public Rule Rule => rule;

        public RuleShape? Shape { get; set; }

        public int Occurrence { get; set; }
    }
}
