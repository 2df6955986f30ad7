using System.Runtime.CompilerServices;
using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>What the ends of a bound are made of and how: numbers that are computed, or code that will compute them.</summary>
/// <typeparam name="T">An end, or a truth about ends.</typeparam>
internal interface IBoundAlgebra<T>
{
    /// <summary>What is certain.</summary>
    T True { get; }

    /// <summary>The last day of the stretch.</summary>
    T LastDay { get; }

    /// <summary>A known number.</summary>
    T Constant(double number);

    /// <summary>The value of a tree that does not move.</summary>
    T Value(Node node);

    /// <summary>The present value of a variable.</summary>
    T Now(Variable variable);

    /// <summary>The highest or lowest value of a level on the stretch.</summary>
    T EndOfLevel(Variable variable, bool isHigh);

    /// <summary>Whether neither the level nor its rest is below 0.</summary>
    T IsNeverNegative(Variable level);

    T Add(T one, T other);

    T Subtract(T one, T other);

    T Multiply(T one, T other);

    T Divide(T one, T other);

    T Negate(T one);

    T Least(T one, T other);

    T Greatest(T one, T other);

    T Apply(Func<double, double> function, T argument);

    T IsAtLeastZero(T end);

    T IsAboveZero(T end);

    T And(T one, T other);

    T Or(T one, T other);

    T Not(T truth);

    /// <summary>Whether a tree that does not move is true.</summary>
    T Truth(Node node);

    /// <summary>One of two results; only the one that is taken is evaluated.</summary>
    T If(T truth, Func<T> taken, Func<T> other);
}

/// <summary>The interval arithmetic of a rate: each end is made only if something asks for it, so that a level that falls to its
/// rest costs no exponential where its highest value is wanted.</summary>
/// <remarks>Ends are rounded to nearest, not outward: a thinning bound that is low by some units in the last place changes an
/// acceptance probability by as little. What it does not know (powers, steps of a moving number) is left to
/// <see cref="Intervals"/>: <see cref="IsKnown"/> tells.</remarks>
/// <param name="algebra">What the ends are made of.</param>
/// <param name="moving">What can move.</param>
internal sealed class BoundRules<T>(IBoundAlgebra<T> algebra, Variable[] moving)
{
    // What was made already and holds in this branch; the same part of a tree may be asked for several times.
    private Dictionary<(Node Node, Question Question), T> made = new(SameNode.Instance);

    /// <summary>Whether all parts of a tree are known here, whatever the state of the world.</summary>
    public bool IsKnown(Node node) => !Moves(node) || node switch
    {
        VariableNode read => read.Variable.Kind
            is VariableKind.Day or VariableKind.OwnLevel or VariableKind.ActorLevel or VariableKind.SponsorLevel
            or VariableKind.RelatedLevel,
        UnaryNode { Operator: UnaryOperator.Negate } negation => IsKnown(negation.Operand),
        BinaryNode binary => binary.Operator
            is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide
            && IsKnown(binary.Left) && IsKnown(binary.Right),

        // A truth that may change within the stretch is left to the intervals.
        CallNode { Function: Function.If } call =>
            !Moves(call.Arguments[0]) && IsKnown(call.Arguments[1]) && IsKnown(call.Arguments[2]),
        CallNode call => call.Function
            is Function.Exp or Function.Sqrt or Function.Log or Function.Min or Function.Max or Function.Clip
            && call.Arguments.All(IsKnown),
        _ => false,
    };

    /// <summary>No value on the stretch is above it; +∞ or NaN if there is no bound.</summary>
    public T High(Node node) => End(node, isHigh: true);

    /// <summary>The same, but NaN if it was to be checked that no value is below 0 and that is not certain.</summary>
    public T HighOfRate(Node node, T isChecked)
    {
        var isSound = algebra.Or(algebra.Not(isChecked), IsNeverNegative(node));
        return If(isSound, () => High(node), () => algebra.Constant(double.NaN));
    }

    private T Low(Node node) => End(node, isHigh: false);

    private T End(Node node, bool isHigh) => Moves(node)
        ? Once(node, isHigh ? Question.High : Question.Low, () => Make(node, isHigh))
        : Once(node, Question.Value, () => algebra.Value(node));

    private T Once(Node node, Question question, Func<T> make)
    {
        if (!made.TryGetValue((node, question), out var answer))
        {
            made[(node, question)] = answer = make();
        }

        return answer;
    }

    private T Make(Node node, bool isHigh) => node switch
    {
        VariableNode { Variable.Kind: VariableKind.Day } read => isHigh ? algebra.LastDay : algebra.Now(read.Variable),
        VariableNode read => algebra.EndOfLevel(read.Variable, isHigh),
        UnaryNode negation => algebra.Negate(End(negation.Operand, !isHigh)),
        BinaryNode binary => OfBinary(binary, isHigh),
        _ => OfCall((CallNode)node, isHigh),
    };

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

    private T OfBinary(BinaryNode node, bool isHigh) => node.Operator switch
    {
        BinaryOperator.Add => algebra.Add(End(node.Left, isHigh), End(node.Right, isHigh)),
        BinaryOperator.Subtract => algebra.Subtract(End(node.Left, isHigh), End(node.Right, !isHigh)),
        BinaryOperator.Divide => Quotient(node.Left, node.Right, isHigh),
        _ when !Moves(node.Left) => Scaled(node.Left, node.Right, isHigh),
        _ when !Moves(node.Right) => Scaled(node.Right, node.Left, isHigh),
        _ => Product(node.Left, node.Right, isHigh),
    };

    private T Scaled(Node factor, Node node, bool isHigh)
    {
        var scale = End(factor, isHigh);
        return If(
            algebra.IsAtLeastZero(scale),
            () => algebra.Multiply(scale, End(node, isHigh)),
            () => algebra.Multiply(scale, End(node, !isHigh)));
    }

    private T Product(Node left, Node right, bool isHigh) => If(
        algebra.And(IsNeverNegative(left), IsNeverNegative(right)),
        () => algebra.Multiply(End(left, isHigh), End(right, isHigh)),
        () =>
        {
            Func<T, T, T> choice = isHigh ? algebra.Greatest : algebra.Least;
            return choice(
                choice(algebra.Multiply(Low(left), Low(right)), algebra.Multiply(High(left), High(right))),
                choice(algebra.Multiply(Low(left), High(right)), algebra.Multiply(High(left), Low(right))));
        });

    // A divisor that may be 0 gives no bound; on a shorter stretch it may be clear of it.
    private T Quotient(Node left, Node right, bool isHigh)
    {
        return If(
            IsPositive(right),
            () => Divided(End(left, isHigh), far: () => End(right, !isHigh), near: () => End(right, isHigh)),
            () => If(
                algebra.IsAboveZero(algebra.Negate(High(right))),
                () => Divided(
                    algebra.Negate(End(left, !isHigh)),
                    far: () => algebra.Negate(End(right, isHigh)),
                    near: () => algebra.Negate(End(right, !isHigh))),
                () => algebra.Constant(isHigh ? double.PositiveInfinity : double.NegativeInfinity)));

        T Divided(T end, Func<T> far, Func<T> near) => If(
            algebra.IsAtLeastZero(end), () => algebra.Divide(end, far()), () => algebra.Divide(end, near()));
    }

    private T IsNeverNegative(Node node) => Once(node, Question.IsNeverNegative, () => FindWhetherNeverNegative(node));

    // Without an exponential where that is possible.
    private T FindWhetherNeverNegative(Node node)
    {
        return node switch
        {
            _ when !Moves(node) => algebra.IsAtLeastZero(High(node)),
            VariableNode { Variable.Kind: VariableKind.Day } => algebra.True,
            VariableNode read => algebra.IsNeverNegative(read.Variable),
            CallNode { Function: Function.Exp or Function.Sqrt } => algebra.True,
            CallNode { Function: Function.If, Arguments: var parts } =>
                If(algebra.Truth(parts[0]), () => IsNeverNegative(parts[1]), () => IsNeverNegative(parts[2])),
            BinaryNode { Operator: BinaryOperator.Add or BinaryOperator.Multiply } binary =>
                If(algebra.And(IsNeverNegative(binary.Left), IsNeverNegative(binary.Right)), () => algebra.True, ByLow),
            _ => ByLow(),
        };

        T ByLow() => algebra.IsAtLeastZero(Low(node));
    }

    private T IsPositive(Node node)
    {
        if (!Moves(node))
        {
            return algebra.IsAboveZero(High(node));
        }

        return node is BinaryNode { Operator: BinaryOperator.Add } sum && Moves(sum.Left) != Moves(sum.Right)
            ? If(IsPointPositive(sum), () => algebra.True, () => algebra.IsAboveZero(Low(node)))
            : algebra.IsAboveZero(Low(node));
    }

    private T IsPointPositive(BinaryNode sum)
    {
        var (point, other) = Moves(sum.Left) ? (sum.Right, sum.Left) : (sum.Left, sum.Right);
        return algebra.And(algebra.IsAboveZero(High(point)), IsNeverNegative(other));
    }

    private T OfCall(CallNode call, bool isHigh)
    {
        var arguments = call.Arguments;
        return call.Function switch
        {
            Function.If => If(algebra.Truth(arguments[0]), () => End(arguments[1], isHigh), () => End(arguments[2], isHigh)),
            Function.Exp => algebra.Apply(Engine.Exponential.Of, End(arguments[0], isHigh)),
            Function.Sqrt => algebra.Apply(Math.Sqrt, End(arguments[0], isHigh)),
            Function.Log => algebra.Apply(Math.Log, End(arguments[0], isHigh)),
            Function.Min => arguments.Select(argument => End(argument, isHigh)).Aggregate(algebra.Least),
            Function.Max => arguments.Select(argument => End(argument, isHigh)).Aggregate(algebra.Greatest),
            _ => algebra.Least(
                algebra.Greatest(End(arguments[0], isHigh), End(arguments[1], isHigh)), End(arguments[2], isHigh)),
        };
    }

    // What is made in a branch is known there only.
    private T If(T truth, Func<T> taken, Func<T> other) => algebra.If(truth, Apart(taken), Apart(other));

    private Func<T> Apart(Func<T> branch) => () =>
    {
        var before = made;
        made = new(before, SameNode.Instance);
        var result = branch();
        made = before;
        return result;
    };

    private enum Question
    {
        Value,
        Low,
        High,
        IsNeverNegative,
    }

    private sealed class SameNode : IEqualityComparer<(Node Node, Question Question)>
    {
        public static readonly SameNode Instance = new();

        public bool Equals((Node Node, Question Question) x, (Node Node, Question Question) y) =>
            ReferenceEquals(x.Node, y.Node) && x.Question == y.Question;

        public int GetHashCode((Node Node, Question Question) obj) => RuntimeHelpers.GetHashCode(obj.Node) + (int)obj.Question;
    }
}
