using BenchmarkDotNet.Attributes;

namespace Escalation.Benchmarks;

/// <summary>W2 by BenchmarkDotNet: time and bytes a replication, of about 502 events.</summary>
[MemoryDiagnoser]
public class EscalationBenchmarks
{
    private const int Replications = 1_000;

    private readonly EscalationWorkload<EventsOnEngine> engine = new(new EventsOnEngine(seed: 1));
    private readonly EscalationWorkload<EventsOnBaseline> baseline = new(new EventsOnBaseline(seed: 1));

    [Benchmark(OperationsPerInvoke = Replications)]
    public void Engine() => engine.Run(Replications);

    [Benchmark(Baseline = true, OperationsPerInvoke = Replications)]
    public void ClassLibrary() => baseline.Run(Replications);
}
