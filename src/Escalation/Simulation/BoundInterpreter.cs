using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>Computes a bound number by number: the same bits as <see cref="BoundCompiler"/>'s code. A truth is 1 or 0.</summary>
/// <param name="world">The world.</param>
/// <param name="toDay">The last day of the stretch.</param>
internal sealed class BoundInterpreter(World world, double toDay) : IBoundAlgebra<double>
{
    /// <inheritdoc/>
    public double True => 1;

    /// <inheritdoc/>
    public double LastDay => toDay;

    /// <inheritdoc/>
    public double Constant(double number) => number;

    /// <inheritdoc/>
    public double Value(Node node) => Interpreter.Evaluate(node, world, ref world.Stream);

    /// <inheritdoc/>
    public double Now(Variable variable) => ((IReadings)world).Read(variable);

    /// <inheritdoc/>
    public double EndOfLevel(Variable variable, bool isHigh)
    {
        var (actor, name) = world.PlaceOf(variable);
        return isHigh ? world.HighestLevel(actor, name, toDay) : world.LowestLevel(actor, name, toDay);
    }

    /// <inheritdoc/>
    public double IsNeverNegative(Variable level)
    {
        var (actor, name) = world.PlaceOf(level);
        return world.IsNeverNegative(actor, name) ? 1 : 0;
    }

    /// <inheritdoc/>
    public double Add(double one, double other) => one + other;

    /// <inheritdoc/>
    public double Subtract(double one, double other) => one - other;

    /// <inheritdoc/>
    public double Multiply(double one, double other) => one * other;

    /// <inheritdoc/>
    public double Divide(double one, double other) => one / other;

    /// <inheritdoc/>
    public double Negate(double one) => -one;

    /// <inheritdoc/>
    public double Least(double one, double other) => Math.Min(one, other);

    /// <inheritdoc/>
    public double Greatest(double one, double other) => Math.Max(one, other);

    /// <inheritdoc/>
    public double Apply(Func<double, double> function, double argument) => function(argument);

    /// <inheritdoc/>
    public double IsAtLeastZero(double end) => end >= 0 ? 1 : 0;

    /// <inheritdoc/>
    public double IsAboveZero(double end) => end > 0 ? 1 : 0;

    /// <inheritdoc/>
    public double And(double one, double other) => one * other;

    /// <inheritdoc/>
    public double Or(double one, double other) => Math.Max(one, other);

    /// <inheritdoc/>
    public double Not(double truth) => 1 - truth;

    /// <inheritdoc/>
    public double Truth(Node node) => Value(node);

    /// <inheritdoc/>
    public double If(double truth, Func<double> taken, Func<double> other) => truth != 0 ? taken() : other();
}
