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
    private const int ChunksOfRound = 100;
    private const int Rounds = 9;
    private const double WarmUpSeconds = 1;

    private static readonly string[] Scenarios = ["first-steps", "syria-2023-03", "iraq-syria-2023-10"];

    public static int Usage()
    {
        Console.Error.WriteLine(
            "usage: hold PENDING OPERATIONS SEED | escalate REPLICATIONS SEED | quick | BenchmarkDotNet's options");
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

    /// <summary>Runs all workloads on the Engine and on the class library, in turn, and prints a table of medians.</summary>
    public static int Table()
    {
        Print("| workload | Engine | class library | ratio |");
        Print("|---|--:|--:|--:|");
        foreach (var pending in new[] { 10, 1_000, 100_000 })
        {
            var (engine, baseline) = (new HoldWorkload(pending, seed: 1), new HoldOnBaseline(pending, seed: 1));
            WarmUp(() => engine.Run(ChunkOperations));
            WarmUp(() => baseline.Run(ChunkOperations));
            PrintRow(string.Create(Invariant, $"hold, {pending:N0} pending, M operations/s"), ChunkOperations / 1e6,
                () => engine.Run(ChunkOperations), () => baseline.Run(ChunkOperations));
        }

        var ours = new EscalationWorkload<EventsOnEngine>(new EventsOnEngine(seed: 1));
        var theirs = new EscalationWorkload<EventsOnBaseline>(new EventsOnBaseline(seed: 1));
        WarmUp(() => ours.Run(ChunkReplications));
        WarmUp(() => theirs.Run(ChunkReplications));
        PrintRow("mini-escalation, k replications/s", ChunkReplications / 1e3,
            () => ours.Run(ChunkReplications), () => theirs.Run(ChunkReplications));
        foreach (var name in Scenarios)
        {
            PrintScenario($"scenarios/{name}.yaml");
        }

        Print(string.Empty);
        Print(string.Create(Invariant,
            $"P(spiral) {Spirals(ours):F4} and {Spirals(theirs):F4}, " +
            $"events a replication {Events(ours):F1} and {Events(theirs):F1}, expected 0.620 and 501.8."));
        return 0;

        static double Spirals<T>(EscalationWorkload<T> w) where T : struct, IPendingEvents => (double)w.Spirals / w.Replications;
        static double Events<T>(EscalationWorkload<T> w) where T : struct, IPendingEvents => (double)w.Events / w.Replications;
    }

    private static void PrintScenario(string name)
    {
        var workload = new ScenarioWorkload(name);
        WarmUp(() => workload.Run(ChunkSteps));
        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < ChunksOfRound; i++)
            {
                var (before, watch) = (workload.Steps, Stopwatch.StartNew());
                workload.Run(ChunkSteps);
                rates.Add((workload.Steps - before) / 1e6 / watch.Elapsed.TotalSeconds);
            }
        }

        var title = Path.GetFileNameWithoutExtension(name);
        Print(string.Create(Invariant, $"| scenario {title}, M steps/s | {Median(rates):F1} | | |"));
    }

    private static void PrintRow(string name, double work, Action engine, Action baseline)
    {
        // Turn and turn about, so that what else the machine does meets both alike; some milliseconds each, of which the median
        // leaves out those in which the machine did something else.
        var (fast, slow) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            AddRates(fast, work, engine);
            AddRates(slow, work, baseline);
        }

        var (ours, theirs) = (Median(fast), Median(slow));
        Print(string.Create(Invariant, $"| {name} | {ours:F1} | {theirs:F1} | {ours / theirs:F2} |"));
    }

    private static void AddRates(List<double> rates, double work, Action chunk)
    {
        for (var i = 0; i < ChunksOfRound; i++)
        {
            var watch = Stopwatch.StartNew();
            chunk();
            rates.Add(work / watch.Elapsed.TotalSeconds);
        }
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
