using System.Diagnostics;
using System.Globalization;

namespace Escalation.Benchmarks;

/// <summary>The verbs that print plain numbers, without BenchmarkDotNet: seconds instead of minutes.</summary>
internal static class QuickRun
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private const int ChunkOperations = 20_000;
    private const int ChunkReplications = 50;
    private const int ChunkSteps = 20_000;
    private const double WarmUpSeconds = 1;

    public static int Usage()
    {
        Console.Error.WriteLine(
            "usage: quick | hold PENDING OPERATIONS SEED | escalate REPLICATIONS SEED | scenario FILE REPLICATIONS SEED"
            + " | cores FILE REPLICATIONS | startup FOLDER | scaling | row ACTORS RULES DAYS | stream ORDER [SEED]"
            + " | BenchmarkDotNet's options");
        return 2;
    }

    /// <summary>Runs W1 once and prints a line of JSON.</summary>
    public static int Hold(int pending, int operations, int seed)
    {
        var workload = new HoldWorkload(pending, seed);
        WarmUp(() => workload.Run(ChunkOperations));
        var start = workload.Now;
        var seconds = SecondsOf(workload, operations);
        Print(string.Create(Invariant,
            $"{{\"engine\": \"escalate-engine\", \"workload\": \"hold-{pending}\", \"reps\": {operations}, " +
            $"\"seconds\": {seconds:F6}, \"reps_per_s\": {operations / seconds:F0}, " +
            $"\"events_per_s\": {operations / seconds:F0}, " +
            $"\"p_spiral\": null, \"step_times_n\": {(workload.Now - start) / operations * pending:F6}}}"));
        return 0;
    }

    /// <summary>Runs W2 once and prints a line of JSON.</summary>
    public static int Escalate(int replications, int seed)
    {
        var warm = new EscalationWorkload<EventsOnEngine>(new EventsOnEngine(seed));
        WarmUp(() => warm.Run(ChunkReplications));
        var workload = new EscalationWorkload<EventsOnEngine>(new EventsOnEngine(seed));
        var seconds = SecondsOf(workload, replications);
        var n = (double)replications;
        var mean = workload.Events / n;
        var sd = Math.Sqrt(Math.Max(0, (workload.SquaredEvents / n) - (mean * mean)));
        Print(string.Create(Invariant,
            $"{{\"engine\": \"escalate-engine\", \"workload\": \"escalate\", \"reps\": {replications}, " +
            $"\"seconds\": {seconds:F6}, \"reps_per_s\": {n / seconds:F0}, \"events_per_s\": {workload.Events / seconds:F0}, " +
            $"\"p_spiral\": {workload.Spirals / n:F6}, \"events_per_rep\": {mean:F4}, \"events_sd\": {sd:F4}, " +
            $"\"cancels_per_rep\": {workload.Cancellations / n:F4}}}"));
        return 0;
    }

    /// <summary>Runs a scenario file through the whole language once and prints a line of JSON.</summary>
    public static int Scenario(string file, int replications, int seed)
    {
        // Formulas and rules are compiled once they are hot, so that the world that is warm is the one to be timed.
        var workload = new ScenarioWorkload(file, seed);
        WarmUp(() => workload.Run(ChunkSteps));
        var (steps, acts, ended) = (workload.Steps, workload.Acts, workload.EndedEarly);
        var watch = Stopwatch.StartNew();
        var rates = new List<double>();
        for (var left = replications; left > 0; left -= ChunkReplications)
        {
            var (chunk, before) = (Math.Min(left, ChunkReplications), watch.Elapsed);
            workload.RunReplications(chunk);
            rates.Add(chunk / (watch.Elapsed - before).TotalSeconds);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        (steps, acts, ended) = (workload.Steps - steps, workload.Acts - acts, workload.EndedEarly - ended);
        Print(string.Create(Invariant,
            $"{{\"engine\": \"escalate-language\", \"workload\": \"{Path.GetFileNameWithoutExtension(file)}\", " +
            $"\"reps\": {replications}, \"seconds\": {seconds:F6}, \"reps_per_s\": {replications / seconds:F0}, " +
            $"\"median_reps_per_s\": {Median(rates):F0}, \"steps_per_s\": {steps / seconds:F0}, " +
            $"\"acts_per_s\": {acts / seconds:F0}, " +
            $"\"steps_per_rep\": {steps / (double)replications:F2}, " +
            $"\"acts_per_rep\": {acts / (double)replications:F2}, " +
            $"\"ended_early\": {ended / (double)replications:F6}}}"));
        return 0;
    }

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);

    // In chunks, so that the runtime can put the optimised code in place between two of them.
    private static double SecondsOf(HoldWorkload workload, int operations)
    {
        var watch = Stopwatch.StartNew();
        for (var left = operations; left > 0; left -= ChunkOperations)
        {
            workload.Run(Math.Min(left, ChunkOperations));
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static double SecondsOf<TEvents>(EscalationWorkload<TEvents> workload, int replications)
        where TEvents : struct, IPendingEvents
    {
        var watch = Stopwatch.StartNew();
        workload.Run(replications);
        return watch.Elapsed.TotalSeconds;
    }

    private static void WarmUp(Action chunk)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < WarmUpSeconds;)
        {
            chunk();
        }
    }

    private static void Print(string line) => Console.WriteLine(line);
}
