using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>Folds what a run fixes into the formulas of a scenario and makes code of the rest.</summary>
internal sealed class FormulaFactory
{
    private readonly Scenario scenario;
    private readonly double?[] parameters;
    private readonly double?[] fixedLevels;
    private readonly Translation translation;

    /// <summary>Prepares the folding for one choice of parameters.</summary>
    public FormulaFactory(Scenario scenario, double?[] parameters, Translation translation)
    {
        this.scenario = scenario;
        this.translation = translation;
        this.parameters = parameters;
        fixedLevels = FindFixedLevels();
    }

    /// <summary>Compiles a formula.</summary>
    /// <param name="formula">The formula; null stands for <paramref name="absent"/>.</param>
    /// <param name="absent">The value of a formula that was not written.</param>
    /// <param name="owner">The one actor whose rule it belongs to, or −1 if several share it or none has it.</param>
    public Evaluation Make(Formula? formula, double absent = 0, int owner = -1) =>
        formula is null ? new Evaluation(absent) : Make(formula.Root, owner);

    /// <summary>Compiles a tree.</summary>
    public Evaluation Make(Node root, int owner = -1)
    {
        var node = Prepare(root, owner);
        return node is ConstantNode known
            ? new Evaluation(known.Value)
            : new Evaluation(node, translation);
    }

    /// <summary>The bound of a folded rate that moves.</summary>
    public BoundCode? MakeBound(Node node, Variable[] moving) =>
        moving.Length == 0 ? null : new BoundCode(node, moving, translation);

    /// <summary>What tells of a folded truth that it stays what it is; null if nothing does.</summary>
    public StayingTruth? MakeStaying(Node truth, Variable[] moving) => StayingTruth.Of(truth, moving, translation);

    /// <summary>Folds a tree without compiling it.</summary>
    public Node Prepare(Node root, int owner = -1)
    {
        var named = Rewriting.Replace(root, variable => NameOwner(variable, owner));
        var inlined = Inline(named);
        return Folding.Fold(inlined, Known);
    }

    private static int SlotOf(Scenario scenario, int actor, int level) => (actor * scenario.LevelNames.Length) + level;

    private VariableNode? NameOwner(Variable variable, int owner)
    {
        if (owner < 0)
        {
            return null;
        }

        return variable.Kind switch
        {
            VariableKind.OwnLevel => Level(owner, variable.Index),
            VariableKind.SponsorLevel when scenario.Actors[owner].Sponsor >= 0 =>
                Level(scenario.Actors[owner].Sponsor, variable.Index),
            _ => null,
        };

        static VariableNode Level(int actor, int name) =>
            new(new Variable(VariableKind.ActorLevel, name, actor), Quantity.Number);
    }

    // A measure of kind `level` is its expression under a name, unless it is frozen at a day.
    private Node Inline(Node node) => Rewriting.Replace(node, variable =>
    {
        if (variable.Kind != VariableKind.Measure)
        {
            return null;
        }

        var measure = scenario.Measures[variable.Index];
        return measure is { Kind: MeasureKind.Level, At: null, Value: { } value } ? Inline(value.Root) : null;
    });

    private double? Known(Variable variable) => variable.Kind switch
    {
        VariableKind.Parameter => parameters[variable.Index],
        VariableKind.ActorLevel => fixedLevels[SlotOf(scenario, variable.Owner, variable.Index)],
        _ => null,
    };

    // A level that neither moves nor is changed by any rule of its actor is a constant attribute.
    private double?[] FindFixedLevels()
    {
        var known = new double?[scenario.Actors.Length * scenario.LevelNames.Length];
        for (var actor = 0; actor < scenario.Actors.Length; actor++)
        {
            var changed = scenario.Actors[actor].Policy
                .SelectMany(rule => rule.Do)
                .SelectMany(effect => effect switch
                {
                    SetEffect set => set.Changes,
                    AddEffect add => add.Changes,
                    _ => [],
                })
                .Select(change => change.Level)
                .ToHashSet();
            var still = scenario.Actors[actor].Levels.Where(level => level.IsAttribute && !changed.Contains(level.Name));
            foreach (var level in still)
            {
                var starts = Folding.Fold((level.Starts ?? level.RestsAt).Root, Parameter);
                if (starts is ConstantNode value && level.Minimum is null && level.Maximum is null)
                {
                    known[SlotOf(scenario, actor, level.Name)] = value.Value;
                }
            }
        }

        return known;

        double? Parameter(Variable variable) =>
            variable.Kind == VariableKind.Parameter ? parameters[variable.Index] : null;
    }
}
