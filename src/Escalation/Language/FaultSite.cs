using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Escalation.Engine;

namespace Escalation.Language;

/// <summary>A place in a compiled expression where a fault is found. It says what went wrong by interpreting the part of
/// the tree with the values that were read.</summary>
internal sealed class FaultSite(Node node)
{
    /// <summary>What the part reads.</summary>
    public ImmutableArray<Variable> Variables { get; } = Walk.Variables(node);

    /// <summary>Throws.</summary>
    /// <param name="readings">The value of each of <see cref="Variables"/>.</param>
    /// <returns>Nothing; the type lets the call stand where a value is expected.</returns>
    [DoesNotReturn]
    public double Fail(double[] readings)
    {
        // What is drawn cannot be drawn again here: the stream has moved on.
        if (!Walk.Draws(node))
        {
            var stream = default(KeyedStream);
            Interpreter.Evaluate(node, new Given(Variables, readings), ref stream);
        }

        throw new FormulaFaultException("a value that rests on a draw is not finite");
    }

    /// <summary>Throws because a draw cannot be made from its parameters, or came out infinite.</summary>
    [DoesNotReturn]
    public double FailToDraw(double[] parameters) => throw new FormulaFaultException(FaultText.Of(node, parameters));

    private sealed class Given(ImmutableArray<Variable> variables, double[] readings) : IReadings
    {
        public double Read(Variable variable) => readings[variables.IndexOf(variable)];
    }
}
