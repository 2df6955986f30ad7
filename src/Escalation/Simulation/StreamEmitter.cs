using System.Linq.Expressions;
using System.Reflection;
using Escalation.Engine;
using Escalation.Language;
using static System.Linq.Expressions.Expression;

namespace Escalation.Simulation;

/// <summary>Writes the code that derives keys, and evaluations that draw from a local stream.</summary>
internal sealed class StreamEmitter
{
    private const BindingFlags Inner = BindingFlags.Static | BindingFlags.NonPublic;

    private static readonly MethodInfo StemMethod = typeof(Key).GetMethod(nameof(Key.Stem), Inner)!;
    private static readonly MethodInfo BranchMethod = typeof(Key).GetMethod(nameof(Key.Branch), Inner)!;
    private static readonly MethodInfo StartMethod = typeof(KeyedStream).GetMethod(nameof(KeyedStream.Branch), Inner)!;

    /// <summary>Prepares a stream.</summary>
    public StreamEmitter() => Reads = new WorldEmitter(Stream);

    /// <summary>The local variable; a block around the code declares it.</summary>
    public ParameterExpression Stream { get; } = Variable(typeof(KeyedStream), "stream");

    /// <summary>How the world is read.</summary>
    public WorldEmitter Reads { get; }

    /// <summary>The stem of a key.</summary>
    public static MethodCallExpression StemOf(Expression key) => Call(StemMethod, key);

    /// <summary>The key of a child.</summary>
    public static MethodCallExpression KeyOf(Expression stem, Expression name, Expression? ordinal = null) =>
        Call(BranchMethod, stem, name, ordinal ?? Constant(0UL));

    /// <summary>The value of a tree whose draws come from a child; the stream is started only for what draws.</summary>
    public Expression Value(Node node, Expression stem, Expression name, Expression? ordinal = null)
    {
        var value = FormulaCompiler.Emit(node, Reads);
        return Walk.Draws(node)
            ? Block(Assign(Stream, Call(StartMethod, stem, name, ordinal ?? Constant(0UL))), value)
            : value;
    }
}
