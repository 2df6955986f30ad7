using System.Globalization;
using Escalation.Language;

namespace Escalation.Tests.Language;

/// <summary>Writes a tree with all its brackets, so that a test can see its form.</summary>
internal static class TreeText
{
    public static string Of(Node node) => node switch
    {
        ConstantNode constant => constant.Value.ToString("R", CultureInfo.InvariantCulture) + Unit(constant.Quantity),
        VariableNode variable => TestScope.All.FirstOrDefault(entry => entry.Variable == variable.Variable).Name ?? "war",
        UnaryNode { Operator: UnaryOperator.Negate } unary => $"-{Of(unary.Operand)}",
        UnaryNode unary => $"not {Of(unary.Operand)}",
        BinaryNode binary => $"({Of(binary.Left)} {Symbol(binary.Operator)} {Of(binary.Right)})",
        CallNode call => $"{Functions.Of(call.Function)}({string.Join(", ", call.Arguments.Select(Of))})",
        DrawNode { Distribution.IsChoice: true } draw =>
            $"choice({string.Join(", ", draw.Values.Zip(draw.Parameters, (value, weight) =>
            value.ToString("R", CultureInfo.InvariantCulture) + "=" + Of(weight)))})",
        DrawNode draw =>
            $"{draw.Distribution}({string.Join(", ", draw.Distribution.Parameters.Zip(draw.Parameters, (parameter, value) =>
            parameter.Name + "=" + Of(value)))})",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static string Unit(Quantity quantity) => quantity switch
    {
        Quantity.Duration => "d",
        Quantity.Rate => "/d",
        Quantity.Truth => "?",
        _ => "",
    };

    private static string Symbol(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Power => "^",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.And => "and",
        _ => "or",
    };
}
