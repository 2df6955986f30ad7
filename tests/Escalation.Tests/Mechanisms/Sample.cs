using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Loading;
using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Mechanisms;

/// <summary>The histories of a scenario file with some values set: the same seed always, so that two of them differ by what was
/// set and not by luck.</summary>
internal sealed class Sample
{
    private readonly ReplicationTable rows;

    private Sample(ReplicationTable rows) => this.rows = rows;

    /// <summary>Runs a scenario file.</summary>
    /// <param name="file">Its name in <c>scenarios</c>, without the ending.</param>
    /// <param name="replications">How many histories.</param>
    /// <param name="settings">Levers and uncertainties, in days or a day where they have a unit.</param>
    public static Sample Of(string file, int replications, params (string Name, double Value)[] settings)
    {
        var reading = ScenarioReader.ReadFile(Source.PathOf($"scenarios/{file}.yaml"));
        var scenario = reading.Scenario ?? throw new AssertionException($"{file} cannot be read");
        var choice = new ParameterChoice([.. settings.Select(Setting)], Sample: false);
        var program = ScenarioProgram.Compile(scenario, choice);
        return new Sample(ReplicationRunner.Run(program, new RunPlan(replications, Seed: 1, Threads: 2)).Rows);

        ParameterSetting Setting((string Name, double Value) setting) => new(
            scenario.Parameters.ToList().FindIndex(parameter => parameter.Name == setting.Name), setting.Value);
    }

    /// <summary>How many standard errors the mean of a column lies above a number.</summary>
    public double ErrorsAbove(string column, double value) => Errors([.. Column(column).Select(found => found - value)]);

    /// <summary>How many standard errors the mean of a column lies above that of another sample, history by history.</summary>
    public double ErrorsAbove(Sample other, string column) =>
        Errors([.. Column(column).Zip(other.Column(column), (one, another) => one - another)]);

    private ImmutableArray<double> Column(string name)
    {
        var index = rows.Columns.ToList().FindIndex(column => column.Name == name);
        var values = ImmutableArray.CreateBuilder<double>();
        for (var replication = 0L; replication < rows.Count; replication++)
        {
            values.Add(rows.Row(replication)[index]);
        }

        return values.ToImmutable();
    }

    private static double Errors(double[] differences)
    {
        var mean = differences.Average();
        var variance = differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1);
        return mean / Math.Sqrt(variance / differences.Length);
    }
}
