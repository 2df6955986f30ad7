using System.Collections.Immutable;

namespace Escalation.Language;

/// <summary>Gives functions their types.</summary>
internal sealed class CallTyper(FormulaTyper typer, TypeMessages messages)
{
    /// <summary>The tree of a function with its arguments.</summary>
    public Node? Type(CallSyntax call, FunctionDescription function)
    {
        if (call.Arguments.FirstOrDefault(argument => argument.Label is not null) is { Label: { } label })
        {
            return typer.Fail(TypeMessages.LabelInFunction(label, function));
        }

        var values = call.Arguments.Select(argument => argument.Value).ToImmutableArray();
        if (values.Length < function.LeastArguments || values.Length > function.MostArguments
            || (function.Types == ArgumentTypes.Table && values.Length % 2 != 0))
        {
            return typer.Fail(TypeMessages.WrongCount(call, function));
        }

        var isTest = function.Types == ArgumentTypes.TruthThenAlike;
        var nodes = values.Select((value, index) => isTest && index == 0 ? typer.Truth(value) : typer.Type(value))
            .ToImmutableArray();
        if (nodes.Any(node => node is null))
        {
            return null;
        }

        var arguments = nodes.Select(node => node!).ToImmutableArray();
        return Fault(function, values, arguments) is { } problem ? typer.Fail(problem)
            : typer.Finish(new CallNode(function.Function, arguments, Result(function, arguments)), call);
    }

    private static Quantity Result(FunctionDescription function, ImmutableArray<Node> arguments) => function.Types switch
    {
        ArgumentTypes.Numbers => Quantity.Number,
        ArgumentTypes.Alike => arguments[0].Quantity,
        _ => arguments[1].Quantity,
    };

    private Problem? Fault(FunctionDescription function, ImmutableArray<Syntax> values, ImmutableArray<Node> arguments) =>
        function.Types switch
        {
            ArgumentTypes.Numbers => Enumerable.Range(0, values.Length)
                .Where(index => arguments[index].Quantity != Quantity.Number)
                .Select(index => messages.NotANumber(function, values[index], arguments[index].Quantity)).FirstOrDefault(),
            ArgumentTypes.Alike => Unlike(function, values, arguments, 0, 1, allowsTruths: false)
                ?? (function.Function == Function.Clip ? EndsOutOfOrder(values, arguments) : null),
            ArgumentTypes.TruthThenAlike => Unlike(function, values, arguments, 1, 1, allowsTruths: true),
            _ => Unlike(function, values, arguments, 0, 2, allowsTruths: false)
                ?? Unlike(function, values, arguments, 1, 2, allowsTruths: true)
                ?? StepsOutOfOrder(values, arguments),
        };

    private Problem? Unlike(
        FunctionDescription function, ImmutableArray<Syntax> values, ImmutableArray<Node> arguments,
        int start, int stride, bool allowsTruths)
    {
        for (var index = start; index < values.Length; index += stride)
        {
            if (!allowsTruths && arguments[index].Quantity == Quantity.Truth)
            {
                return messages.TruthInArithmetic(function.Name, values[index]);
            }

            if (arguments[index].Quantity != arguments[start].Quantity)
            {
                return messages.Unlike(
                    function, values[start], arguments[start].Quantity, values[index], arguments[index].Quantity);
            }
        }

        return null;
    }

    private static Problem? EndsOutOfOrder(ImmutableArray<Syntax> values, ImmutableArray<Node> arguments) =>
        arguments[1] is ConstantNode low && arguments[2] is ConstantNode high && low.Value > high.Value
            ? new Problem(values[1].Start, values[2].End - values[1].Start, "the lower end of clip is above the upper one",
                "write 'clip(x, low, high)'")
            : null;

    // Steps that are not constant yet are checked when they are evaluated.
    private static Problem? StepsOutOfOrder(ImmutableArray<Syntax> values, ImmutableArray<Node> arguments)
    {
        var last = double.NegativeInfinity;
        for (var index = 2; index < arguments.Length; index += 2)
        {
            if (arguments[index] is not ConstantNode step)
            {
                continue;
            }

            if (step.Value <= last)
            {
                return new Problem(
                    values[index].Start, values[index].Length,
                    $"the steps of step ascend, but {FaultText.Number(step.Value, step.Quantity)} stands after "
                        + FaultText.Number(last, step.Quantity),
                    $"write '{Functions.Of(Function.Step).Signature}' with x1 < x2 < …");
            }

            last = step.Value;
        }

        return null;
    }
}
