using System.Collections.Immutable;
using System.Globalization;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>The names that a formula of estimates may use, from a file that is being read or from a scenario.</summary>
internal sealed class EstimateNames
{
    /// <summary>Before the index of an estimate, in the place of its call; nobody can write such a name.</summary>
    private const string Mark = "#";

    private EstimateNames(
        IReadOnlyList<string> parameters, IReadOnlyList<string> measures, IReadOnlyList<string> outcomes) =>
        (Parameters, Measures, Outcomes) = (parameters, measures, outcomes);

    /// <summary>Levers, then uncertainties.</summary>
    internal IReadOnlyList<string> Parameters { get; }

    /// <summary>Measures.</summary>
    internal IReadOnlyList<string> Measures { get; }

    /// <summary>Outcomes.</summary>
    internal IReadOnlyList<string> Outcomes { get; }

    /// <summary>True: some names are missing, because what declares them is broken.</summary>
    internal bool LacksNames { get; private init; }

    /// <summary>What the names belong to, for messages.</summary>
    internal required string Place { get; init; }

    /// <summary>The hint for an unknown name: what is near, and what there is.</summary>
    internal Func<string, string, IEnumerable<string>, string> Near { get; private init; } = Hints.Near;

    private Func<int, Quantity?> QuantityOfParameter { get; init; } = _ => null;

    private Func<int, Quantity?> QuantityOfMeasure { get; init; } = _ => null;

    private Func<int, bool> HasChoices { get; init; } = _ => false;

    /// <summary>The names of a file that is being read.</summary>
    internal static EstimateNames Of(Draft draft) => new(
        [.. draft.Parameters.Names], [.. draft.Measures.Names], [.. draft.Outcomes.Names])
    {
        Place = "this file",
        LacksNames = draft.LacksNames,
        QuantityOfParameter = index => draft.ParameterValues[index]?.Quantity,
        HasChoices = index => draft.ParameterValues[index] is { Choices.IsEmpty: false },
        QuantityOfMeasure = draft.MeasureQuantity,
        Near = draft.List.Near,
    };

    /// <summary>The names of a scenario.</summary>
    internal static EstimateNames Of(Scenario scenario) => new(
        [.. scenario.Parameters.Select(one => one.Name)],
        [.. scenario.Measures.Select(one => one.Name)],
        [.. scenario.Outcomes.Select(one => one.Name)])
    {
        Place = "this scenario",
        QuantityOfParameter = index => scenario.Parameters[index].Quantity,
        HasChoices = index => !scenario.Parameters[index].Choices.IsEmpty,
        QuantityOfMeasure = index => scenario.Measures[index].Quantity,
    };

    /// <summary>A formula with a name in the place of each of its estimates.</summary>
    internal static NameSyntax Standing(CallSyntax call, int index) =>
        new(call.Start, call.End, Mark + index.ToString(CultureInfo.InvariantCulture));

    /// <summary>The scope of such a formula.</summary>
    internal IScope Scope(IReadOnlyList<Estimate> estimates) => new EstimateScope(this, estimates);

    internal static int Find(IReadOnlyList<string> names, string name)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (names[index] == name)
            {
                return index;
            }
        }

        return -1;
    }

    private sealed class EstimateScope(EstimateNames names, IReadOnlyList<Estimate> estimates) : IScope
    {
        public IEnumerable<string> Names => names.Parameters;

        public Resolution Resolve(ImmutableArray<string> path)
        {
            var name = string.Join('.', path);
            if (name.StartsWith(Mark, StringComparison.Ordinal))
            {
                var index = int.Parse(name[Mark.Length..], CultureInfo.InvariantCulture);
                return Quantity(estimates[index]) is { } quantity
                    ? new(new VariableNode(new Variable(VariableKind.Estimate, index), quantity))
                    : Formulas.Unsaid;
            }

            // Other names were checked before.
            var parameter = Find(names.Parameters, name);
            return parameter >= 0 && names.HasChoices(parameter)
                ? new(null, $"{Quote.Of(name)} is a choice between words, not a number", "leave it out")
                : parameter >= 0 && names.QuantityOfParameter(parameter) is { } known
                ? new(new VariableNode(new Variable(VariableKind.Parameter, parameter), known))
                : Formulas.Unsaid;
        }

        public Resolution ResolveIs(string condition, string state) => Formulas.Unsaid;

        private Quantity? Quantity(Estimate estimate) => estimate switch
        {
            { Estimator: Estimator.Probability } => Language.Quantity.Number,
            { IsOfOutcome: true } => Language.Quantity.Duration,
            { Index: >= 0 } => names.QuantityOfMeasure(estimate.Index),

            // Its declaration is broken, which was told there.
            _ => null,
        };
    }
}
