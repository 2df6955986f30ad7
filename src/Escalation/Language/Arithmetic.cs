namespace Escalation.Language;

/// <summary>What the operators compute. Everything that evaluates an expression uses these, so that all give the same
/// bits.</summary>
internal static class Arithmetic
{
    /// <summary>A power; a square is a product, which is rounded correctly and fast.</summary>
    public static double Power(double @base, double exponent) => exponent == 2 ? @base * @base : Math.Pow(@base, exponent);

    /// <summary>Whether an operator computes with numbers (as opposed to comparing or joining truths).</summary>
    public static bool IsArithmetic(BinaryOperator operation) => operation <= BinaryOperator.Power;

    /// <summary>Whether an operator compares.</summary>
    public static bool IsComparison(BinaryOperator operation) =>
        operation is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;

    /// <summary>Whether an operator compares by order.</summary>
    public static bool IsOrdering(BinaryOperator operation) =>
        operation is >= BinaryOperator.Less and <= BinaryOperator.GreaterOrEqual;

    /// <summary>The value of an arithmetic operator; not checked.</summary>
    public static double Compute(BinaryOperator operation, double left, double right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Power => Power(left, right),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an arithmetic operator."),
    };

    /// <summary>The truth of a comparison of numbers, which may be infinite.</summary>
    public static bool Compare(BinaryOperator operation, double left, double right) => operation switch
    {
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not a comparison."),
    };

    /// <summary>Bounds of an arithmetic operator.</summary>
    public static Bounds Compute(BinaryOperator operation, Bounds left, Bounds right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Power => left.Power(right),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an arithmetic operator."),
    };

    /// <summary>The motion of an arithmetic operator.</summary>
    public static Motion Compute(BinaryOperator operation, Motion left, Motion right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Power => left.Power(right),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an arithmetic operator."),
    };

    /// <summary>The truth of a comparison as far as bounds decide it.</summary>
    public static Bounds Compare(BinaryOperator operation, Bounds left, Bounds right) => operation switch
    {
        BinaryOperator.Equal => Equal(left, right),
        BinaryOperator.NotEqual => Opposite(Equal(left, right)),
        BinaryOperator.Less => Less(left, right),
        BinaryOperator.LessOrEqual => Opposite(Less(right, left)),
        BinaryOperator.Greater => Less(right, left),
        BinaryOperator.GreaterOrEqual => Opposite(Less(left, right)),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not a comparison."),
    };

    /// <summary>The opposite of a truth.</summary>
    public static Bounds Opposite(Bounds truth) =>
        truth.IsTrue ? Bounds.Truth(false) : truth.IsFalse ? Bounds.Truth(true) : Bounds.EitherTruth;

    private static Bounds Equal(Bounds left, Bounds right) =>
        left.High < right.Low || right.High < left.Low ? Bounds.Truth(false)
        : left.IsPoint && right.IsPoint ? Bounds.Truth(true)
        : Bounds.EitherTruth;

    private static Bounds Less(Bounds left, Bounds right) =>
        left.High < right.Low ? Bounds.Truth(true) : left.Low >= right.High ? Bounds.Truth(false) : Bounds.EitherTruth;
}
