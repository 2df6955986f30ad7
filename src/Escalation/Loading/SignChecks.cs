using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Refuses rates, delays and weights that can be negative.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="bounds">What is known of what they read.</param>
internal sealed class SignChecks(Draft draft, VariableBounds bounds)
{
    // A bound is exact up to roundings of what is added up.
    private const double Tolerance = 1e-12;

    /// <summary>Checks them all.</summary>
    public void Run()
    {
        foreach (var check in draft.SignChecks)
        {
            var formula = check.Formula;
            var found = bounds.Of(formula, check.Actors);
            var isCertain = found.High < 0;
            if (found.Low >= -Tolerance || (!isCertain && IsGuarded(check)))
            {
                continue;
            }

            var zero = formula.Root.Quantity switch
            {
                Quantity.Rate => "0 per d",
                Quantity.Duration => "0 d",
                _ => "0",
            };
            if (formula.Root is ConstantNode constant)
            {
                draft.List.Error(
                    formula.Where,
                    $"{check.Noun} cannot be negative, this is {ParameterRange.Written(constant.Value, constant.Quantity)}");
                continue;
            }

            var least = double.IsFinite(found.Low)
                ? $": it can be {ParameterRange.Written(Math.Round(found.Low, 6), formula.Root.Quantity)}" : "";
            draft.List.Error(
                formula.Where,
                isCertain ? $"{check.Noun} cannot be negative{least}" : $"this can be negative, and {check.Noun} cannot{least}",
                isCertain ? null : $"write 'max({zero}, {Quote.Short(formula.Text)})'");
        }
    }

    // Who asks for what is read before using it knows what he does; the run checks the value, too.
    private static bool IsGuarded(SignCheck check)
    {
        var read = Walk.Variables(check.Formula.Root);
        if (check.Guard is { } guard && Walk.Variables(guard.Root).Any(variable => read.Contains(variable)))
        {
            return true;
        }

        return Walk.Nodes(check.Formula.Root).OfType<CallNode>()
            .Any(call => call.Function == Function.If && Walk.Variables(call.Arguments[0]).Any(variable => IsReadIn(
                call, variable)));
    }

    private static bool IsReadIn(CallNode call, Variable variable) =>
        ImmutableArray.Create(call.Arguments[1], call.Arguments[2]).Any(branch => Walk.Variables(branch).Contains(variable));
}
