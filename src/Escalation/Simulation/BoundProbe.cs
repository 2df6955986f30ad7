using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>Finds out whether a rate has a bound at all, whatever the state of the world: an <c>if</c> has one if both of its
/// branches do.</summary>
internal sealed class BoundProbe : IBoundAlgebra<bool>
{
    /// <inheritdoc/>
    public bool LastDay => true;

    /// <summary>Whether all parts of a rate are known to <see cref="BoundRules{T}"/>.</summary>
    /// <param name="node">The folded rate.</param>
    /// <param name="moving">What it reads that can move.</param>
    public static bool IsKnown(Node node, Variable[] moving) =>
        new BoundRules<bool>(new BoundProbe(), moving).Of(node) is not null;

    /// <inheritdoc/>
    public bool Value(Node node) => true;

    /// <inheritdoc/>
    public bool Now(Variable variable) => true;

    /// <inheritdoc/>
    public bool LevelOnLastDay(Variable variable) => true;

    /// <inheritdoc/>
    public bool Add(bool one, bool other) => true;

    /// <inheritdoc/>
    public bool Subtract(bool one, bool other) => true;

    /// <inheritdoc/>
    public bool Multiply(bool one, bool other) => true;

    /// <inheritdoc/>
    public bool Negate(bool one) => true;

    /// <inheritdoc/>
    public bool Least(bool one, bool other) => true;

    /// <inheritdoc/>
    public bool Greatest(bool one, bool other) => true;

    /// <inheritdoc/>
    public bool Apply(Func<double, double> function, bool argument) => true;

    /// <inheritdoc/>
    public bool Reciprocal(Ends<bool> interval, bool end, double unbounded) => true;

    /// <inheritdoc/>
    public Ends<bool>? Choose(Node truth, Func<Ends<bool>?> taken, Func<Ends<bool>?> other) =>
        taken() is { } ends && other() is not null ? ends with { IsPoint = false } : null;
}
