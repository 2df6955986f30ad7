using System.Diagnostics;
using System.Globalization;
using Escalation.Experiments;
using Escalation.Loading;
using Escalation.Simulation;

namespace Escalation.Benchmarks;

/// <summary>What more threads bring: whole runs of a scenario on one thread, two, and so on, rows and series collected.</summary>
internal static class CoresTable
{
    private const int Rounds = 7;

    /// <summary>Measures and prints it.</summary>
    /// <param name="file">The scenario, from the root of the repository.</param>
    /// <param name="replications">Replications of each run.</param>
    public static int Print(string file, int replications)
    {
        var scenario = ScenarioReader.ReadFile(Repository.PathOf(file)).Scenario
            ?? throw new InvalidOperationException($"{file} cannot be read; see 'escalate validate'.");
        var program = ScenarioProgram.Compile(scenario, ParameterChoice.AsWritten);
        var threads = Enumerable.Range(1, Environment.ProcessorCount).Where(count => int.IsPow2(count)).ToArray();
        var rates = threads.ToDictionary(count => count, _ => new List<double>());
        RunOn(program, replications, threads[^1]);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var count in threads)
            {
                rates[count].Add(RunOn(program, replications, count));
            }
        }

        Console.WriteLine("| threads | replications/s | times one | bytes a replication |");
        Console.WriteLine("|--:|--:|--:|--:|");
        foreach (var count in threads)
        {
            var (rate, one) = (Median(rates[count]), Median(rates[1]));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {count} | {rate:F0} | {rate / one:F2} | {BytesOf(program, replications, count):F0} |"));
        }

        var row = (program.Columns.Length + 1) * sizeof(double);
        Console.WriteLine();
        Console.WriteLine($"A row of the results has {row} bytes.");
        return 0;
    }

    private static double RunOn(ScenarioProgram program, int replications, int threads)
    {
        var watch = Stopwatch.StartNew();
        ReplicationRunner.Run(program, new RunPlan(replications, Seed: 1, threads));
        return replications / watch.Elapsed.TotalSeconds;
    }

    // What two runs differ by if one is twice as long: worlds, pools and sketches are in both.
    private static double BytesOf(ScenarioProgram program, int replications, int threads)
    {
        return (double)(Allocated(2 * replications) - Allocated(replications)) / replications;

        long Allocated(int count)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            ReplicationRunner.Run(program, new RunPlan(count, Seed: 1, threads));
            return GC.GetTotalAllocatedBytes(precise: true) - before;
        }
    }

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);
}
