using BenchmarkDotNet.Attributes;

namespace Escalation.Benchmarks;

/// <summary>Scenario files by BenchmarkDotNet: time and bytes a step. A chunk ends with the replication that completes it, which
/// makes a step look dearer by half a replication in a chunk, at most a quarter of a per cent.</summary>
[MemoryDiagnoser]
public class ScenarioBenchmarks
{
    private const int Steps = 500_000;

    private ScenarioWorkload workload = null!;

    [Params("first-steps", "syria-2023-03", "iraq-syria-2023-10")]
    public string Scenario { get; set; } = "";

    [GlobalSetup]
    public void Read() => workload = new ScenarioWorkload($"scenarios/{Scenario}.yaml");

    [Benchmark(OperationsPerInvoke = Steps)]
    public void Step() => workload.Run(Steps);
}
