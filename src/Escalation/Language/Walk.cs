using System.Collections.Immutable;

namespace Escalation.Language;

/// <summary>Goes through the nodes of an expression.</summary>
public static class Walk
{
    /// <summary>All nodes, each before its operands, from left to right.</summary>
    /// <param name="root">The expression.</param>
    /// <returns>Its nodes.</returns>
    public static IEnumerable<Node> Nodes(Node root)
    {
        var waiting = new Stack<Node>();
        waiting.Push(root);
        while (waiting.TryPop(out var node))
        {
            yield return node;
            switch (node)
            {
                case UnaryNode unary:
                    waiting.Push(unary.Operand);
                    break;
                case BinaryNode binary:
                    waiting.Push(binary.Right);
                    waiting.Push(binary.Left);
                    break;
                case CallNode call:
                    PushAll(waiting, call.Arguments);
                    break;
                case DrawNode draw:
                    PushAll(waiting, draw.Parameters);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>All variables that an expression may read, each once, in the order of the text.</summary>
    /// <param name="root">The expression.</param>
    /// <returns>Its variables.</returns>
    public static ImmutableArray<Variable> Variables(Node root) =>
        [.. Nodes(root).OfType<VariableNode>().Select(node => node.Variable).Distinct()];

    /// <summary>Whether an expression may draw.</summary>
    /// <param name="root">The expression.</param>
    /// <returns>True if there is a draw in it.</returns>
    public static bool Draws(Node root) => Nodes(root).Any(node => node is DrawNode);

    private static void PushAll(Stack<Node> waiting, ImmutableArray<Node> nodes)
    {
        for (var index = nodes.Length - 1; index >= 0; index--)
        {
            waiting.Push(nodes[index]);
        }
    }
}
