using System.Collections.Immutable;
using Escalation.Engine;

namespace Escalation.Language;

/// <summary>Gives names their meaning and everything its type, and folds constants on the way. A null means that a problem was
/// found inside, so that what holds it is not blamed as well.</summary>
internal sealed class FormulaTyper(string text, FormulaSite site, ImmutableArray<Problem>.Builder problems)
{
    private readonly TypeMessages messages = new(text);

    /// <summary>The tree of a whole expression, with the type that its place asks for.</summary>
    public Node? Root(Syntax syntax)
    {
        var node = Type(syntax);
        if (node is null || site.Expected is not { } expected || node.Quantity == expected)
        {
            return node;
        }

        return expected == Quantity.Truth && node.Quantity == Quantity.Number ? NotZero(node)
            : Fail(messages.WrongRoot(site.Noun, expected, node.Quantity, syntax));
    }

    /// <summary>The tree of a part.</summary>
    public Node? Type(Syntax syntax) => syntax switch
    {
        NumberSyntax { Unit: "" } number => new ConstantNode(number.Value, Quantity.Number),
        NumberSyntax number => TypeDuration(number),
        NameSyntax name => TypeName(name),
        IsSyntax isState => TypeResolution(isState, site.Scope.ResolveIs(isState.Condition, isState.State)),
        BracketSyntax bracket => Type(bracket.Inner),
        UnarySyntax { Operator: UnaryOperator.Not } not => Truth(not.Operand) is { } operand
            ? Finish(new UnaryNode(UnaryOperator.Not, operand, Quantity.Truth), not) : null,
        UnarySyntax sign => TypeSign(sign),
        PerSyntax per => TypePer(per),
        BinarySyntax { Operator: BinaryOperator.And or BinaryOperator.Or } joined => TypeJoined(joined),
        BinarySyntax binary => TypeBinary(binary),
        CallSyntax call => TypeCall(call),
        _ => throw new ArgumentOutOfRangeException(nameof(syntax), syntax, "No such syntax."),
    };

    /// <summary>A part where a truth is expected: a number is taken as other than 0.</summary>
    public Node? Truth(Syntax syntax) => Type(syntax) switch
    {
        null => null,
        { Quantity: Quantity.Truth } node => node,
        { Quantity: Quantity.Number } node => NotZero(node),
        { } node => Fail(messages.NoTruth(syntax, node.Quantity)),
    };

    /// <summary>Folds a node, and reports it if it has no value.</summary>
    public Node? Finish(Node node, Syntax syntax)
    {
        var folded = Folding.Simplify(node);
        if (!Folding.IsComputable(folded))
        {
            return folded;
        }

        try
        {
            var stream = default(KeyedStream);
            return new ConstantNode(Interpreter.Evaluate(folded, NoReadings.Instance, ref stream), node.Quantity);
        }
        catch (FormulaFaultException fault)
        {
            return Fail(new Problem(syntax.Start, syntax.Length, fault.Message, null));
        }
    }

    /// <summary>Notes a problem.</summary>
    public Node? Fail(Problem problem)
    {
        problems.Add(problem);
        return null;
    }

    private static Node NotZero(Node node) =>
        Folding.Simplify(new BinaryNode(BinaryOperator.NotEqual, node, new ConstantNode(0, Quantity.Number), Quantity.Truth));

    private ConstantNode? TypeDuration(NumberSyntax number)
    {
        var days = Units.Days(number.Value, number.Unit);
        if (double.IsFinite(days))
        {
            return new ConstantNode(days, Quantity.Duration);
        }

        Fail(new Problem(number.Start, number.Length, "this number is too large", null));
        return null;
    }

    private Node? TypeName(NameSyntax name)
    {
        var resolution = site.Scope.Resolve([.. name.Text.Split('.')]);
        if (resolution.Node is null && name.Text is "true" or "false")
        {
            return new ConstantNode(name.Text == "true" ? 1 : 0, Quantity.Truth);
        }

        return TypeResolution(name, resolution);
    }

    private Node? TypeResolution(Syntax syntax, Resolution resolution) =>
        resolution.Node ?? Fail(TypeMessages.Unresolved(syntax, resolution, site.Scope));

    private Node? TypeSign(UnarySyntax sign)
    {
        var operand = Type(sign.Operand);
        return operand is null ? null
            : operand.Quantity == Quantity.Truth ? Fail(messages.TruthInArithmetic("-", sign.Operand))
            : Finish(new UnaryNode(UnaryOperator.Negate, operand, operand.Quantity), sign);
    }

    private Node? TypePer(PerSyntax per)
    {
        var operand = Type(per.Operand);
        return operand is null ? null
            : operand.Quantity != Quantity.Number ? Fail(messages.PerOf(per, operand.Quantity))
            : Finish(new BinaryNode(
                BinaryOperator.Multiply, operand, new ConstantNode(Units.PerDay(per.Unit), Quantity.Rate), Quantity.Rate), per);
    }

    private Node? TypeJoined(BinarySyntax syntax)
    {
        var (left, right) = (Truth(syntax.Left), Truth(syntax.Right));
        return left is null || right is null ? null
            : Finish(new BinaryNode(syntax.Operator, left, right, Quantity.Truth), syntax);
    }

    private Node? TypeBinary(BinarySyntax syntax)
    {
        var (left, right) = (Type(syntax.Left), Type(syntax.Right));
        if (left is null || right is null)
        {
            return null;
        }

        if (Arithmetic.IsComparison(syntax.Operator))
        {
            return messages.Incomparable(syntax, left.Quantity, right.Quantity) is { } problem ? Fail(problem)
                : Finish(new BinaryNode(syntax.Operator, left, right, Quantity.Truth), syntax);
        }

        Quantity? quantity = syntax.Operator switch
        {
            BinaryOperator.Multiply => Quantities.Product(left.Quantity, right.Quantity),
            BinaryOperator.Divide => Quantities.Quotient(left.Quantity, right.Quantity),
            BinaryOperator.Power =>
                left.Quantity == Quantity.Number && right.Quantity == Quantity.Number ? Quantity.Number : null,
            _ => left.Quantity == right.Quantity && left.Quantity != Quantity.Truth ? left.Quantity : null,
        };
        return quantity is null ? Fail(messages.Mixture(syntax, left.Quantity, right.Quantity))
            : Finish(new BinaryNode(syntax.Operator, left, right, quantity.Value), syntax);
    }

    private Node? TypeCall(CallSyntax call)
    {
        if (Functions.Find(call.Name.Text) is { } function)
        {
            return new CallTyper(this, messages).Type(call, function);
        }

        if (Distributions.Find(call.Name.Text) is not { } distribution)
        {
            var isName = site.Scope.Resolve([.. call.Name.Text.Split('.')]).Node is not null;
            return Fail(TypeMessages.UnknownFunction(call, isName));
        }

        var draw = new DrawTyper(this, messages).Type(call, distribution);
        return site.AllowsDraws ? draw : Fail(TypeMessages.DrawOutsideSite(call, site.Noun));
    }

    private sealed class NoReadings : IReadings
    {
        public static readonly NoReadings Instance = new();

        public double Read(Variable variable) => double.NaN;
    }
}
