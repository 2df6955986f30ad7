using System.Globalization;

namespace Escalation.Language;

/// <summary>The messages of faults in evaluation, all in one place.</summary>
internal static class FaultText
{
    /// <summary>Why a node has no value.</summary>
    /// <param name="node">The node.</param>
    /// <param name="operands">The values of its operands as far as they were evaluated.</param>
    public static string Of(Node node, params ReadOnlySpan<double> operands) => node switch
    {
        BinaryNode { Operator: BinaryOperator.Divide } binary when operands[1] == 0 =>
            $"division by zero: {Written(binary, operands)}",
        BinaryNode binary => Unfit(operands)
            ?? $"{Written(binary, operands)} is {Kind(Arithmetic.Compute(binary.Operator, operands[0], operands[1]))}",
        UnaryNode => Unfit(operands) ?? "a change of sign has no value",
        CallNode { Function: Function.Clip } call =>
            $"the ends of clip are not in order: {Number(operands[1], call.Quantity)} is above "
                + Number(operands[2], call.Quantity),
        CallNode { Function: Function.Step } =>
            $"the steps of step do not ascend: {Plain(operands[1])} stands after {Plain(operands[0])}",
        CallNode call =>
            Unfit(operands) ?? $"{Functions.Of(call.Function).Name}({Plain(operands[0])}) is {Kind(Value(call, operands[0]))}",
        DrawNode draw => OfDraw(draw, operands),
        _ => "the expression has no value",
    };

    /// <summary>Why a draw cannot be made, or that its result is not finite.</summary>
    private static string OfDraw(DrawNode draw, ReadOnlySpan<double> parameters) =>
        draw.Distribution.Fault(parameters) is { } fault
            ? $"{Written(draw, parameters)} cannot be drawn: {fault}"
            : $"{Written(draw, parameters)} gave a number that is not finite";

    /// <summary>A number with its unit, as one would write it in a scenario.</summary>
    public static string Number(double value, Quantity quantity) => quantity switch
    {
        Quantity.Duration => Plain(value) + " d",
        Quantity.Rate => Plain(value) + " per d",
        _ => Plain(value),
    };

    /// <summary>A number without a unit.</summary>
    public static string Plain(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture)
        : double.IsNaN(value) ? "not a number"
        : value > 0 ? "infinity" : "-infinity";

    private static string? Unfit(ReadOnlySpan<double> operands)
    {
        foreach (var operand in operands)
        {
            if (!double.IsFinite(operand))
            {
                return double.IsNaN(operand) ? "arithmetic with a value that is not a number"
                    : "arithmetic with nothing: a time that has not come, or the greatest or least of no events";
            }
        }

        return null;
    }

    private static string Written(BinaryNode node, ReadOnlySpan<double> operands) =>
        $"{Number(operands[0], node.Left.Quantity)} {Operators.Symbol(node.Operator)} {Number(operands[1], node.Right.Quantity)}";

    private static string Written(DrawNode draw, ReadOnlySpan<double> parameters)
    {
        var parts = new string[parameters.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            var name = draw.Distribution.IsChoice ? Plain(draw.Values[index]) : draw.Distribution.Parameters[index].Name;
            parts[index] = $"{name}={Number(parameters[index], draw.Parameters[index].Quantity)}";
        }

        return $"{draw.Distribution.Name}({string.Join(", ", parts)})";
    }

    private static double Value(CallNode call, double operand) => Functions.Of(call.Function).One?.Value(operand) ?? double.NaN;

    private static string Kind(double value) => double.IsNaN(value) ? "not a number" : value > 0 ? "infinite" : "minus infinite";
}
