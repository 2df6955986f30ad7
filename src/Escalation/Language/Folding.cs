using System.Collections.Immutable;
using Escalation.Engine;

namespace Escalation.Language;

/// <summary>Replaces what is known by its value.</summary>
/// <remarks>A folded expression has the same bits as the one that was written, faults and draws included: sums are not reordered,
/// what would fault is left to fault when it is evaluated, and only what cannot matter is dropped.</remarks>
public static class Folding
{
    /// <summary>Folds an expression.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="known">The value of a variable that is constant from now on, or null.</param>
    /// <returns>The folded expression; the same object where nothing was known.</returns>
    public static Node Fold(Node node, Func<Variable, double?> known)
    {
        switch (node)
        {
            case VariableNode variable:
                return known(variable.Variable) is { } value ? new ConstantNode(value, variable.Quantity) : node;
            case UnaryNode unary:
                var operand = Fold(unary.Operand, known);
                return Simplify(ReferenceEquals(operand, unary.Operand) ? unary : unary with { Operand = operand });
            case BinaryNode binary:
                var (left, right) = (Fold(binary.Left, known), Fold(binary.Right, known));
                return Simplify(ReferenceEquals(left, binary.Left) && ReferenceEquals(right, binary.Right)
                    ? binary : binary with { Left = left, Right = right });
            case CallNode call:
                return Simplify(Fold(call.Arguments, known) is { } arguments ? call with { Arguments = arguments } : call);
            case DrawNode draw:
                return Fold(draw.Parameters, known) is { } parameters ? draw with { Parameters = parameters } : draw;
            default:
                return node;
        }
    }

    /// <summary>Folds a node whose operands are folded.</summary>
    internal static Node Simplify(Node node) => node switch
    {
        UnaryNode { Operand: ConstantNode } => Compute(node),
        BinaryNode { Left: ConstantNode, Right: ConstantNode } => Compute(node),
        BinaryNode binary => SimplifyBinary(binary),
        CallNode { Function: Function.If } call when call.Arguments[0] is ConstantNode test =>
            call.Arguments[test.Value != 0 ? 1 : 2],
        CallNode { Function: Function.Step } call when Taken(call) is { } taken => taken,
        CallNode call when HasConstantArguments(call) => Compute(node),
        _ => node,
    };

    /// <summary>True if a node is computed from constants alone, so that it must have been replaced unless it faults.</summary>
    internal static bool IsComputable(Node node) => node switch
    {
        UnaryNode unary => unary.Operand is ConstantNode,
        BinaryNode binary => binary.Left is ConstantNode && binary.Right is ConstantNode,
        CallNode call => HasConstantArguments(call),
        _ => false,
    };

    /// <summary>True if a value comes out of arithmetic or a draw, so that it is finite or a fault, but never nothing.</summary>
    internal static bool IsComputed(Node node) => node switch
    {
        BinaryNode binary => Arithmetic.IsArithmetic(binary.Operator),
        UnaryNode unary => unary.Operator == UnaryOperator.Negate,
        CallNode { Function: Function.If } call => IsComputed(call.Arguments[1]) && IsComputed(call.Arguments[2]),
        CallNode call => Functions.Of(call.Function).IsArithmetic,
        DrawNode => true,
        ConstantNode constant => double.IsFinite(constant.Value),
        _ => false,
    };

    private static Node SimplifyBinary(BinaryNode node) => (node.Operator, node.Left, node.Right) switch
    {
        (BinaryOperator.And, ConstantNode left, _) => left.Value != 0 ? node.Right : left,
        (BinaryOperator.Or, ConstantNode left, _) => left.Value == 0 ? node.Right : left,
        (BinaryOperator.And, _, ConstantNode right) when right.Value != 0 => node.Left,
        (BinaryOperator.Or, _, ConstantNode right) when right.Value == 0 => node.Left,

        // Not so 0 + x, which turns −0 into 0, and not for what may be nothing, with which arithmetic is a fault.
        (BinaryOperator.Multiply, ConstantNode { Value: 1 }, _) when IsComputed(node.Right) =>
            node.Right with { Quantity = node.Quantity },
        (BinaryOperator.Multiply or BinaryOperator.Divide, _, ConstantNode { Value: 1 }) when IsComputed(node.Left) =>
            node.Left with { Quantity = node.Quantity },
        _ => node,
    };

    private static ImmutableArray<Node>? Fold(ImmutableArray<Node> nodes, Func<Variable, double?> known)
    {
        ImmutableArray<Node>.Builder? folded = null;
        for (var index = 0; index < nodes.Length; index++)
        {
            var node = Fold(nodes[index], known);
            if (folded is null && !ReferenceEquals(node, nodes[index]))
            {
                folded = ImmutableArray.CreateBuilder<Node>(nodes.Length);
                folded.AddRange(nodes, index);
            }

            folded?.Add(node);
        }

        return folded?.MoveToImmutable();
    }

    private static bool HasConstantArguments(CallNode call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is not ConstantNode)
            {
                return false;
            }
        }

        return true;
    }

    // The value that a table takes, if x and all steps are known and in order; others need not be known, nor have a value.
    private static Node? Taken(CallNode step)
    {
        if (step.Arguments[0] is not ConstantNode x)
        {
            return null;
        }

        var taken = 1;
        for (var index = 2; index < step.Arguments.Length; index += 2)
        {
            if (step.Arguments[index] is not ConstantNode present
                || (index > 2 && !(present.Value > ((ConstantNode)step.Arguments[index - 2]).Value)))
            {
                return null;
            }

            taken = x.Value >= present.Value ? index + 1 : taken;
        }

        return step.Arguments[taken];
    }

    private static Node Compute(Node node)
    {
        var nothing = default(NoReadings);
        var stream = default(KeyedStream);
        var value = Evaluation.Of(node, ref nothing, ref stream);
        return double.IsNaN(value) ? node : new ConstantNode(value, node.Quantity);
    }

    private readonly struct NoReadings : IEvaluationSource
    {
        public bool IsQuiet => true;

        public double Read(Variable variable) => double.NaN;
    }
}
