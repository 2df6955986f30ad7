using System.Globalization;
using System.Text;
using Escalation.Loading;

namespace Escalation.Benchmarks;

/// <summary>Measures how costs grow and writes the page <c>scaling.md</c> with its charts.</summary>
internal static class ScalingPage
{
    private const int Rounds = 5;
    private const int ChunkOperations = 20_000;

    private static readonly int[] Pendings = [10, 100, 1_000, 10_000, 100_000, 1_000_000];
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Measures and writes.</summary>
    public static int Write()
    {
        var page = new StringBuilder(ScalingText.Head);
        Add(page, "pending", ScalingText.Pending, "pending events", "ns an operation of the hold model", [
            Hold("Engine", pending => new HoldWorkload(pending, seed: 1)),
            Hold("class library", pending => new HoldOnBaseline(pending, seed: 1))]);
        Add(page, "actors", ScalingText.Actors, "actors", "ns an act", [
            Acts("one kind", [5, 50, 500, 5_000], size => ScalingScenario.Yaml(size, rules: 0, DaysFor(size))),
            Acts("rules of their own", [5, 50, 500, 5_000], size =>
                ScalingScenario.Yaml(size, rules: 0, DaysFor(size), isEachItsOwn: true))]);
        Add(page, "rules", ScalingText.Rules, "rules that each actor has besides and that hear of each raid on it", "ns an act", [
            Acts("one kind", [1, 3, 10, 30, 100], size => ScalingScenario.Yaml(actors: 5, size, DaysFor(5)))]);
        Add(page, "horizon", ScalingText.Horizon, "days to the horizon", "ns an act", [
            Acts("5 actors", [100, 1_000, 10_000, 100_000], size => ScalingScenario.Yaml(actors: 5, rules: 0, size))]);
        File.WriteAllText(Repository.PathOf("benchmarks/scaling.md"), page.ToString());
        return 0;
    }

    // Some ten thousand acts a history.
    private static double DaysFor(int actors) => 100_000 / actors;

    private static Curve Hold(string name, Func<int, IHold> make) => Measure(name, Pendings, pending =>
    {
        var workload = make(pending);
        return Contender.Here(() =>
        {
            workload.Run(ChunkOperations);
            return ChunkOperations;
        });
    });

    private static Curve Acts(string name, int[] sizes, Func<int, string> yaml) => Measure(name, sizes, size =>
    {
        var scenario = ScenarioReader.ReadText("row", yaml(size)).Scenario
            ?? throw new InvalidOperationException("The scenario of the benchmark cannot be read.");
        var workload = new ScenarioWorkload(scenario, seed: 1);
        return Contender.Here(() =>
        {
            var before = workload.Acts;
            workload.Run(ChunkOperations);
            return workload.Acts - before;
        });
    });

    private static Curve Measure(string name, int[] sizes, Func<int, Contender> make)
    {
        var points = new List<(double, double)>();
        foreach (var size in sizes)
        {
            var contender = make(size);
            Contender.Race([contender], Rounds);
            points.Add((size, 1e9 / contender.Rate));
            Console.Error.WriteLine(string.Create(Invariant, $"{name}, {size:N0}: {points[^1].Item2:F1} ns"));
        }

        return new Curve(name, points);
    }

    private static void Add(StringBuilder page, string name, ScalingSection section, string axis, string unit, Curve[] curves)
    {
        var charts = Directory.CreateDirectory(Repository.PathOf("benchmarks/charts"));
        File.WriteAllText(Path.Combine(charts.FullName, $"{name}.svg"), ScalingChart.Svg(section.Title, axis, unit, curves));
        page.Append(Invariant, $"\n## {section.Title}\n\n![{section.Title}](charts/{name}.svg)\n\n");
        page.Append(Invariant, $"| {axis} | {string.Join(" | ", curves.Select(curve => curve.Name + ", ns"))} |\n");
        page.Append(Invariant, $"|--:|{string.Concat(curves.Select(_ => "--:|"))}\n");
        for (var row = 0; row < curves[0].Points.Count; row++)
        {
            var cells = curves.Select(curve => curve.Points[row].Nanoseconds.ToString("F0", Invariant));
            page.Append(Invariant, $"| {curves[0].Points[row].Size:N0} | {string.Join(" | ", cells)} |\n");
        }

        page.Append(Invariant, $"\n{section.Reason}\n");
    }
}
