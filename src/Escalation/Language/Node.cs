using System.Collections.Immutable;

namespace Escalation.Language;

/// <summary>A typed, checked expression: immutable, shared by all threads.</summary>
/// <param name="Quantity">The type of its value.</param>
public abstract record Node(Quantity Quantity);

/// <summary>A number that is known.</summary>
/// <param name="Value">The value; durations in days, rates a day, truths 0 or 1.</param>
/// <param name="Quantity">Its type.</param>
public sealed record ConstantNode(double Value, Quantity Quantity) : Node(Quantity);

/// <summary>A read of the world.</summary>
/// <param name="Variable">What is read.</param>
/// <param name="Quantity">Its type.</param>
public sealed record VariableNode(Variable Variable, Quantity Quantity) : Node(Quantity);

/// <summary>An operator with one operand.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Operand">The operand.</param>
/// <param name="Quantity">The type of the result.</param>
public sealed record UnaryNode(UnaryOperator Operator, Node Operand, Quantity Quantity) : Node(Quantity);

/// <summary>An operator with two operands. <c>and</c> and <c>or</c> evaluate the right one only if the left does not
/// decide.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Left">The left operand.</param>
/// <param name="Right">The right operand.</param>
/// <param name="Quantity">The type of the result.</param>
public sealed record BinaryNode(BinaryOperator Operator, Node Left, Node Right, Quantity Quantity) : Node(Quantity);

/// <summary>A function of the language; of an <c>if</c> only the branch taken is evaluated.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">Its arguments, in order.</param>
/// <param name="Quantity">The type of the result.</param>
public sealed record CallNode(Function Function, ImmutableArray<Node> Arguments, Quantity Quantity) : Node(Quantity);

/// <summary>A draw from a distribution; allowed at draw sites only.</summary>
/// <param name="Distribution">The distribution.</param>
/// <param name="Parameters">Its parameters in the order of the description; for <c>choice</c> the weights.</param>
/// <param name="Values">For <c>choice</c> the values, as many as weights; otherwise empty.</param>
/// <param name="Quantity">The type of what is drawn.</param>
public sealed record DrawNode(
    Distribution Distribution, ImmutableArray<Node> Parameters, ImmutableArray<double> Values, Quantity Quantity)
    : Node(Quantity);

/// <summary>Operators with one operand.</summary>
public enum UnaryOperator
{
    /// <summary>Change of sign.</summary>
    Negate,

    /// <summary>Truth of the opposite.</summary>
    Not,
}

/// <summary>Operators with two operands. <c>x per d</c> is a multiplication by a constant rate of one a day (or week, or
/// hour).</summary>
public enum BinaryOperator
{
    /// <summary>Sum.</summary>
    Add,

    /// <summary>Difference.</summary>
    Subtract,

    /// <summary>Product.</summary>
    Multiply,

    /// <summary>Quotient.</summary>
    Divide,

    /// <summary>Power.</summary>
    Power,

    /// <summary>Equality; also what <c>condition is state</c> becomes.</summary>
    Equal,

    /// <summary>Inequality.</summary>
    NotEqual,

    /// <summary>Strictly less.</summary>
    Less,

    /// <summary>Less or equal.</summary>
    LessOrEqual,

    /// <summary>Strictly greater.</summary>
    Greater,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual,

    /// <summary>Both true.</summary>
    And,

    /// <summary>At least one true.</summary>
    Or,
}

/// <summary>The functions of the language.</summary>
public enum Function
{
    /// <summary>The least of its arguments (one or more).</summary>
    Min,

    /// <summary>The greatest of its arguments (one or more).</summary>
    Max,

    /// <summary>The absolute value.</summary>
    Abs,

    /// <summary>The exponential function.</summary>
    Exp,

    /// <summary>The natural logarithm.</summary>
    Log,

    /// <summary>The square root.</summary>
    Sqrt,

    /// <summary>clip(x, low, high).</summary>
    Clip,

    /// <summary>if(truth, a, b): of the branches only the one taken is evaluated.</summary>
    If,

    /// <summary>step(x, y0, x1, y1, …): y0 below x1, y1 from x1 on, and so forth; the x ascend.</summary>
    Step,
}
