using System.Collections.Immutable;
using Escalation.Benchmarks;
using Escalation.Experiments;
using Escalation.Loading;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Studies;

/// <summary>A scenario that is run with several values of its parameters, with the same luck each time.</summary>
internal sealed class Study
{
    private readonly Scenario scenario;
    private readonly ulong seed;
    private readonly int replications;

    /// <summary>Reads a scenario.</summary>
    /// <param name="file">The file, from the root of the repository.</param>
    /// <param name="seed">The seed of all runs.</param>
    /// <param name="replications">Histories of each run.</param>
    public Study(string file, ulong seed, int replications)
    {
        (this.seed, this.replications) = (seed, replications);
        var path = Repository.PathOf(file);
        scenario = ScenarioReader.ReadFile(path).Scenario
            ?? throw new InvalidOperationException($"{path} cannot be read; see 'escalate validate'.");
    }

    /// <summary>The seed of the pages in docs/.</summary>
    public static ulong Seed => 1;

    /// <summary>Runs it.</summary>
    /// <param name="settings">Names of levers and uncertainties, and their values, in days or a day where they have a
    /// unit.</param>
    public StudyPoint Run(params ImmutableArray<(string Name, double Value)> settings)
    {
        var choice = new ParameterChoice([.. settings.Select(Setting)], Sample: false);
        var program = ScenarioProgram.Compile(scenario, choice);
        var result = ReplicationRunner.Run(program, new RunPlan(replications, seed, Environment.ProcessorCount));
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
