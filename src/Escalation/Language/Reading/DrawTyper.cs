using System.Collections.Immutable;

namespace Escalation.Language;

/// <summary>Gives distributions their types, and checks what is constant of their parameters.</summary>
internal sealed class DrawTyper(FormulaTyper typer, TypeMessages messages)
{
    /// <summary>The tree of a distribution with its parameters.</summary>
    public Node? Type(CallSyntax call, Distribution distribution) =>
        distribution.IsChoice ? TypeChoice(call, distribution) : TypeNamed(call, distribution);

    private Node? TypeNamed(CallSyntax call, Distribution distribution)
    {
        if (call.Arguments.FirstOrDefault(argument => argument.Label is null) is { } nameless
            && !(distribution.AllowsPosition && call.Arguments.Length == 1))
        {
            return typer.Fail(messages.NamelessParameter(nameless.Value, distribution));
        }

        var values = new Syntax?[distribution.Parameters.Length];
        var isSound = true;
        foreach (var argument in call.Arguments)
        {
            isSound &= Place(distribution, argument, values);
        }

        if (!isSound)
        {
            return null;
        }

        if (Array.IndexOf(values, null) >= 0)
        {
            return typer.Fail(TypeMessages.MissingParameters(
                call, distribution, [.. distribution.Parameters.Where((_, index) => values[index] is null)]));
        }

        var nodes = values.Select(value => typer.Type(value!)).ToImmutableArray();
        if (nodes.Any(node => node is null))
        {
            return null;
        }

        var parameters = nodes.Select(node => node!).ToImmutableArray();
        return Fault(call, distribution, values!, parameters) is { } problem ? typer.Fail(problem)
            : new DrawNode(distribution, parameters, [], Drawn(distribution, parameters));
    }

    /// <summary>Puts an argument into the place of its parameter.</summary>
    private bool Place(Distribution distribution, ArgumentSyntax argument, Syntax?[] values)
    {
        if (argument.Label is null)
        {
            values[0] = argument.Value;
            return true;
        }

        var name = argument.Label is NameSyntax label ? label.Text : "";
        for (var index = 0; index < values.Length; index++)
        {
            if (distribution.Parameters[index].Name != name)
            {
                continue;
            }

            if (values[index] is null)
            {
                values[index] = argument.Value;
                return true;
            }

            typer.Fail(TypeMessages.DuplicateParameter(argument.Label, distribution));
            return false;
        }

        typer.Fail(messages.UnknownParameter(argument.Label, distribution));
        return false;
    }

    private static Quantity Drawn(Distribution distribution, ImmutableArray<Node> parameters)
    {
        for (var index = 0; index < parameters.Length; index++)
        {
            if (distribution.Parameters[index].CarriesQuantity)
            {
                return parameters[index].Quantity;
            }
        }

        return Quantity.Number;
    }

    private Problem? Fault(CallSyntax call, Distribution distribution, Syntax[] values, ImmutableArray<Node> parameters)
    {
        var drawn = Drawn(distribution, parameters);
        for (var index = 0; index < values.Length; index++)
        {
            var (parameter, node) = (distribution.Parameters[index], parameters[index]);
            var expected = parameter.CarriesQuantity && drawn != Quantity.Truth ? drawn : Quantity.Number;
            if (node.Quantity != expected)
            {
                return messages.WrongParameter(distribution, parameter, values[index], node.Quantity, expected);
            }

            if (node is ConstantNode constant && !parameter.Allows(constant.Value))
            {
                return TypeMessages.IllegalParameter(distribution, parameter, values[index], constant);
            }
        }

        return Constants(parameters) is { } constants && distribution.Fault(constants) is { } fault
            ? new Problem(call.Start, call.Length, $"{distribution.Name}: {fault}", null)
            : null;
    }

    private Node? TypeChoice(CallSyntax call, Distribution distribution)
    {
        if (call.Arguments.IsEmpty)
        {
            return typer.Fail(TypeMessages.EmptyChoice(call));
        }

        var (values, weights) = (ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<Node>());
        Quantity? quantity = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Label is null)
            {
                return typer.Fail(messages.ValueWithoutWeight(argument.Value));
            }

            if (TypeValue(argument.Label, ref quantity) is not { } value
                || TypeWeight(argument.Value, distribution) is not { } weight)
            {
                return null;
            }

            values.Add(value.Value);
            weights.Add(weight);
        }

        return Constants(weights.ToImmutable()) is { } constants && distribution.Fault(constants) is { } fault
            ? typer.Fail(new Problem(call.Start, call.Length, $"choice: {fault}", null))
            : new DrawNode(distribution, weights.ToImmutable(), values.ToImmutable(), quantity!.Value);
    }

    private ConstantNode? TypeValue(Syntax syntax, ref Quantity? quantity)
    {
        switch (typer.Type(syntax))
        {
            case null:
                return null;
            case ConstantNode constant when constant.Quantity != Quantity.Truth
                && (quantity ??= constant.Quantity) == constant.Quantity:
                return constant;
            case ConstantNode constant:
                typer.Fail(messages.WrongChoice(syntax, constant.Quantity, quantity));
                return null;
            default:
                typer.Fail(messages.ChoiceNotConstant(syntax));
                return null;
        }
    }

    private Node? TypeWeight(Syntax syntax, Distribution distribution) => typer.Type(syntax) switch
    {
        null => null,
        { Quantity: not Quantity.Number } node => typer.Fail(messages.WrongWeight(syntax, node.Quantity)),
        ConstantNode { Value: < 0 } constant => typer.Fail(TypeMessages.IllegalParameter(
            distribution, DistributionParameter.NotNegative("weight", "", carriesQuantity: false), syntax, constant)),
        { } node => node,
    };

    private static double[]? Constants(ImmutableArray<Node> nodes) =>
        nodes.All(node => node is ConstantNode) ? [.. nodes.Select(node => ((ConstantNode)node).Value)] : null;
}
