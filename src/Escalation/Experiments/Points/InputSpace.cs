using System.Collections.Immutable;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>Levers and uncertainties that an experiment varies together: what turns a point of the unit cube into values, each by
/// the law of its prior, or evenly over a range.</summary>
public sealed class InputSpace
{
    private readonly Scenario scenario;
    private readonly ImmutableArray<double> basis;

    /// <summary>Initializes a new instance of the <see cref="InputSpace"/> class.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="basis">Values of the parameters that are not varied.</param>
    /// <param name="inputs">What is varied, at least one, no parameter twice.</param>
    public InputSpace(Scenario scenario, ParameterChoice basis, IEnumerable<SpaceInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        this.scenario = scenario;
        this.basis = PointPlan.PointAt(scenario, basis, []).Values;

        // A prior may read what stands before it, so values are found in the order of the scenario.
        Inputs = [.. inputs.OrderBy(input => input.Parameter)];
    }

    /// <summary>What is varied, in the order of the scenario.</summary>
    public ImmutableArray<SpaceInput> Inputs { get; }

    /// <summary>The names of the inputs.</summary>
    public ImmutableArray<string> Names => [.. Inputs.Select(input => scenario.Parameters[input.Parameter].Name)];

    /// <summary>Makes a point.</summary>
    /// <param name="coordinates">One an input, in (0, 1).</param>
    /// <param name="firstReplication">Number of the replication whose luck its first one has.</param>
    /// <returns>The point.</returns>
    /// <exception cref="Language.FormulaFaultException">A prior has no value there.</exception>
    public Point At(ReadOnlySpan<double> coordinates, long firstReplication = 0) =>
        At(new Point(basis), coordinates, firstReplication);

    /// <summary>Makes a point from another one: what is varied comes from the coordinates, all else from there. Priors may read
    /// it.</summary>
    /// <param name="from">The other point.</param>
    /// <param name="coordinates">One an input, in (0, 1).</param>
    /// <param name="firstReplication">Number of the replication whose luck its first one has.</param>
    /// <returns>The point.</returns>
    /// <exception cref="Language.FormulaFaultException">A prior has no value there.</exception>
    public Point At(Point from, ReadOnlySpan<double> coordinates, long firstReplication)
    {
        ArgumentNullException.ThrowIfNull(from);
        var values = from.Values.ToBuilder();
        for (var index = 0; index < Inputs.Length; index++)
        {
            var input = Inputs[index];
            values[input.Parameter] = input.Law is { } law
                ? law.At(coordinates[index], values.ToImmutable())
                : input.Range.Lower + (coordinates[index] * (input.Range.Upper - input.Range.Lower));
        }

        return new(values.MoveToImmutable()) { FirstReplication = firstReplication };
    }
}

/// <summary>A lever or uncertainty that is varied.</summary>
/// <param name="Parameter">Its index.</param>
/// <param name="Law">The law of its prior; null: evenly over <paramref name="Range"/>.</param>
/// <param name="Range">The range, if it has no law.</param>
public sealed record SpaceInput(int Parameter, PriorQuantile? Law, Interval Range)
{
    /// <summary>An uncertainty by its prior.</summary>
    /// <param name="parameter">Its index.</param>
    /// <param name="prior">Its prior.</param>
    public static SpaceInput OfPrior(int parameter, Language.Formula prior) =>
        new(parameter, PriorQuantile.Of(prior), new(double.NaN, double.NaN));

    /// <summary>A parameter evenly over a range.</summary>
    /// <param name="parameter">Its index.</param>
    /// <param name="low">The one end.</param>
    /// <param name="high">The other.</param>
    public static SpaceInput OfRange(int parameter, double low, double high) => new(parameter, null, new(low, high));
}
