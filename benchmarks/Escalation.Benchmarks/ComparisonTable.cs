using System.Globalization;

namespace Escalation.Benchmarks;

/// <summary>The table of the README: each workload by hand on the Engine, as a scenario file, on what a reader has without
/// installing anything, and in C.</summary>
internal static class ComparisonTable
{
    private const int ChunkOperations = 20_000;
    private const int ChunkReplications = 50;
    private const int ChunkSteps = 20_000;
    private const int CeilingReplications = 12_000;
    private const int Rounds = 9;

    // Beyond so many a scan is out of the question.
    private const int LongestScan = 1_000;

    private static readonly string[] Scenarios = ["first-steps", "syria-2023-03", "iraq-syria-2023-10"];

    /// <summary>Measures and prints it.</summary>
    public static int Print()
    {
        using var ceiling = CeilingProgram.Compile();
        Line("| workload | escalate | class library | array scan | C | of class library | of C |");
        Line("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var pending in new[] { 10, 1_000, 100_000, 1_000_000 })
        {
            PrintHold(pending, ceiling);
        }

        var check = PrintEscalation(ceiling);
        foreach (var name in Scenarios)
        {
            var contender = Contender.Here(Steps(new ScenarioWorkload($"scenarios/{name}.yaml")));
            Contender.Race([contender], Rounds);
            Line(string.Create(CultureInfo.InvariantCulture, $"| {name}, M steps/s | {contender.Rate / 1e6:F1} | | | | | |"));
        }

        Line(string.Empty);
        Line(check);
        return 0;
    }

    private static void PrintHold(int pending, CeilingProgram? ceiling)
    {
        Contender[] two =
        [
            Operations(new HoldWorkload(pending, seed: 1), ChunkOperations),
            Operations(new HoldOnBaseline(pending, seed: 1), ChunkOperations),
        ];
        var scan = pending > LongestScan
            ? null
            : Operations(new HoldOnScan(pending, seed: 1), ChunkOperations / pending);
        var operations = pending < 100_000 ? 10_000_000 : 3_000_000;
        var c = ceiling is null ? null : Contender.Elsewhere(() => ceiling.Hold(pending, operations));
        Contender.Race([.. two, scan, c], Rounds);
        var name = string.Create(CultureInfo.InvariantCulture, $"hold, {pending:N0} pending, M operations/s");
        PrintRow(name, 1e6, two[0], two[1], scan, c);
    }

    private static string PrintEscalation(CeilingProgram? ceiling)
    {
        var engine = new EscalationWorkload<EventsOnEngine>(new EventsOnEngine(seed: 1));
        var library = new EscalationWorkload<EventsOnBaseline>(new EventsOnBaseline(seed: 1));
        var scan = new EscalationWorkload<EventsOnScan>(new EventsOnScan(seed: 1));
        var file = new ScenarioWorkload("benchmarks/workloads/mini-escalation.yaml");
        Contender[] four =
        [
            Replications(engine), Replications(library), Replications(scan), Contender.Here(() => Replications(file)),
        ];
        var c = ceiling is null ? null : Contender.Elsewhere(() => ceiling.Escalate(CeilingReplications));
        Contender.Race([.. four, c], Rounds);
        PrintRow("mini-escalation by hand, k replications/s", 1e3, four[0], four[1], four[2], c);
        PrintRow("mini-escalation as a scenario file, k replications/s", 1e3, four[3], four[1], four[2], c);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"P(spiral) by hand {Share(engine):F4}, as a file {file.EndedEarly / (double)file.Replications:F4}, " +
            $"on the class library {Share(library):F4}, by scan {Share(scan):F4}; expected 0.620.");

        static double Share<T>(EscalationWorkload<T> w)
            where T : struct, IPendingEvents => (double)w.Spirals / w.Replications;
    }

    private static Contender Operations(IHold workload, int operations) => Contender.Here(() =>
    {
        workload.Run(operations);
        return operations;
    });

    private static Contender Replications<T>(EscalationWorkload<T> workload)
        where T : struct, IPendingEvents => Contender.Here(() =>
    {
        workload.Run(ChunkReplications);
        return ChunkReplications;
    });

    private static double Replications(ScenarioWorkload workload)
    {
        workload.RunReplications(ChunkReplications);
        return ChunkReplications;
    }

    private static Func<double> Steps(ScenarioWorkload workload) => () =>
    {
        var before = workload.Steps;
        workload.Run(ChunkSteps);
        return workload.Steps - before;
    };

    private static void PrintRow(string name, double unit, Contender ours, Contender library, Contender? scan, Contender? c)
    {
        Line($"| {name} | {Figure(ours)} | {Figure(library)} | {Figure(scan)} | {Figure(c)} | {Ratio(library)} | {Ratio(c)} |");

        string Figure(Contender? contender) => contender is null
            ? ""
            : (contender.Rate / unit).ToString(Digits(contender.Rate / unit), CultureInfo.InvariantCulture);

        string Ratio(Contender? other) =>
            other is null ? "" : (ours.Rate / other.Rate).ToString("F2", CultureInfo.InvariantCulture);
    }

    private static string Digits(double figure) => figure < 1 ? "F2" : "F1";

    private static void Line(string line) => Console.WriteLine(line);
}
