using System.Collections.Immutable;
using Escalation.Benchmarks;
using Escalation.Experiments;
using Escalation.Loading;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Studies;

/// <summary>A scenario that is run with several values of its parameters, with the same luck each time.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="seed">The seed of all runs.</param>
/// <param name="replications">Histories of each run.</param>
internal sealed class Study(Scenario scenario, ulong seed, int replications)
{
    /// <summary>Reads a scenario.</summary>
    /// <param name="file">The file, from the root of the repository.</param>
    /// <param name="seed">The seed of all runs.</param>
    /// <param name="replications">Histories of each run.</param>
    public Study(string file, ulong seed, int replications)
        : this(Read(Repository.PathOf(file)), seed, replications)
    {
    }

    /// <summary>The seed of the pages in docs/.</summary>
    public static ulong Seed => 1;

    /// <summary>Runs it.</summary>
    /// <param name="settings">Names of levers and uncertainties, and their values, in days or a day where they have a
    /// unit.</param>
    public StudyPoint Run(params ImmutableArray<(string Name, double Value)> settings)
    {
        var (program, result) = Simulate(scenario, settings.Select(Setting));
        return new StudyPoint(RunSummary.Of(program, result), LastMeans(result.Series));

        // The sketches of a run are large, and are not kept.
        static ImmutableDictionary<string, double> LastMeans(SeriesTable? series) => series is null
            ? ImmutableDictionary<string, double>.Empty
            : Enumerable.Range(0, series.Plan.Labels.Length).ToImmutableDictionary(
                label => series.Plan.Labels[label],
                label => series.Point(label, series.Plan.SampleCount - 1).Mean);

        ParameterSetting Setting((string Name, double Value) setting) => new(
            scenario.Parameters.ToList().FindIndex(parameter => parameter.Name == setting.Name) is >= 0 and var index
                ? index
                : throw new ArgumentException($"The scenario has no parameter '{setting.Name}'.", nameof(settings)),
            setting.Value);
    }

    /// <summary>Runs it, and keeps every history.</summary>
    /// <param name="settings">Such as <c>hotline=0, tempo=0.5 per d</c>; nothing: the values of the file.</param>
    public Histories Rows(string settings)
    {
        var read = settings.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => SettingReader.Read(scenario, text));

        // Paths over time cost a good part of a run, and no column of a row comes from them.
        var (program, result) = Simulate(
            scenario with { Series = null },
            read.Select(reading => reading.Setting ?? throw new ArgumentException(reading.Problem, nameof(settings))));
        return new(program, result.Rows);
    }

    private static Scenario Read(string path) => ScenarioReader.ReadFile(path).Scenario
        ?? throw new InvalidOperationException($"{path} cannot be read; see 'escalate validate'.");

    private (ScenarioProgram Program, RunResult Result) Simulate(Scenario simulated, IEnumerable<ParameterSetting> settings)
    {
        var program = ScenarioProgram.Compile(simulated, new ParameterChoice([.. settings], Sample: false));
        return (program, ReplicationRunner.Run(program, new RunPlan(replications, seed, Environment.ProcessorCount)));
    }
}

/// <summary>What a run of a study found.</summary>
/// <param name="Summary">Outcomes and measures.</param>
/// <param name="LastMeans">The mean of each sampled path on its last day, over the histories that get there.</param>
internal sealed record StudyPoint(RunSummary Summary, ImmutableDictionary<string, double> LastMeans)
{
    /// <summary>The share of an outcome.</summary>
    public ProportionEstimate Share(string outcome) => Summary.Outcomes.Single(one => one.Outcome.Name == outcome).Share;

    /// <summary>The mean of a measure.</summary>
    public MeanEstimate Mean(string measure) => Summary.Measures.Single(one => one.Measure.Name == measure).Mean;
}
