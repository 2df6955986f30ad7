using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>Replaces reads and constants in a tree by other trees.</summary>
internal static class Rewriting
{
    /// <summary>Replaces every variable, and every constant, for which there is a replacement; replacements are not rewritten
    /// again.</summary>
    public static Node Replace(
        Node node, Func<Variable, Node?> ofVariable, Func<ConstantNode, Node?>? ofConstant = null)
    {
        return node switch
        {
            ConstantNode constant => ofConstant?.Invoke(constant) ?? constant,
            VariableNode read => ofVariable(read.Variable) ?? read,
            UnaryNode unary => unary with { Operand = Of(unary.Operand) },
            BinaryNode binary => binary with { Left = Of(binary.Left), Right = Of(binary.Right) },
            CallNode call => call with { Arguments = [.. call.Arguments.Select(Of)] },
            DrawNode draw => draw with { Parameters = [.. draw.Parameters.Select(Of)] },
            _ => node,
        };

        Node Of(Node part) => Replace(part, ofVariable, ofConstant);
    }
}
