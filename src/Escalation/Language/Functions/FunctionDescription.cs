namespace Escalation.Language;

/// <summary>The description of a function of the language. The reader, the checks, the interpreter, the interval evaluation,
/// the compiler and the reference page all work from it.</summary>
public sealed class FunctionDescription
{
    /// <summary>Which function.</summary>
    public required Function Function { get; init; }

    /// <summary>Its name in the language.</summary>
    public required string Name { get; init; }

    /// <summary>How it is written: <c>clip(x, low, high)</c>.</summary>
    public required string Signature { get; init; }

    /// <summary>What it is, in one sentence.</summary>
    public required string About { get; init; }

    /// <summary>The least number of arguments.</summary>
    public required int LeastArguments { get; init; }

    /// <summary>The greatest number of arguments; <see cref="int.MaxValue"/>: any.</summary>
    public required int MostArguments { get; init; }

    /// <summary>What types its arguments may have.</summary>
    public required ArgumentTypes Types { get; init; }

    /// <summary>True if it computes, so that its arguments and its value must be finite; false if it hands on one of its
    /// arguments, which may then be nothing (infinite).</summary>
    internal bool IsArithmetic { get; init; }

    /// <summary>True if an infinite argument may give a finite value.</summary>
    internal bool SwallowsInfinity { get; init; }

    /// <summary>Value, bounds and motion of a function of one argument.</summary>
    internal OneForms? One { get; init; }

    /// <summary>Value, bounds and motion of two arguments; more are taken one after the other, from left to right.</summary>
    internal PairForms? Pair { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>How a function of one argument works on numbers, on bounds and on motions.</summary>
/// <param name="Value">A static method on numbers.</param>
/// <param name="Bounds">The same on bounds.</param>
/// <param name="Motion">The same on motions.</param>
internal sealed record OneForms(Func<double, double> Value, Func<Bounds, Bounds> Bounds, Func<Motion, Motion> Motion);

/// <summary>How a function of two arguments works on numbers, on bounds and on motions.</summary>
/// <param name="Value">A static method on numbers.</param>
/// <param name="Bounds">The same on bounds.</param>
/// <param name="Motion">The same on motions.</param>
internal sealed record PairForms(
    Func<double, double, double> Value, Func<Bounds, Bounds, Bounds> Bounds, Func<Motion, Motion, Motion> Motion);

/// <summary>What types the arguments of a function may have.</summary>
public enum ArgumentTypes
{
    /// <summary>Plain numbers; the value is one too.</summary>
    Numbers,

    /// <summary>All of one type that is not a truth; the value has it too.</summary>
    Alike,

    /// <summary>A truth, then values of one type, which the result has too.</summary>
    TruthThenAlike,

    /// <summary>x, y0, x1, y1, …: all x of one type, all y of one type, which the result has too.</summary>
    Table,
}
