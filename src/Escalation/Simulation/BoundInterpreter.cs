using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>Computes a bound number by number: the same bits as <see cref="BoundCompiler"/>'s code.</summary>
/// <param name="world">The world.</param>
/// <param name="toDay">The last day of the stretch.</param>
internal sealed class BoundInterpreter(World world, double toDay) : IBoundAlgebra<double>
{
    /// <inheritdoc/>
    public double LastDay => toDay;

    /// <inheritdoc/>
    public double Value(Node node) => Interpreter.Evaluate(node, world, ref world.Stream);

    /// <inheritdoc/>
    public double Now(Variable variable) => ((IReadings)world).Read(variable);

    /// <inheritdoc/>
    public double LevelOnLastDay(Variable variable) => ((IPath)world).At(variable, toDay);

    /// <inheritdoc/>
    public double Add(double one, double other) => one + other;

    /// <inheritdoc/>
    public double Subtract(double one, double other) => one - other;

    /// <inheritdoc/>
    public double Multiply(double one, double other) => one * other;

    /// <inheritdoc/>
    public double Negate(double one) => -one;

    /// <inheritdoc/>
    public double Least(double one, double other) => Math.Min(one, other);

    /// <inheritdoc/>
    public double Greatest(double one, double other) => Math.Max(one, other);

    /// <inheritdoc/>
    public double Apply(Func<double, double> function, double argument) => function(argument);

    /// <inheritdoc/>
    public double Reciprocal(Ends<double> interval, double end, double unbounded) =>
        interval.Low > 0 || interval.High < 0 ? 1 / end : unbounded;

    /// <inheritdoc/>
    public Ends<double>? Choose(Node truth, Func<Ends<double>?> taken, Func<Ends<double>?> other) =>
        (Value(truth) != 0 ? taken() : other()) is { } ends ? ends with { IsPoint = false } : null;
}
