using System.Collections.Concurrent;
using System.Collections.Immutable;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>The programs of an experiment: one that leaves open whatever differs between the points. Only where horizon or
/// sampling hang on it, each value has a program of its own.</summary>
internal sealed class PointPrograms
{
    private readonly PointPlan plan;
    private readonly ImmutableArray<int> open;
    private readonly ImmutableArray<int> closed;
    private readonly ConcurrentDictionary<Point, Lazy<ScenarioProgram>> programs = new();

    internal PointPrograms(PointPlan plan)
    {
        this.plan = plan;
        var never = ScenarioProgram.NeverOpen(plan.Scenario);
        var first = plan.Points[0].Values;
        var differs = Enumerable.Range(0, first.Length)
            .Where(index => plan.Points.Any(point => !point.Values[index].Equals(first[index])))
            .ToList();
        open = [.. differs.Except(never)];
        closed = [.. differs.Intersect(never)];
    }

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
            plan.Scenario with { Series = null }, new ParameterChoice([.. settings], plan.Base.Sample) { Open = open });
    }
}
