using Escalation.Engine;

namespace Escalation.Language;

/// <summary>What an expression reads.</summary>
public interface IReadings
{
    /// <summary>The present value of a variable.</summary>
    /// <param name="variable">What is read.</param>
    /// <returns>Its value: days for a duration, a day for a rate, 1 or 0 for a truth; infinite for nothing, never NaN.</returns>
    double Read(Variable variable);
}

/// <summary>Evaluates a tree node by node: slow, plain, and the reference for what the compiler makes of it.</summary>
public static class Interpreter
{
    /// <summary>The value of an expression.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="readings">What it reads.</param>
    /// <param name="stream">Where its draws come from, in the order of the text.</param>
    /// <returns>The value: days for a duration, a day for a rate, 1 or 0 for a truth.</returns>
    /// <exception cref="FormulaFaultException">It has no value.</exception>
    public static double Evaluate(Node node, IReadings readings, ref KeyedStream stream)
    {
        var source = new LoudReadings(readings);
        return Evaluation.Of(node, ref source, ref stream);
    }

    private readonly struct LoudReadings(IReadings readings) : IEvaluationSource
    {
        public bool IsQuiet => false;

        public double Read(Variable variable) => readings.Read(variable);
    }
}
