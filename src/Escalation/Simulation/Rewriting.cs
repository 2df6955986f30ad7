using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>Replaces reads in a tree by other trees.</summary>
internal static class Rewriting
{
    /// <summary>Replaces every variable for which there is a replacement; replacements are not rewritten again.</summary>
    public static Node Replace(Node node, Func<Variable, Node?> replacement) => node switch
    {
        VariableNode read => replacement(read.Variable) ?? read,
        UnaryNode unary => unary with { Operand = Replace(unary.Operand, replacement) },
        BinaryNode binary => binary with
        {
            Left = Replace(binary.Left, replacement),
            Right = Replace(binary.Right, replacement),
        },
        CallNode call => call with { Arguments = ReplaceAll(call.Arguments, replacement) },
        DrawNode draw => draw with { Parameters = ReplaceAll(draw.Parameters, replacement) },
        _ => node,
    };

    private static ImmutableArray<Node> ReplaceAll(ImmutableArray<Node> nodes, Func<Variable, Node?> replacement) =>
        [.. nodes.Select(node => Replace(node, replacement))];
}
