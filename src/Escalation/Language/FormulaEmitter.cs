using System.Linq.Expressions;
using System.Reflection;
using static System.Linq.Expressions.Expression;

namespace Escalation.Language;

/// <summary>Writes the code of an expression.</summary>
/// <remarks>
/// A fault is an infinite (or NaN) result of arithmetic. It need not be looked for after every operation: sums, differences and
/// products hand it on. So a check is written only where a fault would get lost: where it is compared, divided by, chosen by
/// min, max, clip, step, mixed with what may be nothing by an if, put into exp or a power, drawn from, or given away at the root.
/// </remarks>
internal sealed class FormulaEmitter(IVariableEmitter emitter)
{
    private static readonly MethodInfo IsFinite = new Func<double, bool>(double.IsFinite).Method;
    private static readonly MethodInfo Power = new Func<double, double, double>(Arithmetic.Power).Method;
    private static readonly MethodInfo ClipMethod = new Func<double, double, double, double>(ClipFunction.Of).Method;

    public Expression Stream => emitter.Stream;

    /// <summary>A value in which no fault hides; it may be nothing.</summary>
    public Expression Checked(Node node) => Doubts.Of(node) == Doubt.Fault ? FiniteOr(Value(node), node) : Value(node);

    /// <summary>A truth as a bool.</summary>
    public Expression Truth(Node node)
    {
        switch (node)
        {
            case ConstantNode constant:
                return Constant(constant.Value != 0);
            case UnaryNode { Operator: UnaryOperator.Not } not:
                return Not(Truth(not.Operand));
            case BinaryNode { Operator: BinaryOperator.And } both:
                return AndAlso(Truth(both.Left), Truth(both.Right));
            case BinaryNode { Operator: BinaryOperator.Or } either:
                return OrElse(Truth(either.Left), Truth(either.Right));
            case BinaryNode binary when Arithmetic.IsComparison(binary.Operator):
                return Comparison(binary.Operator, Checked(binary.Left), Checked(binary.Right));
            case CallNode { Function: Function.If, Quantity: Quantity.Truth } choice:
                return Condition(Truth(choice.Arguments[0]), Truth(choice.Arguments[1]), Truth(choice.Arguments[2]));
            default:
                return NotEqual(Checked(node), Constant(0.0));
        }
    }

    /// <summary>Code that throws, of type double.</summary>
    public Expression Failure(Node node)
    {
        var site = new FaultSite(node);
        return Call(Constant(site), nameof(FaultSite.Fail), null,
            NewArrayInit(typeof(double), site.Variables.Select(emitter.Read)));
    }

    /// <summary>One of several values, of which any may be taken; checked only where that is needed.</summary>
    public Expression Option(Node option, bool isMixed) => isMixed ? Checked(option) : Value(option);

    private static BinaryExpression Comparison(BinaryOperator operation, Expression left, Expression right) => operation switch
    {
        BinaryOperator.Equal => Equal(left, right),
        BinaryOperator.NotEqual => NotEqual(left, right),
        BinaryOperator.Less => LessThan(left, right),
        BinaryOperator.LessOrEqual => LessThanOrEqual(left, right),
        BinaryOperator.Greater => GreaterThan(left, right),
        _ => GreaterThanOrEqual(left, right),
    };

    private Expression Value(Node node) => node switch
    {
        ConstantNode constant => Constant(constant.Value),
        VariableNode variable => emitter.Read(variable.Variable),
        UnaryNode { Operator: UnaryOperator.Negate } sign => Negate(Value(sign.Operand)),
        BinaryNode binary when Arithmetic.IsArithmetic(binary.Operator) => Operation(binary),
        CallNode { Function: Function.If, Quantity: not Quantity.Truth } choice => Choice(choice),
        CallNode { Function: Function.Step } step => new StepEmitter(this).Emit(step),
        CallNode { Function: Function.Clip } clip => Clip(clip),
        CallNode { Function: not Function.If } call => CallOf(call),
        DrawNode draw => new DrawEmitter(this).Emit(draw),
        _ => Condition(Truth(node), Constant(1.0), Constant(0.0)),
    };

    /// <summary>A value that is finite, for what would swallow even nothing; the fault is the whole node's.</summary>
    private Expression Finite(Node operand, Node whole) =>
        Doubts.Of(operand) == Doubt.None ? Value(operand) : FiniteOr(Value(operand), whole);

    private BlockExpression FiniteOr(Expression code, Node node)
    {
        var value = Variable(typeof(double));
        return Block([value], Assign(value, code), Condition(Call(IsFinite, value), value, Failure(node)));
    }

    private Expression Operation(BinaryNode node)
    {
        // Infinity to a positive power is infinite; to the power 0 it is 1, to a negative one 0.
        var swallowsBase = node.Operator == BinaryOperator.Power && node.Right is not ConstantNode { Value: > 0 };
        var left = swallowsBase ? Finite(node.Left, node) : Value(node.Left);
        var right = node.Operator is BinaryOperator.Divide or BinaryOperator.Power ? Finite(node.Right, node) : Value(node.Right);
        return node.Operator switch
        {
            BinaryOperator.Add => Add(left, right),
            BinaryOperator.Subtract => Subtract(left, right),
            BinaryOperator.Multiply => Multiply(left, right),
            BinaryOperator.Divide => Divide(left, right),
            _ => Call(Power, left, right),
        };
    }

    private Expression CallOf(CallNode node)
    {
        var description = Functions.Of(node.Function);
        if (description.One is { } one)
        {
            var argument = node.Arguments[0];
            return Call(one.Value.Method, description.SwallowsInfinity ? Finite(argument, node) : Value(argument));
        }

        var code = Checked(node.Arguments[0]);
        for (var index = 1; index < node.Arguments.Length; index++)
        {
            code = Call(description.Pair!.Value.Method, code, Checked(node.Arguments[index]));
        }

        return code;
    }

    private ConditionalExpression Choice(CallNode node)
    {
        var isMixed = Doubts.Of(node) == Doubt.Nothing;
        return Condition(Truth(node.Arguments[0]), Option(node.Arguments[1], isMixed), Option(node.Arguments[2], isMixed));
    }

    private Expression Clip(CallNode node)
    {
        var (x, low, high) = (Checked(node.Arguments[0]), Checked(node.Arguments[1]), Checked(node.Arguments[2]));
        if (low is ConstantExpression { Value: double least } && high is ConstantExpression { Value: double most }
            && least <= most)
        {
            return Call(ClipMethod, x, low, high);
        }

        var (value, lowEnd, highEnd) = (Variable(typeof(double)), Variable(typeof(double)), Variable(typeof(double)));
        return Block(
            [value, lowEnd, highEnd],
            Assign(value, x),
            Assign(lowEnd, low),
            Assign(highEnd, high),
            Condition(LessThanOrEqual(lowEnd, highEnd), Call(ClipMethod, value, lowEnd, highEnd), Failure(node)));
    }
}
