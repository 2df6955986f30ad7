using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Escalation.Tests.Language;

/// <summary>A random typed tree with values for what it reads.</summary>
internal sealed record TreeCase(Node Tree, ImmutableArray<double> Values, ulong Luck)
{
    public override string ToString()
    {
        var values = TestScope.All.Select((entry, index) => $"{entry.Name}={Values[index]:R}");
        return $"{TreeText.Of(Tree)} with {string.Join(", ", values)}";
    }
}

/// <summary>Makes random typed trees.</summary>
internal sealed class TreeMaker(ulong key)
{
    private static readonly double[] Constants = [0, 1, -1, 0.5, 2, 3, -0.25, 7.3, 1e-3, 40, 1e200, 1e-200];

    private KeyedStream stream = new(Key.Mix(key));

    /// <summary>True if trees may hold distributions.</summary>
    public bool Draws { get; init; }

    /// <summary>True if measures may be nothing and constants may be huge.</summary>
    public bool Extremes { get; init; } = true;

    public static Arbitrary<TreeCase> Cases(bool draws, bool extremes, int depth) => Arb.From(
        Gen.Choose(int.MinValue, int.MaxValue).SelectMany(high => Gen.Choose(int.MinValue, int.MaxValue)
            .Select(low =>
                new TreeMaker(((ulong)(uint)high << 32) | (uint)low) { Draws = draws, Extremes = extremes }.Case(depth))),
        Smaller);

    public TreeCase Case(int depth)
    {
        Quantity[] quantities = [Quantity.Number, Quantity.Number, Quantity.Duration, Quantity.Rate, Quantity.Truth];
        return new TreeCase(Tree(quantities[Next(quantities.Length)], depth), Values(), stream.NextBits());
    }

    /// <summary>A value for each variable of the scope.</summary>
    public ImmutableArray<double> Values() => [.. TestScope.All.Select(entry =>
        entry.Quantity == Quantity.Truth ? Next(2)
        : Extremes && entry.Name == "first_death" && Next(2) == 0 ? double.PositiveInfinity
        : Extremes && entry.Name == "worst" && Next(2) == 0 ? double.NegativeInfinity
        : entry.Variable.Kind == VariableKind.Day ? stream.NextUniform() * 100
        : Next(3) == 0 ? Constants[Next(10)]
        : (stream.NextUniform() * 8) - 2)];

    public Node Tree(Quantity quantity, int depth)
    {
        if (depth == 0 || Next(6) == 0)
        {
            return Leaf(quantity);
        }

        if (quantity == Quantity.Truth)
        {
            return Truth(depth - 1);
        }

        return Next(Draws ? 13 : 11) switch
        {
            < 2 => new BinaryNode(BinaryOperator.Add + Next(2), Tree(quantity, depth - 1), Tree(quantity, depth - 1), quantity),
            2 => Product(quantity, depth - 1),
            3 => Quotient(quantity, depth - 1),
            4 => new UnaryNode(UnaryOperator.Negate, Tree(quantity, depth - 1), quantity),
            5 => Call(Function.Min + Next(2), quantity, Next(3) + 1, depth - 1),
            6 => new CallNode(Function.If,
                [Tree(Quantity.Truth, depth - 1), Tree(quantity, depth - 1), Tree(quantity, depth - 1)], quantity),
            7 => Step(quantity, depth - 1),
            8 => Call(Function.Clip, quantity, 3, depth - 1),
            9 => Call(Function.Abs, quantity, 1, depth - 1),
            10 when quantity == Quantity.Number => Next(2) == 0 ? Call(Function.Exp + Next(3), quantity, 1, depth - 1)
                : new BinaryNode(BinaryOperator.Power, Tree(quantity, depth - 1), Tree(quantity, depth - 1), quantity),
            > 10 => Draw(quantity, depth - 1),
            _ => Leaf(quantity),
        };
    }

    private static IEnumerable<TreeCase> Smaller(TreeCase @case) =>
        Walk.Nodes(@case.Tree).Skip(1).Select(node => @case with { Tree = node });

    private int Next(int count) => (int)(stream.NextUniform() * count);

    private Node Leaf(Quantity quantity)
    {
        if (Next(2) == 0)
        {
            var candidates = TestScope.All.Where(entry => entry.Quantity == quantity).ToArray();
            return new VariableNode(candidates[Next(candidates.Length)].Variable, quantity);
        }

        return new ConstantNode(quantity == Quantity.Truth ? Next(2) : Constants[Next(Extremes ? 12 : 10)], quantity);
    }

    private Node Truth(int depth)
    {
        var quantity = Quantity.Number + Next(3);
        return Next(7) switch
        {
            0 => new UnaryNode(UnaryOperator.Not, Tree(Quantity.Truth, depth), Quantity.Truth),
            1 or 2 => new BinaryNode(BinaryOperator.And + Next(2), Tree(Quantity.Truth, depth), Tree(Quantity.Truth, depth),
                Quantity.Truth),
            3 => new CallNode(Function.If,
                [Tree(Quantity.Truth, depth), Tree(Quantity.Truth, depth), Tree(Quantity.Truth, depth)], Quantity.Truth),
            4 when Next(2) == 0 => Step(Quantity.Truth, depth),
            4 => new BinaryNode(BinaryOperator.Equal + Next(2), Tree(Quantity.Truth, depth), Tree(Quantity.Truth, depth),
                Quantity.Truth),
            _ => new BinaryNode(BinaryOperator.Equal + Next(6), Tree(quantity, depth), Tree(quantity, depth), Quantity.Truth),
        };
    }

    private BinaryNode Product(Quantity quantity, int depth)
    {
        var (left, right) = quantity != Quantity.Number ? (quantity, Quantity.Number)
            : Next(2) == 0 ? (Quantity.Number, Quantity.Number) : (Quantity.Rate, Quantity.Duration);
        return new BinaryNode(BinaryOperator.Multiply, Tree(left, depth), Tree(right, depth), quantity);
    }

    private BinaryNode Quotient(Quantity quantity, int depth)
    {
        var divisor = quantity switch
        {
            Quantity.Number => Quantity.Number + Next(3),
            Quantity.Rate => Next(2) == 0 ? Quantity.Number : Quantity.Duration,
            _ => Next(2) == 0 ? Quantity.Number : Quantity.Rate,
        };
        var dividend = quantity == Quantity.Number ? divisor : divisor == Quantity.Number ? quantity : Quantity.Number;
        return new BinaryNode(BinaryOperator.Divide, Tree(dividend, depth), Tree(divisor, depth), quantity);
    }

    private CallNode Call(Function function, Quantity quantity, int count, int depth) =>
        new(function, [.. Enumerable.Range(0, count).Select(_ => Tree(quantity, depth))], quantity);

    // Mostly constant steps in order, sometimes anything.
    private CallNode Step(Quantity quantity, int depth)
    {
        var axis = Quantity.Number + Next(3);
        var arguments = ImmutableArray.CreateBuilder<Node>();
        arguments.Add(Tree(axis, depth));
        arguments.Add(Tree(quantity, depth));
        var isPlain = Next(4) > 0;
        var count = Next(5) + 1;
        for (var index = 0; index < count; index++)
        {
            arguments.Add(isPlain ? new ConstantNode(index - 1.5, axis) : Tree(axis, 1));
            arguments.Add(Tree(quantity, depth));
        }

        return new CallNode(Function.Step, arguments.ToImmutable(), quantity);
    }

    private DrawNode Draw(Quantity quantity, int depth)
    {
        var candidates = Distributions.All
            .Where(candidate => quantity == Quantity.Number || candidate.IsChoice
                || candidate.Parameters.Any(parameter => parameter.CarriesQuantity))
            .ToArray();
        var distribution = candidates[Next(candidates.Length)];
        if (distribution.IsChoice)
        {
            var count = Next(4) + 1;
            return new DrawNode(
                distribution,
                [.. Enumerable.Range(0, count)
                    .Select(_ => Next(2) == 0 ? new ConstantNode(Next(3), Quantity.Number) : Tree(Quantity.Number, depth))],
                [.. Enumerable.Range(0, count).Select(_ => Constants[Next(Constants.Length)])],
                quantity);
        }

        return new DrawNode(distribution,
            [.. distribution.Parameters.Select(parameter => Parameter(parameter, quantity, depth))], [], quantity);
    }

    // Mostly legal, so that draws are made; counts stay small, so that they are made fast.
    private Node Parameter(DistributionParameter parameter, Quantity quantity, int depth)
    {
        var type = parameter.CarriesQuantity ? quantity : Quantity.Number;
        double value = parameter.Name switch
        {
            "low" => -1.5,
            "high" => 4,
            "n" => Next(5),
            "p" => 0.3,
            _ => 1 + Next(3),
        };
        return Next(3) switch
        {
            0 => new CallNode(Function.Clip, [Tree(type, depth), new ConstantNode(0, type), new ConstantNode(9, type)], type),
            _ => new ConstantNode(value, type),
        };
    }
}
