using System.Collections.Immutable;
using Escalation.Benchmarks;
using Escalation.Loading;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Studies.Record;

/// <summary>Runs a scenario, writes every history down, and reads statistics off them.</summary>
/// <param name="file">The scenario, from the root of the repository.</param>
/// <param name="seed">The seed.</param>
/// <param name="histories">How many.</param>
internal sealed class Chronicler(string file, ulong seed, int histories)
{
    private readonly Scenario scenario = ScenarioReader.ReadFile(Repository.PathOf(file)).Scenario
        ?? throw new InvalidOperationException($"{file} cannot be read; see 'escalate validate'.");

    /// <summary>The statistics, in their order.</summary>
    /// <param name="statistics">What to look for.</param>
    public ImmutableArray<Finding> Find(params ImmutableArray<Statistic> statistics)
    {
        var program = ScenarioProgram.Compile(scenario, ParameterChoice.AsWritten);
        var endedDay = program.Columns.ToList().FindIndex(column => column.Kind == ColumnKind.EndedDay);
        var seen = new double[histories][][];
        Parallel.For(0, histories, () => new World(program), (history, _, world) =>
        {
            var trace = new Trace();
            world.Run(seed, history, trace);
            var chronicle = new Chronicle(program, trace, world.Row[endedDay]);
            seen[history] = [.. statistics.Select(statistic => statistic.Observe(chronicle))];
            return world;
        }, _ => { });
        return [.. statistics.Select((statistic, place) => statistic.Sum(seen.Select(history => history[place])))];
    }
}
