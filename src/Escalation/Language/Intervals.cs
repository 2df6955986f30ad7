namespace Escalation.Language;

/// <summary>Evaluates expressions over ranges instead of numbers.</summary>
public static class Intervals
{
    /// <summary>Bounds on the value of an expression, from bounds on what it reads; draws may give anything in their
    /// support.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="bounds">Where each variable lies.</param>
    /// <returns>Bounds on every value that it can have (where it has one); truths are [0, 0], [1, 1] or [0, 1].</returns>
    public static Bounds Evaluate(Node node, Func<Variable, Bounds> bounds)
    {
        var source = new AnyBounds(bounds);
        return BoundsEvaluation.Of(node, ref source);
    }

    /// <summary>Bounds on the value of an expression over a stretch of time in which nothing happens. It does not
    /// allocate.</summary>
    /// <param name="node">The expression; without draws.</param>
    /// <param name="path">How what it reads moves.</param>
    /// <param name="fromDay">The first day of the stretch.</param>
    /// <param name="toDay">The last day, not before the first.</param>
    /// <returns>Bounds on every value that it has on the closed stretch; truths are [0, 0], [1, 1] or [0, 1].</returns>
    public static Bounds Evaluate(Node node, IPath path, double fromDay, double toDay)
    {
        var source = new BoundsOnPath(path, fromDay, toDay);
        return BoundsEvaluation.Of(node, ref source);
    }

    /// <summary>Bounds on value and slope of an expression over a stretch of time in which nothing happens. It does not
    /// allocate.</summary>
    /// <remarks>Forward differentiation in interval arithmetic: Moore (1979), Methods and Applications of Interval Analysis,
    /// 3.4.</remarks>
    /// <param name="node">The expression; without draws.</param>
    /// <param name="path">How what it reads moves.</param>
    /// <param name="fromDay">The first day of the stretch.</param>
    /// <param name="toDay">The last day, not before the first.</param>
    /// <returns>Bounds on the closed stretch; see <see cref="Language.Motion"/> for what the slope holds.</returns>
    public static Motion Motion(Node node, IPath path, double fromDay, double toDay) =>
        MotionEvaluation.Of(node, new Stretch(path, fromDay, toDay));

    private readonly struct AnyBounds(Func<Variable, Bounds> bounds) : IBoundsSource
    {
        public Bounds Of(Variable variable) => bounds(variable);
    }

    private readonly struct BoundsOnPath(IPath path, double fromDay, double toDay) : IBoundsSource
    {
        public Bounds Of(Variable variable) =>
            variable.Kind == VariableKind.Day ? new Bounds(fromDay, toDay)
            : path.Moves(variable) ? path.Over(variable, fromDay, toDay).Value
            : Bounds.Point(path.At(variable, fromDay));
    }
}
