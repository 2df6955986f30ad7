namespace Escalation.Language;

/// <summary>A stretch of time in which nothing happens.</summary>
/// <param name="Path">How what formulas read moves meanwhile.</param>
/// <param name="FromDay">Its first day.</param>
/// <param name="ToDay">Its last day.</param>
internal readonly record struct Stretch(IPath Path, double FromDay, double ToDay)
{
    public Motion Of(Variable variable) =>
        variable.Kind == VariableKind.Day ? new Motion(new Bounds(FromDay, ToDay), new Bounds(1, 1))
        : Path.Moves(variable) ? Path.Over(variable, FromDay, ToDay)
        : Motion.Still(Bounds.Point(Path.At(variable, FromDay)));

    public Bounds BoundsOf(Node node) => Intervals.Evaluate(node, Path, FromDay, ToDay);
}

/// <summary>The evaluation of a tree in interval arithmetic together with its derivative by the day.</summary>
internal static class MotionEvaluation
{
    public static Motion Of(Node node, in Stretch stretch) => node switch
    {
        ConstantNode constant => Motion.Still(Bounds.Point(constant.Value)),
        VariableNode variable => stretch.Of(variable.Variable),
        BinaryNode binary when Arithmetic.IsArithmetic(binary.Operator) =>
            Arithmetic.Compute(binary.Operator, Of(binary.Left, stretch), Of(binary.Right, stretch)),
        UnaryNode { Operator: UnaryOperator.Negate } unary => -Of(unary.Operand, stretch),
        CallNode call => OfCall(call, stretch),

        // A truth has bounds, and slope 0.
        _ => Motion.Still(stretch.BoundsOf(node)),
    };

    private static Motion OfCall(CallNode node, in Stretch stretch)
    {
        var arguments = node.Arguments;
        switch (node.Function)
        {
            case Function.If:
                return OfIf(node, stretch);
            case Function.Step:
                return OfStep(node, stretch);
            case Function.Clip:
                var raised = MaxFunction.Description.Pair!.Motion(Of(arguments[0], stretch), Of(arguments[1], stretch));
                return MinFunction.Description.Pair!.Motion(raised, Of(arguments[2], stretch));
            default:
                break;
        }

        var description = Functions.Of(node.Function);
        var first = Of(arguments[0], stretch);
        if (description.One is { } one)
        {
            return one.Motion(first);
        }

        for (var index = 1; index < arguments.Length; index++)
        {
            first = description.Pair!.Motion(first, Of(arguments[index], stretch));
        }

        return first;
    }

    // Where the test may change the value may jump, so that no slope bounds its difference quotients.
    private static Motion OfIf(CallNode node, in Stretch stretch)
    {
        var test = stretch.BoundsOf(node.Arguments[0]);
        return test.IsTrue ? Of(node.Arguments[1], stretch)
            : test.IsFalse ? Of(node.Arguments[2], stretch)
            : Jump(Of(node.Arguments[1], stretch), Of(node.Arguments[2], stretch), node.Quantity);
    }

    private static Motion OfStep(CallNode node, in Stretch stretch)
    {
        var arguments = node.Arguments;
        var x = stretch.BoundsOf(arguments[0]);
        Motion? value = null;
        Bounds? step = null;
        for (var index = 1; index < arguments.Length; index += 2)
        {
            Bounds? next = index + 1 < arguments.Length ? stretch.BoundsOf(arguments[index + 1]) : null;
            if (BoundsEvaluation.CanBeTaken(x, step, next))
            {
                var taken = Of(arguments[index], stretch);
                value = value is { } others ? Jump(others, taken, node.Quantity) : taken;
            }

            step = next;
        }

        return value ?? new Motion(Bounds.Everything, Bounds.Everything);
    }

    private static Motion Jump(Motion left, Motion right, Quantity quantity) =>
        new(Bounds.Hull(left.Value, right.Value),
            quantity == Quantity.Truth || (left.IsStill && right.IsStill && left.Value == right.Value && left.Value.IsPoint)
                ? default : Bounds.Everything);
}
