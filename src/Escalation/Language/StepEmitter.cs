using System.Linq.Expressions;
using static System.Linq.Expressions.Expression;

namespace Escalation.Language;

/// <summary>Writes the code of a table: a tree of comparisons, so that a long one takes few.</summary>
internal sealed class StepEmitter(FormulaEmitter emitter)
{
    public Expression Emit(CallNode node)
    {
        var x = Variable(typeof(double));
        var isMixed = Doubts.Of(node) == Doubt.Nothing;
        Expression[] values = [.. Doubts.Options(node).Select(option => emitter.Option(option, isMixed))];
        Node[] steps = [.. node.Arguments.Where((_, index) => index > 0 && index % 2 == 0)];
        var assignX = Assign(x, emitter.Checked(node.Arguments[0]));
        if (AreAscendingConstants(steps))
        {
            return Block([x], assignX, Search(x, [.. steps.Select(emitter.Checked)], values, 0, steps.Length));
        }

        // Steps that are known only now are evaluated all, and must ascend.
        ParameterExpression[] places = [.. steps.Select(_ => Variable(typeof(double)))];
        var ascend = Enumerable.Range(1, steps.Length - 1)
            .Select(index => GreaterThan(places[index], places[index - 1]))
            .Aggregate((Expression)Constant(true), AndAlso);
        return Block(
            [x, .. places],
            [
                assignX,
                .. places.Select((place, index) => Assign(place, emitter.Checked(steps[index]))),
                Condition(ascend, Search(x, places, values, 0, steps.Length), emitter.Failure(node)),
            ]);
    }

    private static bool AreAscendingConstants(Node[] steps)
    {
        for (var index = 0; index < steps.Length; index++)
        {
            if (steps[index] is not ConstantNode step || (index > 0 && !(step.Value > ((ConstantNode)steps[index - 1]).Value)))
            {
                return false;
            }
        }

        return true;
    }

    // The value is one of values[first] … values[last]; values[k] holds from steps[k − 1] on.
    private static Expression Search(Expression x, Expression[] steps, Expression[] values, int first, int last)
    {
        if (first == last)
        {
            return values[first];
        }

        var middle = (first + last + 1) / 2;
        return Condition(
            GreaterThanOrEqual(x, steps[middle - 1]),
            Search(x, steps, values, middle, last),
            Search(x, steps, values, first, middle - 1));
    }
}
