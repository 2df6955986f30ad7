namespace Escalation.Language;

/// <summary>Where variables lie.</summary>
internal interface IBoundsSource
{
    Bounds Of(Variable variable);
}

/// <summary>The evaluation of a tree in interval arithmetic, over any source without boxing it.</summary>
internal static class BoundsEvaluation
{
    public static Bounds Of<TSource>(Node node, ref TSource source)
        where TSource : struct, IBoundsSource => node switch
        {
            ConstantNode constant => Bounds.Point(constant.Value),
            VariableNode variable => source.Of(variable.Variable),
            BinaryNode binary => OfBinary(binary, ref source),
            UnaryNode { Operator: UnaryOperator.Negate } unary => -Of(unary.Operand, ref source),
            UnaryNode unary => Arithmetic.Opposite(Of(unary.Operand, ref source)),
            CallNode call => OfCall(call, ref source),
            DrawNode draw => OfDraw(draw, ref source),
            _ => throw new ArgumentOutOfRangeException(nameof(node), node, "No such node."),
        };

    /// <summary>A step is taken if x can reach it, and left if x is certain to reach the next one.</summary>
    public static bool CanBeTaken(Bounds x, Bounds? step, Bounds? next) =>
        (step is not { } reached || x.High >= reached.Low) && (next is not { } passed || x.Low < passed.High);

    private static Bounds OfBinary<TSource>(BinaryNode node, ref TSource source)
        where TSource : struct, IBoundsSource
    {
        var left = Of(node.Left, ref source);
        switch (node.Operator)
        {
            case BinaryOperator.And when left.IsFalse:
                return Bounds.Truth(false);
            case BinaryOperator.Or when left.IsTrue:
                return Bounds.Truth(true);
            default:
                break;
        }

        var right = Of(node.Right, ref source);
        return node.Operator switch
        {
            BinaryOperator.And => right.IsFalse ? right : left.IsTrue && right.IsTrue ? Bounds.Truth(true) : Bounds.EitherTruth,
            BinaryOperator.Or => right.IsTrue ? Bounds.Truth(true) : left.IsFalse && right.IsFalse ? right : Bounds.EitherTruth,
            _ when Arithmetic.IsComparison(node.Operator) => Arithmetic.Compare(node.Operator, left, right),
            _ => Arithmetic.Compute(node.Operator, left, right),
        };
    }

    private static Bounds OfCall<TSource>(CallNode node, ref TSource source)
        where TSource : struct, IBoundsSource
    {
        var arguments = node.Arguments;
        var first = Of(arguments[0], ref source);
        switch (node.Function)
        {
            case Function.If:
                return first.IsTrue ? Of(arguments[1], ref source)
                    : first.IsFalse ? Of(arguments[2], ref source)
                    : Bounds.Hull(Of(arguments[1], ref source), Of(arguments[2], ref source));
            case Function.Step:
                return OfStep(node, first, ref source);
            case Function.Clip:
                return ClipFunction.Of(first, Of(arguments[1], ref source), Of(arguments[2], ref source));
            default:
                break;
        }

        var description = Functions.Of(node.Function);
        if (description.One is { } one)
        {
            return one.Bounds(first);
        }

        for (var index = 1; index < arguments.Length; index++)
        {
            first = description.Pair!.Bounds(first, Of(arguments[index], ref source));
        }

        return first;
    }

    private static Bounds OfStep<TSource>(CallNode node, Bounds x, ref TSource source)
        where TSource : struct, IBoundsSource
    {
        var arguments = node.Arguments;
        Bounds? value = null;
        Bounds? step = null;
        for (var index = 1; index < arguments.Length; index += 2)
        {
            Bounds? next = index + 1 < arguments.Length ? Of(arguments[index + 1], ref source) : null;
            if (CanBeTaken(x, step, next))
            {
                var taken = Of(arguments[index], ref source);
                value = value is { } others ? Bounds.Hull(others, taken) : taken;
            }

            step = next;
        }

        return value ?? Bounds.Everything;
    }

    private static Bounds OfDraw<TSource>(DrawNode node, ref TSource source)
        where TSource : struct, IBoundsSource
    {
        var parameters = new Bounds[node.Parameters.Length];
        for (var index = 0; index < parameters.Length; index++)
        {
            parameters[index] = Of(node.Parameters[index], ref source);
        }

        var support = node.Distribution.Support(parameters);
        if (!node.Distribution.IsChoice)
        {
            return support;
        }

        var values = Bounds.Point(node.Values[(int)support.Low]);
        for (var index = (int)support.Low + 1; index <= (int)support.High; index++)
        {
            values = Bounds.Hull(values, Bounds.Point(node.Values[index]));
        }

        return values;
    }
}
