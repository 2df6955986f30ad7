using System.Collections.Immutable;

namespace Escalation.Language;

/// <summary>What a piece of code can give before it is checked.</summary>
internal enum Doubt
{
    /// <summary>A finite number.</summary>
    None,

    /// <summary>A number or nothing, which is infinite and no fault by itself.</summary>
    Nothing,

    /// <summary>A number, or something that is not finite and is a fault.</summary>
    Fault,
}

/// <summary>Finds out what the code of a node can give, which hangs on where its value comes from.</summary>
internal static class Doubts
{
    public static Doubt Of(Node node) => node switch
    {
        { Quantity: Quantity.Truth } and not VariableNode => Doubt.None,
        ConstantNode constant => double.IsFinite(constant.Value) ? Doubt.None : Doubt.Nothing,
        VariableNode variable => OfVariable(variable.Variable.Kind),
        UnaryNode sign => Of(sign.Operand) == Doubt.None ? Doubt.None : Doubt.Fault,
        CallNode call => OfCall(call),
        DrawNode draw => draw.Distribution.IsChoice ? Doubt.None : Doubt.Fault,
        _ => Doubt.Fault,
    };

    /// <summary>The values of which an <c>if</c> or a <c>step</c> takes one.</summary>
    public static ImmutableArray<Node> Options(CallNode call) => call.Function == Function.If
        ? [call.Arguments[1], call.Arguments[2]]
        : [.. call.Arguments.Where((_, index) => index % 2 == 1)];

    /// <summary>What one of several values can give. If any of them may be nothing the faulty ones must be checked beforehand,
    /// because afterwards one could not tell the one from the other.</summary>
    public static Doubt OfOneOf(ImmutableArray<Node> options)
    {
        var greatest = Doubt.None;
        foreach (var option in options)
        {
            var doubt = Of(option);
            if (doubt == Doubt.Nothing)
            {
                return Doubt.Nothing;
            }

            greatest = doubt == Doubt.Fault ? doubt : greatest;
        }

        return greatest;
    }

    private static Doubt OfVariable(VariableKind kind) =>
        kind is VariableKind.Day or VariableKind.Condition or VariableKind.Outcome
            or VariableKind.EventAttributed or VariableKind.EventRung or VariableKind.OwnNumber
            ? Doubt.None : Doubt.Nothing;

    private static Doubt OfCall(CallNode call)
    {
        if (call.Function is Function.If or Function.Step)
        {
            return OfOneOf(Options(call));
        }

        // Arithmetic may fault; min, max and clip get checked arguments.
        return Functions.Of(call.Function).IsArithmetic ? Doubt.Fault
            : OfOneOf(call.Arguments) == Doubt.Nothing ? Doubt.Nothing : Doubt.None;
    }
}
