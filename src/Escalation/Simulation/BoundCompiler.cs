using System.Linq.Expressions;
using Escalation.Engine;
using Escalation.Language;
using LinqExpression = System.Linq.Expressions.Expression;

namespace Escalation.Simulation;

/// <summary>The greatest value that a rate can take from now on, as long as nothing happens.</summary>
/// <param name="world">The world.</param>
/// <param name="toDay">Up to this day.</param>
/// <returns>An upper bound; NaN or +∞ if none was found.</returns>
internal delegate double RateBound(World world, double toDay);

/// <summary>Compiles the interval arithmetic of a rate: what cannot move is computed once as a number, the rest as a pair of
/// lower and upper end.</summary>
/// <remarks>Ends are rounded to nearest, not outward: a thinning bound that is low by some units in the last place changes an
/// acceptance probability by as little. What it does not know (poles, powers of negative numbers, steps of a moving number)
/// is left to <see cref="Intervals"/>.</remarks>
internal sealed class BoundCompiler
{
    // Covers the rounding of the few operations of a rate.
    private const double Slack = 1 + 1e-12;

    private readonly WorldEmitter emitter;
    private readonly HashSet<Variable> moving;
    private readonly ParameterExpression toDay = LinqExpression.Parameter(typeof(double), "toDay");
    private readonly List<ParameterExpression> locals = [];

    private BoundCompiler(WorldEmitter emitter, IEnumerable<Variable> moving)
    {
        this.emitter = emitter;
        this.moving = [.. moving];
    }

    /// <summary>Compiles the bound of a rate.</summary>
    /// <param name="node">The folded rate.</param>
    /// <param name="emitter">How it reads a world.</param>
    /// <param name="moving">What it reads that can move.</param>
    /// <returns>The bound, or null if the rate has a part that is left to <see cref="Intervals"/>.</returns>
    public static RateBound? Compile(Node node, WorldEmitter emitter, IEnumerable<Variable> moving)
    {
        var compiler = new BoundCompiler(emitter, moving);
        var code = new List<LinqExpression>();
        if (compiler.Emit(node, code) is not { } ends)
        {
            return null;
        }

        code.Add(LinqExpression.Multiply(ends.High, LinqExpression.Constant(Slack)));
        var body = LinqExpression.Block(compiler.locals, code);
        return LinqExpression.Lambda<RateBound>(body, emitter.Context, compiler.toDay).Compile();
    }

    private bool Moves(Node node) => Walk.Variables(node).Any(moving.Contains);

    private Ends? Emit(Node node, List<LinqExpression> code)
    {
        if (!Moves(node))
        {
            var value = Local(code, FormulaCompiler.Emit(node, emitter));
            return new Ends(value, value);
        }

        return node switch
        {
            VariableNode read => EmitRead(read.Variable, code),
            UnaryNode { Operator: UnaryOperator.Negate } negation => Emit(negation.Operand, code) is { } ends
                ? new Ends(Local(code, LinqExpression.Negate(ends.High)), Local(code, LinqExpression.Negate(ends.Low)))
                : null,
            BinaryNode binary => EmitBinary(binary, code),
            CallNode call => EmitCall(call, code),
            _ => null,
        };
    }

    private Ends? EmitRead(Variable variable, List<LinqExpression> code)
    {
        switch (variable.Kind)
        {
            case VariableKind.Day:
                return new Ends(Local(code, emitter.Read(variable)), toDay);
            case VariableKind.OwnLevel:
            case VariableKind.ActorLevel:
            case VariableKind.SponsorLevel:
                // A level moves to its rest and never turns back, so its ends are its values now and at the last day.
                var first = Local(code, emitter.Read(variable));
                var last = Local(code, emitter.LevelAt(variable, toDay));
                return Sorted(code, first, last);
            default:
                return null;
        }
    }

    private Ends? EmitBinary(BinaryNode node, List<LinqExpression> code)
    {
        var isKnown = node.Operator
            is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide;
        if (!isKnown || Emit(node.Left, code) is not { } left || Emit(node.Right, code) is not { } right)
        {
            return null;
        }

        return node.Operator switch
        {
            BinaryOperator.Add => new Ends(
                Local(code, LinqExpression.Add(left.Low, right.Low)), Local(code, LinqExpression.Add(left.High, right.High))),
            BinaryOperator.Subtract => new Ends(
                Local(code, LinqExpression.Subtract(left.Low, right.High)),
                Local(code, LinqExpression.Subtract(left.High, right.Low))),
            BinaryOperator.Divide => EmitProduct(left, EmitReciprocal(right, code), code),
            _ => EmitProduct(left, right, code),
        };
    }

    // A divisor that may be 0 gives no bound; on a shorter stretch it may be clear of it.
    private Ends EmitReciprocal(Ends ends, List<LinqExpression> code)
    {
        var zero = LinqExpression.Constant(0.0);
        var isClear = LinqExpression.OrElse(LinqExpression.GreaterThan(ends.Low, zero), LinqExpression.LessThan(ends.High, zero));
        var low = Reciprocal(ends.High, double.NegativeInfinity);
        return ends.IsPoint ? new Ends(low, low) : new Ends(low, Reciprocal(ends.Low, double.PositiveInfinity));

        ParameterExpression Reciprocal(LinqExpression end, double unbounded) => Local(code, LinqExpression.Condition(
            isClear, LinqExpression.Divide(LinqExpression.Constant(1.0), end), LinqExpression.Constant(unbounded)));
    }

    private Ends EmitProduct(Ends left, Ends right, List<LinqExpression> code)
    {
        if (left.IsPoint || right.IsPoint)
        {
            var (point, ends) = left.IsPoint ? (left.Low, right) : (right.Low, left);
            return Sorted(
                code,
                Local(code, LinqExpression.Multiply(point, ends.Low)),
                Local(code, LinqExpression.Multiply(point, ends.High)));
        }

        var one = Sorted(
            code,
            Local(code, LinqExpression.Multiply(left.Low, right.Low)),
            Local(code, LinqExpression.Multiply(left.High, right.High)));
        var other = Sorted(
            code,
            Local(code, LinqExpression.Multiply(left.Low, right.High)),
            Local(code, LinqExpression.Multiply(left.High, right.Low)));
        return new Ends(Local(code, Least(one.Low, other.Low)), Local(code, Greatest(one.High, other.High)));
    }

    private Ends? EmitCall(CallNode call, List<LinqExpression> code)
    {
        if (call.Function == Function.If)
        {
            return EmitIf(call, code);
        }

        if (call.Function is Function.Step or Function.Abs)
        {
            return null;
        }

        Ends?[] ends = [.. call.Arguments.Select(argument => Emit(argument, code))];
        if (ends.Any(pair => pair is null))
        {
            return null;
        }

        var first = ends[0]!.Value;
        switch (call.Function)
        {
            case Function.Exp:
                return Monotone(code, first, Exponential.Of);
            case Function.Sqrt:
                return Monotone(code, first, Math.Sqrt);
            case Function.Log:
                return Monotone(code, first, Math.Log);
            case Function.Min:
                return ends.Aggregate((left, right) => Pairwise(code, left!.Value, right!.Value, Least));
            case Function.Max:
                return ends.Aggregate((left, right) => Pairwise(code, left!.Value, right!.Value, Greatest));
            case Function.Clip:
                return Pairwise(code, Pairwise(code, first, ends[1]!.Value, Greatest), ends[2]!.Value, Least);
            default:
                return null;
        }
    }

    // Only the branch that is taken is evaluated; a truth that may change within the stretch is left to the intervals.
    private Ends? EmitIf(CallNode call, List<LinqExpression> code)
    {
        if (Moves(call.Arguments[0]))
        {
            return null;
        }

        var (taken, other) = (new List<LinqExpression>(), new List<LinqExpression>());
        if (Emit(call.Arguments[1], taken) is not { } left || Emit(call.Arguments[2], other) is not { } right)
        {
            return null;
        }

        var (low, high) = (NewLocal(), NewLocal());
        Assign(taken, left);
        Assign(other, right);
        code.Add(LinqExpression.IfThenElse(
            FormulaCompiler.EmitTruth(call.Arguments[0], emitter), LinqExpression.Block(taken), LinqExpression.Block(other)));
        return new Ends(low, high);

        void Assign(List<LinqExpression> branch, Ends ends)
        {
            branch.Add(LinqExpression.Assign(low, ends.Low));
            branch.Add(LinqExpression.Assign(high, ends.High));
        }
    }

    private Ends Monotone(List<LinqExpression> code, Ends ends, Func<double, double> function) => new(
        Local(code, LinqExpression.Call(function.Method, ends.Low)),
        Local(code, LinqExpression.Call(function.Method, ends.High)));

    private Ends Pairwise(
        List<LinqExpression> code, Ends left, Ends right, Func<LinqExpression, LinqExpression, LinqExpression> choice) =>
        new(Local(code, choice(left.Low, right.Low)), Local(code, choice(left.High, right.High)));

    private Ends Sorted(List<LinqExpression> code, ParameterExpression one, ParameterExpression other) =>
        new(Local(code, Least(one, other)), Local(code, Greatest(one, other)));

    private static LinqExpression Least(LinqExpression one, LinqExpression other) =>
        LinqExpression.Call(typeof(Math).GetMethod(nameof(Math.Min), [typeof(double), typeof(double)])!, one, other);

    private static LinqExpression Greatest(LinqExpression one, LinqExpression other) =>
        LinqExpression.Call(typeof(Math).GetMethod(nameof(Math.Max), [typeof(double), typeof(double)])!, one, other);

    private ParameterExpression Local(List<LinqExpression> code, LinqExpression value)
    {
        var local = NewLocal();
        code.Add(LinqExpression.Assign(local, value));
        return local;
    }

    private ParameterExpression NewLocal()
    {
        locals.Add(LinqExpression.Variable(typeof(double)));
        return locals[^1];
    }

    private readonly record struct Ends(ParameterExpression Low, ParameterExpression High)
    {
        public bool IsPoint => ReferenceEquals(Low, High);
    }
}
