using System.Linq.Expressions;
using System.Reflection;
using Escalation.Language;
using LinqExpression = System.Linq.Expressions.Expression;

namespace Escalation.Simulation;

/// <summary>Tells the compiler of expressions how each variable is read from a world.</summary>
/// <param name="stream">Where draws come from: a local variable of the code; null: the register of the world.</param>
internal sealed class WorldEmitter(ParameterExpression? stream = null) : IVariableEmitter
{
    private const BindingFlags Inner = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    /// <inheritdoc/>
    public ParameterExpression Context { get; } = LinqExpression.Parameter(typeof(World), "world");

    /// <inheritdoc/>
    public LinqExpression Stream => stream ?? (LinqExpression)Field(nameof(World.Stream));

    /// <summary>The fields of all events.</summary>
    public MemberExpression Fields => Field(nameof(World.Fields));

    /// <summary>Where those of the event under consideration begin.</summary>
    public MemberExpression EventFields => Field(nameof(World.EventFields));

    /// <inheritdoc/>
    public LinqExpression Read(Variable variable)
    {
        var index = LinqExpression.Constant(variable.Index);
        return variable.Kind switch
        {
            VariableKind.Parameter => Element(nameof(World.Parameters), index),
            VariableKind.Day => Field(nameof(World.Now)),
            VariableKind.OwnLevel or VariableKind.ActorLevel or VariableKind.SponsorLevel or VariableKind.RelatedLevel
                or VariableKind.EventActorLevel or VariableKind.EventTargetLevel or VariableKind.ObserverLevel =>
                Call(nameof(World.LevelOf), ActorOf(variable), index),
            VariableKind.OwnNumber => Call(nameof(World.OwnNumber), index),
            VariableKind.EventField => LinqExpression.ArrayIndex(Fields, LinqExpression.Add(EventFields, index)),
            VariableKind.EventRung => Call(nameof(World.EventRung)),
            VariableKind.EventAttributed => Field(nameof(World.EventAttributed)),
            VariableKind.Condition => LinqExpression.Convert(Element(nameof(World.Conditions), index), typeof(double)),
            VariableKind.Measure => Call(nameof(World.MeasureValue), index),
            VariableKind.Outcome => Element(nameof(World.OutcomeTruths), index),
            _ => throw new ArgumentOutOfRangeException(nameof(variable), variable, "Every kind of variable has a reader."),
        };
    }

    /// <summary>What a method of the world tells of a level: one that takes actor, name of the level, and what is given
    /// besides.</summary>
    public LinqExpression OfLevel(string method, Variable variable, params LinqExpression[] arguments) =>
        Call(method, [ActorOf(variable), LinqExpression.Constant(variable.Index), .. arguments]);

    /// <summary>The actor in a place of the present one.</summary>
    public LinqExpression RelatedActor(int place) => Call(nameof(World.RelatedActor), LinqExpression.Constant(place));

    private LinqExpression ActorOf(Variable variable) => variable.Kind switch
    {
        VariableKind.OwnLevel => Field(nameof(World.Me)),
        VariableKind.ActorLevel => LinqExpression.Constant(variable.Owner),
        VariableKind.SponsorLevel => LinqExpression.ArrayIndex(Field(nameof(World.SponsorOf)), Field(nameof(World.Me))),
        VariableKind.RelatedLevel => RelatedActor(variable.Owner),
        VariableKind.EventActorLevel => Field(nameof(World.EventDoer)),
        VariableKind.EventTargetLevel => Field(nameof(World.EventTarget)),
        VariableKind.ObserverLevel => Field(nameof(World.Observer)),
        _ => throw new ArgumentOutOfRangeException(nameof(variable), variable, "A level belongs to an actor."),
    };

    private MemberExpression Field(string name) => LinqExpression.Field(Context, typeof(World).GetField(name, Inner)!);

    private BinaryExpression Element(string name, LinqExpression index) => LinqExpression.ArrayIndex(Field(name), index);

    private MethodCallExpression Call(string name, params LinqExpression[] arguments) =>
        LinqExpression.Call(Context, typeof(World).GetMethod(name, Inner)!, arguments);
}
