using System.Linq.Expressions;
using System.Reflection;
using Escalation.Model;
using static System.Linq.Expressions.Expression;

namespace Escalation.Simulation;

/// <summary>Writes the code of an act: its draws, one after the other, each from a stream of its own, and what measures make of
/// it.</summary>
internal sealed class ActEmitter
{
    private const BindingFlags Inner = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private readonly ScenarioProgram program;
    private readonly StreamEmitter streams = new();

    private ActEmitter(ScenarioProgram program) => this.program = program;

    private ParameterExpression World => streams.Reads.Context;

    /// <summary>Compiles an act.</summary>
    /// <param name="program">The program that it belongs to.</param>
    /// <param name="act">The act.</param>
    public static ActCode Compile(ScenarioProgram program, ActProgram act)
    {
        var emitter = new ActEmitter(program);
        var stem = Parameter(typeof(ulong), "stem");
        var streams = emitter.streams;
        List<Expression> code = [.. act.Action.Draws.Select(draw => Assign(
            emitter.Field(draw.Index), streams.Value(draw.Value.Node, stem, Constant(draw.Name))))];
        code.Add(emitter.OnWorld(nameof(Simulation.World.CountActOf), Constant(act.Action.Index)));
        if (act.Action.Rung >= 0)
        {
            code.Add(emitter.OnWorld(nameof(Simulation.World.CountRung), Constant(act.Action.Rung)));
        }

        code.AddRange(act.Measures.Select(emitter.Measured));
        return Lambda<ActCode>(Block(typeof(void), [streams.Stream], code), emitter.World, stem).Compile();
    }

    private IndexExpression Field(int index) =>
        ArrayAccess(streams.Reads.Fields, Add(streams.Reads.EventFields, Constant(index)));

    private Expression Measured(int index)
    {
        var measure = program.Measures[index];
        Expression body = IsSimple(index) ? Simply(index) : OnWorld(nameof(Simulation.World.MeasureEvent), Constant(index));
        return measure.NeededFields.Length == 0
            ? body
            : IfThen(measure.NeededFields.Select(IsThere).Aggregate(AndAlso), body);

        // Only a number equals itself.
        Expression IsThere(int field) => Equal(Field(field), Field(field));
    }

    // All history long, without a window, and followed by no measure over time.
    private bool IsSimple(int index)
    {
        var measure = program.Measures[index];
        return measure is { HasWindow: false, Kind: MeasureKind.Count or MeasureKind.Sum or MeasureKind.Maximum }
            && measure.From.Is(double.NegativeInfinity)
            && measure.Until.Is(double.PositiveInfinity)
            && measure.At.Is(double.PositiveInfinity)
            && program.Dependents.OverTimeOfMeasure[index] is null;
    }

    private BlockExpression Simply(int index)
    {
        var measure = program.Measures[index];
        var code = new List<Expression> { OnWorld(nameof(Simulation.World.BeginMeasure), Constant(index)) };
        var isChanged = measure.Kind switch
        {
            MeasureKind.Count => OnWorld(nameof(Simulation.World.AddOne), Constant(index)),
            MeasureKind.Sum => OnWorld(nameof(Simulation.World.AddToSum), Constant(index), Value()),
            _ => OnWorld(nameof(Simulation.World.RaiseMaximum), Constant(index), Value()),
        };
        var change = program.Dependents.OfMeasure[index] is null
            ? isChanged
            : (Expression)IfThen(isChanged, OnWorld(nameof(Simulation.World.TouchMeasure), Constant(index)));
        code.Add(measure.HasIf ? IfThen(Language.FormulaCompiler.EmitTruth(measure.If.Node, streams.Reads), change) : change);
        return Block(typeof(void), code);

        Expression Value() => Language.FormulaCompiler.Emit(measure.Value.Node, streams.Reads);
    }

    private MethodCallExpression OnWorld(string name, params Expression[] arguments) =>
        Call(World, typeof(World).GetMethods(Inner).Single(method => method.Name == name), arguments);
}
