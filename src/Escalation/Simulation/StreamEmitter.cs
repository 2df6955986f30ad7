using System.Linq.Expressions;
using System.Reflection;
using Escalation.Engine;
using Escalation.Language;
using static System.Linq.Expressions.Expression;

namespace Escalation.Simulation;

/// <summary>Writes the code that derives keys, and evaluations that draw from a local stream.</summary>
internal sealed class StreamEmitter
{
    private static readonly MethodInfo Derive = typeof(Key).GetMethod(nameof(Engine.Key.Derive))!;
    private static readonly ConstructorInfo Start = typeof(KeyedStream).GetConstructor([typeof(ulong)])!;

    /// <summary>Prepares a stream.</summary>
    public StreamEmitter() => Reads = new WorldEmitter(Stream);

    /// <summary>The local variable; a block around the code declares it.</summary>
    public ParameterExpression Stream { get; } = Variable(typeof(KeyedStream), "stream");

    /// <summary>How the world is read.</summary>
    public WorldEmitter Reads { get; }

    /// <summary>The key of a child.</summary>
    public static MethodCallExpression DeriveKey(Expression cause, Expression name, Expression? ordinal = null) =>
        Call(Derive, cause, name, ordinal ?? Constant(0UL));

    /// <summary>The value of a tree whose draws come from a key; the stream is started only for what draws.</summary>
    public Expression Value(Node node, Func<Expression> key)
    {
        var value = FormulaCompiler.Emit(node, Reads);
        return Walk.Draws(node) ? Block(Assign(Stream, New(Start, key())), value) : value;
    }
}
