using System.Collections.Immutable;

namespace Escalation.Language;

/// <summary>A part of an expression as it was written, before names and types are known.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last character.</param>
internal abstract record Syntax(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>How many parts are nested in each other at most, itself included.</summary>
    public virtual int Depth => 1;
}

/// <summary>A number, perhaps with a unit (else empty).</summary>
internal sealed record NumberSyntax(int Start, int End, double Value, string Unit) : Syntax(Start, End);

/// <summary>A name, with or without dots.</summary>
internal sealed record NameSyntax(int Start, int End, string Text) : Syntax(Start, End);

/// <summary><c>condition is state</c>.</summary>
internal sealed record IsSyntax(int Start, int End, string Condition, string State) : Syntax(Start, End);

/// <summary>A sign or <c>not</c>.</summary>
internal sealed record UnarySyntax(int Start, int End, UnaryOperator Operator, Syntax Operand) : Syntax(Start, End)
{
    public override int Depth { get; } = Operand.Depth + 1;
}

/// <summary>Two operands with an operator between them.</summary>
internal sealed record BinarySyntax(int Start, int End, BinaryOperator Operator, Syntax Left, Syntax Right, Token Symbol)
    : Syntax(Start, End)
{
    public override int Depth { get; } = Math.Max(Left.Depth, Right.Depth) + 1;
}

/// <summary><c>x per d</c>.</summary>
internal sealed record PerSyntax(int Start, int End, Syntax Operand, string Unit) : Syntax(Start, End)
{
    public override int Depth { get; } = Operand.Depth + 1;
}

/// <summary>Something in brackets, whose place includes them.</summary>
internal sealed record BracketSyntax(int Start, int End, Syntax Inner) : Syntax(Start, End)
{
    public override int Depth { get; } = Inner.Depth + 1;
}

/// <summary>A function or a distribution with its arguments.</summary>
internal sealed record CallSyntax(int Start, int End, Token Name, ImmutableArray<ArgumentSyntax> Arguments) : Syntax(Start, End)
{
    public override int Depth { get; } = Arguments.Select(argument => argument.Value.Depth).DefaultIfEmpty().Max() + 1;
}

/// <summary>An argument; what stands on the left of its <c>=</c>, if there is one, is its label.</summary>
internal sealed record ArgumentSyntax(Syntax? Label, Syntax Value);
