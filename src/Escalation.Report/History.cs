using System.Collections.Immutable;
using Escalation.Simulation;

namespace Escalation.Report;

/// <summary>One replication with everything that happened in it.</summary>
/// <param name="Program">The compiled scenario.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Replication">The number of the replication.</param>
/// <param name="Entries">What happened, in order.</param>
/// <param name="Row">Its row of results, one number a column; empty if it failed.</param>
/// <param name="Fault">Why it could not be finished; null if it was.</param>
public sealed record History(
    ScenarioProgram Program,
    ulong Seed,
    long Replication,
    IReadOnlyList<TraceEntry> Entries,
    ImmutableArray<double> Row,
    string? Fault)
{
    /// <summary>What measures took in, in order of happening.</summary>
    public IReadOnlyList<TracedCount> Counted { get; init; } = [];

    /// <summary>Runs one replication and keeps what happens, also that before a fault.</summary>
    /// <param name="program">The compiled scenario.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="replication">The number of the replication; not negative.</param>
    public static History Of(ScenarioProgram program, ulong seed, long replication)
    {
        var world = new World(program);
        var trace = new Trace();
        try
        {
            world.Run(seed, replication, trace);
            return new(program, seed, replication, trace.Entries, [.. world.Row], Fault: null) { Counted = trace.Counted };
        }
        catch (ReplicationFaultException fault)
        {
            return new(program, seed, replication, trace.Entries, [], fault.Message) { Counted = trace.Counted };
        }
    }
}
