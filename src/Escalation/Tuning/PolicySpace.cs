using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Tuning;

/// <summary>The policies that a search may choose: values for its levers, all else as it is.</summary>
public sealed class PolicySpace
{
    /// <summary>Initializes a new instance of the <see cref="PolicySpace"/> class.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="basis">Values of what is not searched.</param>
    /// <param name="levers">What is searched, at least one, no lever twice.</param>
    public PolicySpace(Scenario scenario, ParameterChoice basis, ImmutableArray<SearchedLever> levers)
    {
        Written = PointPlan.PointAt(scenario, basis, []);
        Levers = levers;
        Ranges = [.. levers.Where(lever => !lever.IsDiscrete)];
        Choices = [.. levers.Where(lever => lever.IsDiscrete)];
    }

    /// <summary>What is searched, in the order asked.</summary>
    public ImmutableArray<SearchedLever> Levers { get; }

    /// <summary>Those that move over a range.</summary>
    public ImmutableArray<SearchedLever> Ranges { get; }

    /// <summary>Those that choose between values.</summary>
    public ImmutableArray<SearchedLever> Choices { get; }

    /// <summary>The policy that was there before: the values of the file and the command line.</summary>
    public Point Written { get; }

    /// <summary>True: the policy that was there before is one that a search may choose.</summary>
    public bool HasWritten => Levers.All(lever => Written.Values[lever.Parameter] is var value
        && (lever.IsDiscrete ? lever.Values.Contains(value) : value >= lever.Low && value <= lever.High));

    /// <summary>How many combinations the levers have that choose between values; 1 if there are none.</summary>
    public double CombinationCount => Choices.Aggregate(1.0, (count, lever) => count * lever.Values.Length);

    /// <summary>Says whether two policies are nearly the same.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="distance">How far levers may be apart, in parts of their ranges; levers that choose may not.</param>
    public bool IsNear(Point one, Point other, double distance)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return Levers.All(lever => Math.Abs(one.Values[lever.Parameter] - other.Values[lever.Parameter])
            <= (lever.IsDiscrete ? 0 : distance * (lever.High - lever.Low)));
    }

    /// <summary>All combinations of the levers that choose between values; the last one changes first.</summary>
    /// <returns>One index a lever.</returns>
    public ImmutableArray<ImmutableArray<int>> Combinations() =>
    [
        .. Choices.Aggregate(
            (IEnumerable<ImmutableArray<int>>)[[]],
            (started, lever) => started.SelectMany(row => Enumerable.Range(0, lever.Values.Length).Select(row.Add))),
    ];

    /// <summary>A policy.</summary>
    /// <param name="coordinates">One a lever of <see cref="Ranges"/>, from 0 to 1.</param>
    /// <param name="choices">One index a lever of <see cref="Choices"/>.</param>
    /// <returns>The policy, with the luck of the first replications.</returns>
    public Point At(ReadOnlySpan<double> coordinates, ReadOnlySpan<int> choices)
    {
        var values = Written.Values.ToBuilder();
        for (var place = 0; place < Ranges.Length; place++)
        {
            var (lever, share) = (Ranges[place], Math.Clamp(coordinates[place], 0, 1));
            values[lever.Parameter] = (lever.Low * (1 - share)) + (lever.High * share);
        }

        for (var place = 0; place < Choices.Length; place++)
        {
            values[Choices[place].Parameter] = Choices[place].Values[choices[place]];
        }

        return new(values.MoveToImmutable());
    }
}
