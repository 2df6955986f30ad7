using Escalation.Loading;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Benchmarks;

/// <summary>A scenario file through the whole language, one replication after the other in one world.</summary>
public sealed class ScenarioWorkload
{
    private readonly Scenario scenario;
    private readonly World world;
    private readonly ulong seed;
    private long replication;

    /// <summary>Reads and compiles a scenario of the repository.</summary>
    /// <param name="file">The file, from the root of the repository.</param>
    /// <param name="seed">Seed of the run.</param>
    public ScenarioWorkload(string file, int seed = 1)
        : this(
            ScenarioReader.ReadFile(Repository.PathOf(file)).Scenario
                ?? throw new InvalidOperationException($"{file} cannot be read; see 'escalate validate'."),
            seed)
    {
    }

    /// <summary>Compiles a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="seed">Seed of the run.</param>
    internal ScenarioWorkload(Scenario scenario, int seed)
    {
        this.scenario = scenario;
        this.seed = (ulong)seed;
        world = new World(ScenarioProgram.Compile(scenario, ParameterChoice.AsWritten));
    }

    public long Steps => world.Tally.Steps;

    public long Acts => (from action in Enumerable.Range(0, scenario.Actions.Length)
                         from actor in Enumerable.Range(0, scenario.Actors.Length)
                         select world.Tally.Acts(action, actor)).Sum();

    public long EndedEarly => world.Tally.EndedEarly;

    public long Replications => world.Tally.Replications;

    /// <summary>Runs whole replications until at least so many steps were taken; a step is one entry of the event
    /// queue.</summary>
    public void Run(long steps)
    {
        for (var until = Steps + steps; Steps < until;)
        {
            world.Run(seed, replication++);
        }
    }

    /// <summary>Runs a number of replications.</summary>
    public void RunReplications(long count)
    {
        for (var until = replication + count; replication < until;)
        {
            world.Run(seed, replication++);
        }
    }
}
