using Escalation.Loading;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Tests.Support;

/// <summary>Runs scenario texts for tests, by the same path as a user's file.</summary>
internal sealed class ScenarioRun
{
    private readonly Dictionary<string, double[]> columns;

    private ScenarioRun(ScenarioProgram program, Dictionary<string, double[]> columns, Tally tally)
    {
        Program = program;
        this.columns = columns;
        Tally = tally;
    }

    public ScenarioProgram Program { get; }

    public Tally Tally { get; }

    /// <summary>A column over all replications.</summary>
    public double[] this[string column] => columns[column];

    public static Scenario Read(string yaml)
    {
        var reading = ScenarioReader.ReadText("test.yaml", yaml);
        var errors = string.Join('\n', reading.Diagnostics.Select(diagnostic =>
            DiagnosticText.Render(diagnostic, "test.yaml", reading.Source)));
        return reading.Scenario ?? throw new AssertionException(errors);
    }

    public static ScenarioRun Of(string yaml, int replications = 1, ulong seed = 1)
    {
        var program = ScenarioProgram.Compile(Read(yaml), ParameterChoice.AsWritten);
        var world = new World(program);
        var columns = program.Columns.ToDictionary(column => column.Name, _ => new double[replications]);
        for (var replication = 0; replication < replications; replication++)
        {
            world.Run(seed, replication);
            for (var column = 0; column < program.Columns.Length; column++)
            {
                columns[program.Columns[column].Name][replication] = world.Row[column];
            }
        }

        return new ScenarioRun(program, columns, world.Tally);
    }

    /// <summary>The one value of a column of a run with one replication.</summary>
    public double Single(string column) => columns[column].Single();

    public double Mean(string column) => columns[column].Average();
}
