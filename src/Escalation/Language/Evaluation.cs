using Escalation.Engine;

namespace Escalation.Language;

/// <summary>What an evaluation reads, and what it does about faults.</summary>
internal interface IEvaluationSource
{
    /// <summary>If true a fault gives NaN, which everything hands on; else it is thrown.</summary>
    bool IsQuiet { get; }

    double Read(Variable variable);
}

/// <summary>The evaluation of a tree, over any source without boxing it.</summary>
internal static class Evaluation
{
    /// <summary>The most operands that are held on the stack; more are held on the heap.</summary>
    private const int StackLimit = 16;

    public static double Of<TSource>(Node node, ref TSource source, ref KeyedStream stream)
        where TSource : struct, IEvaluationSource => node switch
        {
            ConstantNode constant => constant.Value,
            VariableNode variable => source.Read(variable.Variable),
            BinaryNode binary => OfBinary(binary, ref source, ref stream),
            UnaryNode unary => OfUnary(unary, ref source, ref stream),
            CallNode call => OfCall(call, ref source, ref stream),
            DrawNode draw => OfDraw(draw, ref source, ref stream),
            _ => throw new ArgumentOutOfRangeException(nameof(node), node, "No such node."),
        };

    private static double OfBinary<TSource>(BinaryNode node, ref TSource source, ref KeyedStream stream)
        where TSource : struct, IEvaluationSource
    {
        var left = Of(node.Left, ref source, ref stream);
        if (node.Operator is BinaryOperator.And or BinaryOperator.Or)
        {
            if (double.IsNaN(left) || left != 0 == (node.Operator == BinaryOperator.Or))
            {
                return Truth(left);
            }

            return Truth(Of(node.Right, ref source, ref stream));
        }

        var right = Of(node.Right, ref source, ref stream);
        if (Arithmetic.IsComparison(node.Operator))
        {
            return double.IsNaN(left) || double.IsNaN(right) ? double.NaN
                : Arithmetic.Compare(node.Operator, left, right) ? 1 : 0;
        }

        var value = Arithmetic.Compute(node.Operator, left, right);
        return double.IsFinite(value) && double.IsFinite(left) && double.IsFinite(right) ? value
            : Fault(ref source, node, left, right);
    }

    private static double OfUnary<TSource>(UnaryNode node, ref TSource source, ref KeyedStream stream)
        where TSource : struct, IEvaluationSource
    {
        var operand = Of(node.Operand, ref source, ref stream);
        if (node.Operator == UnaryOperator.Not)
        {
            return double.IsNaN(operand) ? operand : operand == 0 ? 1 : 0;
        }

        return double.IsFinite(operand) ? -operand : Fault(ref source, node, operand);
    }

    private static double OfCall<TSource>(CallNode node, ref TSource source, ref KeyedStream stream)
        where TSource : struct, IEvaluationSource
    {
        var arguments = node.Arguments;
        var first = Of(arguments[0], ref source, ref stream);
        switch (node.Function)
        {
            case Function.If:
                return double.IsNaN(first) ? first : Of(arguments[first != 0 ? 1 : 2], ref source, ref stream);
            case Function.Step:
                return OfStep(node, first, ref source, ref stream);
            case Function.Clip:
                var low = Of(arguments[1], ref source, ref stream);
                var high = Of(arguments[2], ref source, ref stream);
                return double.IsNaN(first) ? first
                    : low <= high ? ClipFunction.Of(first, low, high)
                    : Fault(ref source, node, first, low, high);
            default:
                break;
        }

        var description = Functions.Of(node.Function);
        if (description.One is { } one)
        {
            var value = one.Value(first);
            return double.IsFinite(value) && double.IsFinite(first) ? value : Fault(ref source, node, first);
        }

        for (var index = 1; index < arguments.Length; index++)
        {
            var next = Of(arguments[index], ref source, ref stream);
            first = double.IsNaN(first) || double.IsNaN(next) ? double.NaN : description.Pair!.Value(first, next);
        }

        return first;
    }

    // All steps are evaluated and must ascend; of the values only the one taken is evaluated.
    private static double OfStep<TSource>(CallNode node, double x, ref TSource source, ref KeyedStream stream)
        where TSource : struct, IEvaluationSource
    {
        var taken = 1;
        var previous = double.NegativeInfinity;
        for (var index = 2; index < node.Arguments.Length; index += 2)
        {
            var step = Of(node.Arguments[index], ref source, ref stream);
            if (double.IsNaN(step) || (index > 2 && !(step > previous)))
            {
                return Fault(ref source, node, previous, step);
            }

            taken = x >= step ? index + 1 : taken;
            previous = step;
        }

        return double.IsNaN(x) ? x : Of(node.Arguments[taken], ref source, ref stream);
    }

    private static double OfDraw<TSource>(DrawNode node, ref TSource source, ref KeyedStream stream)
        where TSource : struct, IEvaluationSource
    {
        var count = node.Parameters.Length;
        var parameters = count <= StackLimit ? stackalloc double[StackLimit] : new double[count];
        parameters = parameters[..count];
        for (var index = 0; index < count; index++)
        {
            parameters[index] = Of(node.Parameters[index], ref source, ref stream);
        }

        if (node.Distribution.Fault(parameters) is not null)
        {
            return Fault(ref source, node, parameters);
        }

        var value = node.Distribution.Draw(ref stream, parameters);
        if (node.Distribution.IsChoice)
        {
            return node.Values[(int)value];
        }

        return double.IsFinite(value) ? value : Fault(ref source, node, parameters);
    }

    private static double Truth(double value) => double.IsNaN(value) ? value : value != 0 ? 1 : 0;

    private static double Fault<TSource>(ref TSource source, Node node, params ReadOnlySpan<double> operands)
        where TSource : struct, IEvaluationSource =>
        source.IsQuiet ? double.NaN : throw new FormulaFaultException(FaultText.Of(node, operands));
}
