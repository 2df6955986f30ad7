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
        BinaryNode binary => $"({Of(binary.Left)} {Operators.Symbol(binary.Operator)} {Of(binary.Right)})",
        CallNode call => $"{Functions.Of(call.Function)}({string.Join(", ", call.Arguments.Select(Of))})",
        DrawNode draw => $"{draw.Distribution}({string.Join(", ", Labels(draw).Zip(draw.Parameters, (label, parameter) =>
            label + "=" + Of(parameter)))})",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static IEnumerable<string> Labels(DrawNode draw) => draw.Distribution.IsChoice
        ? draw.Values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))
        : draw.Distribution.Parameters.Select(parameter => parameter.Name);

    private static string Unit(Quantity quantity) => quantity switch
    {
        Quantity.Duration => "d",
        Quantity.Rate => "/d",
        Quantity.Truth => "?",
        _ => "",
    };
}
