using System.Linq.Expressions;
using System.Reflection;
using static System.Linq.Expressions.Expression;

namespace Escalation.Language;

/// <summary>Writes the code of a draw: a direct call of the variate, with a check of what is not constant.</summary>
internal sealed class DrawEmitter(FormulaEmitter emitter)
{
    private static readonly MethodInfo Point = typeof(ChoiceDistribution).GetMethod(nameof(ChoiceDistribution.Point))!;

    public Expression Emit(DrawNode node)
    {
        var isLegal = node.Parameters.All(parameter => parameter is ConstantNode)
            && node.Distribution.Fault([.. node.Parameters.Select(parameter => ((ConstantNode)parameter).Value)]) is null;
        if (isLegal)
        {
            return node.Distribution.IsChoice ? Choose(node, ConstantSums(node))
                : node.Distribution.Prepared is { } prepared && prepared.Applies(FirstOf(node)) ? Draw(prepared, FirstOf(node))
                : Draw(node, node.Parameters.Select(emitter.Checked));
        }

        // The parameters are evaluated before the draw, since they may draw themselves.
        ParameterExpression[] places = [.. node.Parameters.Select(_ => Variable(typeof(double)))];
        var assignments = places.Select((place, index) => Assign(place, emitter.Checked(node.Parameters[index])));
        var failure = Call(
            Constant(new FaultSite(node)), nameof(FaultSite.FailToDraw), null, NewArrayInit(typeof(double), places));
        if (node.Distribution.FaultMethod is { } fault)
        {
            var isNoFault = Equal(Call(fault, places), Constant(null, typeof(string)));
            return Block(places, [.. assignments, Condition(isNoFault, Draw(node, places), failure)]);
        }

        ParameterExpression[] sums = [.. places.Select(_ => Variable(typeof(double)))];
        var additions = sums.Select((sum, index) =>
            Assign(sum, Add(index == 0 ? Constant(0.0) : sums[index - 1], places[index])));
        return Block(
            [.. places, .. sums],
            [.. assignments, .. additions, Condition(AreWeights(places, sums[^1]), Choose(node, sums), failure)]);
    }

    private MethodCallExpression Draw(DrawNode node, IEnumerable<Expression> parameters) =>
        Call(node.Distribution.DrawMethod, [emitter.Stream, .. parameters]);

    private static double FirstOf(DrawNode node) => ((ConstantNode)node.Parameters[0]).Value;

    private MethodCallExpression Draw(Distribution.Preparation prepared, double parameter) =>
        Call(prepared.Draw.Method, emitter.Stream, Constant(parameter), Constant(prepared.Prepare(parameter)));

    // None is negative, and the sum is finite and not 0.
    private static BinaryExpression AreWeights(ParameterExpression[] weights, ParameterExpression total) => weights
        .Select(weight => GreaterThanOrEqual(weight, Constant(0.0)))
        .Aggregate(AndAlso(GreaterThan(total, Constant(0.0)), LessThanOrEqual(total, Constant(double.MaxValue))), AndAlso);

    // A point in the sum of all weights falls into the stretch of one of them.
    private BlockExpression Choose(DrawNode node, Expression[] sums)
    {
        var point = Variable(typeof(double));
        Expression chosen = Constant(node.Values[^1]);
        for (var index = sums.Length - 2; index >= 0; index--)
        {
            chosen = Condition(LessThan(point, sums[index]), Constant(node.Values[index]), chosen);
        }

        return Block([point], Assign(point, Call(Point, emitter.Stream, sums[^1])), chosen);
    }

    private static Expression[] ConstantSums(DrawNode node)
    {
        var sum = 0.0;
        return [.. node.Parameters.Select(weight => Constant(sum += ((ConstantNode)weight).Value))];
    }
}
