using System.Linq.Expressions;
using System.Reflection;
using Escalation.Language;
using Escalation.Model;
using static System.Linq.Expressions.Expression;

namespace Escalation.Simulation;

/// <summary>What a rule does at an occasion, or once its delay is over, as code.</summary>
/// <param name="world">The world, its registers set to the rule's actor and to the event.</param>
/// <param name="rule">Index of the rule.</param>
/// <param name="key">Stem of the key of what it heard of or, if it hears of nothing, the key of its occasion; after its delay its
/// own key.</param>
/// <param name="happening">Index of the event, or −1.</param>
/// <param name="isKnown">Whether the doer of the event is known.</param>
internal delegate void RuleCode(World world, int rule, ulong key, int happening, bool isKnown);

/// <summary>What the code of a rule starts from.</summary>
/// <param name="Index">Index of the rule.</param>
/// <param name="Source">Stem of the key of what it heard of or, if it hears of nothing, the key of its occasion; after its delay
/// its own key.</param>
/// <param name="Happening">Index of the event, or −1.</param>
/// <param name="IsKnown">Whether the doer of the event is known.</param>
internal sealed record RuleStart(Expression Index, Expression Source, Expression Happening, Expression IsKnown);

/// <summary>Writes the code of a rule: the same steps, draws and faults as <see cref="World"/> takes them when it follows the
/// rule as data, with everything folded that is known of the rule.</summary>
internal sealed class RuleEmitter
{
    private const BindingFlags Inner = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;

    private readonly ScenarioProgram program;
    private readonly RuleProgram rule;
    private readonly int actor;
    private readonly StreamEmitter streams;
    private readonly RuleStart start;
    private readonly ParameterExpression key = Variable(typeof(ulong), "key");
    private readonly ParameterExpression stem = Variable(typeof(ulong), "stem");
    private readonly LabelTarget end = Label("end");
    private readonly bool isCounted;

    /// <summary>Prepares the code of a rule.</summary>
    /// <param name="program">The program it belongs to.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="streams">The stream that it draws from.</param>
    /// <param name="start">What it starts from.</param>
    public RuleEmitter(ScenarioProgram program, RuleProgram rule, StreamEmitter streams, RuleStart start)
    {
        (this.program, this.rule, this.streams, this.start) = (program, rule, streams, start);
        actor = start.Index is ConstantExpression { Value: int known } ? program.Rules[known].Actor : rule.Owner;
        isCounted = Enumerable.Range(0, program.Rules.Length).Any(
            instance => program.Rules[instance].Program == rule && program.DropMeasures[instance].Length > 0);
    }

    private WorldEmitter Reads => streams.Reads;

    private ParameterExpression World => Reads.Context;

    private Expression Index => start.Index;

    private Expression Happening => start.Happening;

    private Expression IsKnown => start.IsKnown;

    /// <summary>Compiles what a rule does at an occasion.</summary>
    public static RuleCode CompileOccasion(ScenarioProgram program, RuleProgram rule) =>
        Compile(program, rule, emitter => emitter.Occasion());

    /// <summary>Compiles what a rule does once its delay is over.</summary>
    public static RuleCode CompileExecution(ScenarioProgram program, RuleProgram rule) =>
        Compile(program, rule, emitter => emitter.Execution());

    /// <summary>What it does at an occasion.</summary>
    public BlockExpression Occasion()
    {
        var code = new List<Expression>();
        if (rule.Rule.NeedsDoer && IsKnown is not ConstantExpression { Value: true })
        {
            code.Add(DropUnless(IsKnown, DropReason.Unknown));
        }

        if (rule.Rule.NeedsTarget)
        {
            var target = Field(World, nameof(Simulation.World.EventTarget));
            code.Add(DropUnless(GreaterThanOrEqual(target, Constant(0)), DropReason.NoTarget));
        }

        if (!rule.If.IsConstant || rule.If.Constant == 0)
        {
            code.Add(DropUnless(FormulaCompiler.EmitTruth(rule.If.Node, Reads), DropReason.If));
        }

        code.Add(Assign(key, rule.IsUpon ? StreamEmitter.KeyOf(start.Source, NameOfRule()) : start.Source));

        if (!rule.Chance.Is(1))
        {
            var chance = FormulaCompiler.Emit(rule.Chance.Node, Reads);
            var isLucky = Expression.Call(Method(nameof(Simulation.World.IsLucky)), chance, StreamEmitter.StemOf(key));
            code.Add(DropUnless(isLucky, DropReason.Chance));
        }

        if (rule.HasLimits)
        {
            code.Add(DropUnless(Not(OnWorld(nameof(Simulation.World.IsLimited), Index)), DropReason.Limits));
        }

        if (rule.HasDelay)
        {
            var delay = streams.Value(rule.After.Node, StreamEmitter.StemOf(key), Constant(Names.After));
            code.Add(OnWorld(nameof(Simulation.World.Decide), Index, key, Happening, IsKnown, delay, Constant(0)));
        }
        else
        {
            AddExecution(code);
        }

        return Whole(code);
    }

    /// <summary>The same, but only what <c>if</c> sorts out, which is most of what is asked; the rest is called.</summary>
    public BlockExpression Call()
    {
        var code = new List<Expression>();
        if (!rule.If.IsConstant && !rule.Rule.NeedsDoer && !rule.Rule.NeedsTarget)
        {
            code.Add(DropUnless(FormulaCompiler.EmitTruth(rule.If.Node, Reads), DropReason.If));
        }

        code.Add(Invoke(
            Property(Constant(rule), nameof(RuleProgram.OccasionCode)), World, Index, start.Source, Happening, IsKnown));
        return Whole(code);
    }

    /// <summary>What it does once its delay is over.</summary>
    public BlockExpression Execution()
    {
        var code = new List<Expression> { Assign(key, start.Source) };
        AddExecution(code);
        return Whole(code);
    }

    private static RuleCode Compile(ScenarioProgram program, RuleProgram rule, Func<RuleEmitter, Expression> write)
    {
        var streams = new StreamEmitter();
        var (index, source) = (Parameter(typeof(int), "rule"), Parameter(typeof(ulong), "source"));
        var (happening, isKnown) = (Parameter(typeof(int), "happening"), Parameter(typeof(bool), "isKnown"));
        var emitter = new RuleEmitter(program, rule, streams, new RuleStart(index, source, happening, isKnown));
        var body = Block([streams.Stream], write(emitter));
        return Lambda<RuleCode>(body, streams.Reads.Context, index, source, happening, isKnown).Compile();
    }

    private BlockExpression Whole(List<Expression> code) => Block([key, stem], [.. code, Label(end)]);

    private void AddExecution(List<Expression> code)
    {
        if (!rule.Unless.Is(0))
        {
            code.Add(DropUnless(Not(FormulaCompiler.EmitTruth(rule.Unless.Node, Reads)), DropReason.Unless));
        }

        code.Add(OnWorld(nameof(Simulation.World.NoteExecution), Index));
        if (rule.HasLimits)
        {
            code.Add(OnWorld(nameof(Simulation.World.CountExecution), Index));
        }

        code.Add(Assign(stem, StreamEmitter.StemOf(key)));
        foreach (var effect in rule.Effects)
        {
            AddEffect(code, effect);
        }
    }

    private void AddEffect(List<Expression> code, EffectProgram effect)
    {
        switch (effect.Kind)
        {
            case EffectKind.Act when effect.Aim is { IsEachProxy: true }:
                code.Add(OnWorld(
                    nameof(Simulation.World.SpawnActs), Index, Constant(effect), key, Happening, IsKnown, Constant(0)));
                break;
            case EffectKind.Act:
                AddActs(code, effect);
                break;
            case EffectKind.Set:
            case EffectKind.Add:
                foreach (var change in effect.Values)
                {
                    var value = streams.Value(change.Value.Node, stem, Constant(change.Name), Constant(change.Ordinal));
                    code.Add(ChangeLevel(effect.Kind == EffectKind.Add, change.Index, value));
                }

                break;
            case EffectKind.Switch:
                for (var part = 0; part < effect.Switches.Length; part++)
                {
                    var (condition, state) = (effect.Switches[part].Condition, effect.Switches[part].State);
                    var name = Constant(program.StateNames[condition][state]);
                    var switchKey = StreamEmitter.KeyOf(stem, name, Constant(effect.SwitchOrdinals[part]));
                    code.Add(OnWorld(
                        nameof(Simulation.World.SwitchCondition), Constant(condition), Constant(state), switchKey));
                }

                break;
            case EffectKind.Cancel:
                code.Add(OnWorld(nameof(Simulation.World.Cancel), Index, Constant(effect.Position)));
                break;
            default:
                // A note is for a trace, and who writes one follows the rule as data.
                break;
        }
    }

    private void AddActs(List<Expression> code, EffectProgram effect)
    {
        var ordinal = Constant(effect.Occurrence << 32);
        if (!effect.HasTimes)
        {
            code.Add(Act(effect, ordinal));
            return;
        }

        var (times, count) = (Variable(typeof(double), "times"), Variable(typeof(ulong), "count"));
        var done = Label("done");
        var drawn = streams.Value(effect.Times.Node, stem, Constant(effect.TimesName), Constant(effect.Occurrence));
        code.Add(Block(
            [times, count],
            Assign(times, Expression.Call(Method(nameof(Simulation.World.CheckedTimes)), drawn)),
            Assign(count, Constant(0UL)),
            Loop(
                Block(
                    IfThen(GreaterThanOrEqual(Convert(count, typeof(double)), times), Break(done)),
                    Act(effect, Add(ordinal, count)),
                    PreAssign(count)),
                done)));

        static Expression PreAssign(ParameterExpression counter) => Assign(counter, Add(counter, Constant(1UL)));
    }

    private MethodCallExpression Act(EffectProgram effect, Expression ordinal)
    {
        var name = Constant(program.Actions[effect.Action].Name);
        var number = Constant(effect.Number);
        var actKey = StreamEmitter.KeyOf(stem, name, ordinal);
        var target = effect.IsPlain ? Target(effect.Aim) : Constant(-1);
        if (effect.HasSpacing)
        {
            var delay = streams.Value(effect.Spaced.Node, stem, Constant(effect.SpacedName), ordinal);
            return OnWorld(
                nameof(Simulation.World.SpawnLater), Index, number, actKey, target, Happening, IsKnown, delay, Constant(0));
        }

        if (effect.IsPlain && effect.Aim is null or { Relation: null })
        {
            return OnWorld(
                nameof(Simulation.World.SpawnKnown), Index, number, actKey, target, Constant(0));
        }

        return effect.IsPlain
            ? OnWorld(nameof(Simulation.World.SpawnPlain), Index, number, actKey, target, Happening, IsKnown, Constant(0))
            : OnWorld(nameof(Simulation.World.SpawnAct), Index, number, actKey, Constant(-1), Happening, IsKnown, Constant(0));
    }

    private Expression Target(AimProgram? aim) => aim switch
    {
        null => Constant(-1),
        { Place: >= 0 } => Reads.RelatedActor(aim.Place),
        { Relation: null } => Constant(aim.Actor),
        { Relation: Relation.EventActor } => Field(World, nameof(Simulation.World.EventDoer)),
        { Relation: Relation.EventTarget } => Field(World, nameof(Simulation.World.EventTarget)),
        { Relation: { } relation } => OnWorld(nameof(Simulation.World.Relative), Constant(relation)),
    };

    // Who is asked again is known if the level is.
    private Expression ChangeLevel(bool isAdded, int level, Expression value)
    {
        var slot = SlotOf(level);
        if (slot is not ConstantExpression { Value: int known })
        {
            return OnWorld(isAdded ? nameof(Simulation.World.AddTo) : nameof(Simulation.World.SetTo), slot, value);
        }

        var name = isAdded ? nameof(Simulation.World.HasAddedTo) : nameof(Simulation.World.HasSetTo);
        var marks = (program.Dependents.OfLevel[known] ?? []).Select(dependent => dependent >= 0
            ? OnWorld(nameof(Simulation.World.MarkClock), Constant(dependent))
            : OnWorld(nameof(Simulation.World.MarkWatch), Constant(~dependent)));
        return IfThen(OnWorld(name, slot, value), Block(typeof(void), marks));
    }

    private Expression SlotOf(int level)
    {
        var levels = program.Scenario.LevelNames.Length;
        return actor >= 0
            ? Constant((actor * levels) + level)
            : Add(Multiply(Field(World, nameof(Simulation.World.Me)), Constant(levels)), Constant(level));
    }

    private Expression NameOfRule() => Index is ConstantExpression { Value: int known }
        ? Constant(program.Rules[known].Name)
        : ArrayIndex(Field(World, typeof(World).GetField(nameof(Simulation.World.RuleNames), Inner)!), Index);

    private ConditionalExpression DropUnless(Expression truth, DropReason reason)
    {
        var drop = isCounted
            ? OnWorld(nameof(Simulation.World.Drop), Index, Constant(reason), Constant(0))
            : OnWorld(nameof(Simulation.World.CountDrop), Index, Constant((int)reason));
        return IfThen(Not(truth), Block(drop, Return(end)));
    }

    private MethodCallExpression OnWorld(string name, params Expression[] arguments) =>
        Expression.Call(World, Method(name), arguments);

    private static MethodInfo Method(string name) =>
        typeof(World).GetMethods(Inner).Single(method => method.Name == name);
}
