using Escalation.Loading;
using Escalation.Simulation;

namespace Escalation.Benchmarks;

/// <summary>A scenario file through the whole language, one replication after the other in one world.</summary>
public sealed class ScenarioWorkload
{
    private readonly World world;
    private long replication;

    /// <summary>Reads and compiles a scenario of the repository.</summary>
    /// <param name="name">Name of the file in <c>scenarios</c>, without its ending.</param>
    public ScenarioWorkload(string name)
    {
        var path = Path.Combine(Root(), "scenarios", name + ".yaml");
        var scenario = ScenarioReader.ReadFile(path).Scenario
            ?? throw new InvalidOperationException($"{path} cannot be read; see 'escalate validate'.");
        world = new World(ScenarioProgram.Compile(scenario, ParameterChoice.AsWritten));
    }

    public long Steps => world.Tally.Steps;

    public long Replications => world.Tally.Replications;

    /// <summary>Runs whole replications until at least so many steps were taken; a step is one entry of the event
    /// queue.</summary>
    public void Run(long steps)
    {
        for (var until = Steps + steps; Steps < until;)
        {
            world.Run(seed: 1, replication++);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Escalation.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run inside the repository.");
    }
}
