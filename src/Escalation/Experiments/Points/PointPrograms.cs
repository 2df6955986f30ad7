using System.Collections.Concurrent;
using System.Collections.Immutable;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>The programs of an experiment: one that leaves open whatever differs between the points. Only where horizon or
/// sampling hang on it, each value has a program of its own.</summary>
internal sealed class PointPrograms
{
    private readonly Scenario scenario;
    private readonly bool isSampled;
    private readonly ImmutableArray<int> open;
    private readonly ImmutableArray<int> closed;
    private readonly ConcurrentDictionary<Point, Lazy<ScenarioProgram>> programs = new();

    /// <param name="scenario">The scenario.</param>
    /// <param name="basis">Says whether priors are drawn where a point has no value.</param>
    /// <param name="varied">Indices of the parameters in which points may differ.</param>
    internal PointPrograms(Scenario scenario, ParameterChoice basis, IEnumerable<int> varied)
    {
        (this.scenario, isSampled) = (scenario, basis.Sample);
        var never = ScenarioProgram.NeverOpen(scenario);
        var differs = varied.Distinct().Order().ToList();
        open = [.. differs.Except(never)];
        closed = [.. differs.Intersect(never)];
    }

    /// <summary>The parameters in which points differ.</summary>
    internal static IEnumerable<int> Varied(ImmutableArray<Point> points) =>
        Enumerable.Range(0, points[0].Values.Length)
            .Where(index => points.Any(point => !point.Values[index].Equals(points[0].Values[index])));

    /// <summary>The program in which a point is run, after <see cref="World.Give"/>.</summary>
    internal ScenarioProgram Of(Point point)
    {
        var key = new Point([.. closed.Select(index => point.Values[index])]);
        return programs.GetOrAdd(key, _ => new(() => Compile(point))).Value;
    }

    private ScenarioProgram Compile(Point point)
    {
        // What is the same everywhere is fixed, and what is drawn everywhere is drawn.
        var settings = Enumerable.Range(0, point.Values.Length)
            .Where(index => !double.IsNaN(point.Values[index]))
            .Select(index => new ParameterSetting(index, point.Values[index]));
        return ScenarioProgram.Compile(
            scenario with { Series = null }, new ParameterChoice([.. settings], isSampled) { Open = open });
    }
}
