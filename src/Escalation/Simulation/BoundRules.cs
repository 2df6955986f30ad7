using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>What the ends of a bound are made of and how: numbers that are computed, or code that will compute them.</summary>
/// <typeparam name="T">An end.</typeparam>
internal interface IBoundAlgebra<T>
{
    /// <summary>The value of a tree that does not move.</summary>
    T Value(Node node);

    /// <summary>The present value of a variable.</summary>
    T Now(Variable variable);

    /// <summary>The last day of the stretch.</summary>
    T LastDay { get; }

    /// <summary>The value of a level on the last day.</summary>
    T LevelOnLastDay(Variable variable);

    T Add(T one, T other);

    T Subtract(T one, T other);

    T Multiply(T one, T other);

    T Negate(T one);

    T Least(T one, T other);

    T Greatest(T one, T other);

    T Apply(Func<double, double> function, T argument);

    /// <summary>One over an end of an interval, or an infinite number if 0 lies in the interval.</summary>
    T Reciprocal(Ends<T> interval, T end, double unbounded);

    /// <summary>The ends of one of two trees, of which only the one that is taken is evaluated.</summary>
    /// <returns>Null if one of them has no bound.</returns>
    Ends<T>? Choose(Node truth, Func<Ends<T>?> taken, Func<Ends<T>?> other);
}

/// <summary>A lower and an upper end.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="IsPoint">True if they are one.</param>
internal readonly record struct Ends<T>(T Low, T High, bool IsPoint = false);

/// <summary>The interval arithmetic of a rate: what cannot move is one number, the rest a pair of lower and upper end.</summary>
/// <remarks>Ends are rounded to nearest, not outward: a thinning bound that is low by some units in the last place changes an
/// acceptance probability by as little. What it does not know (poles, powers of negative numbers, steps of a moving number)
/// is left to <see cref="Intervals"/>.</remarks>
/// <param name="algebra">What the ends are made of.</param>
/// <param name="moving">What can move.</param>
internal sealed class BoundRules<T>(IBoundAlgebra<T> algebra, Variable[] moving)
{
    /// <summary>The ends of a tree, null if it has a part that is left to <see cref="Intervals"/>.</summary>
    public Ends<T>? Of(Node node)
    {
        if (!Moves(node))
        {
            return Point(algebra.Value(node));
        }

        return node switch
        {
            VariableNode read => OfRead(read.Variable),
            UnaryNode { Operator: UnaryOperator.Negate } negation => Of(negation.Operand) is { } ends
                ? new Ends<T>(algebra.Negate(ends.High), algebra.Negate(ends.Low))
                : null,
            BinaryNode binary => OfBinary(binary),
            CallNode call => OfCall(call),
            _ => null,
        };
    }

    private static Ends<T> Point(T value) => new(value, value, IsPoint: true);

    private bool Moves(Node node) => node switch
    {
        VariableNode read => Array.IndexOf(moving, read.Variable) >= 0,
        UnaryNode unary => Moves(unary.Operand),
        BinaryNode binary => Moves(binary.Left) || Moves(binary.Right),
        CallNode call => AnyMoves(call),
        _ => false,
    };

    private bool AnyMoves(CallNode call)
    {
        foreach (var argument in call.Arguments)
        {
            if (Moves(argument))
            {
                return true;
            }
        }

        return false;
    }

    private Ends<T>? OfRead(Variable variable)
    {
        switch (variable.Kind)
        {
            case VariableKind.Day:
                return new Ends<T>(algebra.Now(variable), algebra.LastDay);
            case VariableKind.OwnLevel:
            case VariableKind.ActorLevel:
            case VariableKind.SponsorLevel:
                // A level moves to its rest and never turns back, so its ends are its values now and on the last day.
                return Sorted(algebra.Now(variable), algebra.LevelOnLastDay(variable));
            default:
                return null;
        }
    }

    private Ends<T>? OfBinary(BinaryNode node)
    {
        var isKnown = node.Operator
            is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide;
        if (!isKnown || Of(node.Left) is not { } left || Of(node.Right) is not { } right)
        {
            return null;
        }

        return node.Operator switch
        {
            BinaryOperator.Add => new Ends<T>(algebra.Add(left.Low, right.Low), algebra.Add(left.High, right.High)),
            BinaryOperator.Subtract =>
                new Ends<T>(algebra.Subtract(left.Low, right.High), algebra.Subtract(left.High, right.Low)),
            BinaryOperator.Divide => Product(left, Reciprocal(right)),
            _ => Product(left, right),
        };
    }

    // A divisor that may be 0 gives no bound; on a shorter stretch it may be clear of it.
    private Ends<T> Reciprocal(Ends<T> ends)
    {
        var low = algebra.Reciprocal(ends, ends.High, double.NegativeInfinity);
        return ends.IsPoint ? Point(low) : new Ends<T>(low, algebra.Reciprocal(ends, ends.Low, double.PositiveInfinity));
    }

    private Ends<T> Product(Ends<T> left, Ends<T> right)
    {
        if (left.IsPoint || right.IsPoint)
        {
            var (point, ends) = left.IsPoint ? (left.Low, right) : (right.Low, left);
            return Sorted(algebra.Multiply(point, ends.Low), algebra.Multiply(point, ends.High));
        }

        var one = Sorted(algebra.Multiply(left.Low, right.Low), algebra.Multiply(left.High, right.High));
        var other = Sorted(algebra.Multiply(left.Low, right.High), algebra.Multiply(left.High, right.Low));
        return new Ends<T>(algebra.Least(one.Low, other.Low), algebra.Greatest(one.High, other.High));
    }

    private Ends<T>? OfCall(CallNode call)
    {
        if (call.Function == Function.If)
        {
            // A truth that may change within the stretch is left to the intervals.
            return Moves(call.Arguments[0])
                ? null
                : algebra.Choose(call.Arguments[0], () => Of(call.Arguments[1]), () => Of(call.Arguments[2]));
        }

        if (call.Function is Function.Step or Function.Abs || Of(call.Arguments[0]) is not { } first)
        {
            return null;
        }

        switch (call.Function)
        {
            case Function.Exp:
                return Monotone(first, Engine.Exponential.Of);
            case Function.Sqrt:
                return Monotone(first, Math.Sqrt);
            case Function.Log:
                return Monotone(first, Math.Log);
            case Function.Min:
                return Each(call, first, 1, algebra.Least);
            case Function.Max:
                return Each(call, first, 1, algebra.Greatest);
            case Function.Clip:
                return Of(call.Arguments[1]) is { } low && Of(call.Arguments[2]) is { } high
                    ? Pairwise(Pairwise(first, low, algebra.Greatest), high, algebra.Least)
                    : null;
            default:
                return null;
        }
    }

    private Ends<T>? Each(CallNode call, Ends<T> ends, int index, Func<T, T, T> choice)
    {
        if (index == call.Arguments.Length)
        {
            return ends;
        }

        return Of(call.Arguments[index]) is { } next ? Each(call, Pairwise(ends, next, choice), index + 1, choice) : null;
    }

    private Ends<T> Monotone(Ends<T> ends, Func<double, double> function) =>
        new(algebra.Apply(function, ends.Low), algebra.Apply(function, ends.High));

    private static Ends<T> Pairwise(Ends<T> left, Ends<T> right, Func<T, T, T> choice) =>
        new(choice(left.Low, right.Low), choice(left.High, right.High));

    private Ends<T> Sorted(T one, T other) => new(algebra.Least(one, other), algebra.Greatest(one, other));
}
