using BenchmarkDotNet.Attributes;

namespace Escalation.Benchmarks;

/// <summary>W1 by BenchmarkDotNet: time and bytes an operation.</summary>
[MemoryDiagnoser]
public class HoldBenchmarks
{
    private const int Operations = 100_000;

    private HoldWorkload engine = null!;
    private HoldOnBaseline baseline = null!;

    [Params(10, 1_000, 100_000)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        engine = new HoldWorkload(Pending, seed: 1);
        baseline = new HoldOnBaseline(Pending, seed: 1);
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public void Engine() => engine.Run(Operations);

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public void ClassLibrary() => baseline.Run(Operations);
}
