using System.Diagnostics;
using System.Globalization;

namespace Escalation.Benchmarks;

/// <summary>How long the published program takes from the start of its process to its end.</summary>
internal static class StartUpTable
{
    private const int Rounds = 21;

    /// <summary>Measures and prints it.</summary>
    /// <param name="folder">Where the program was published to.</param>
    public static int Print(string folder)
    {
        var runs = Directory.CreateTempSubdirectory("startup");
        var scenario = Repository.PathOf("scenarios/iraq-syria-2023-10.yaml");
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "escalate.exe" : "escalate");
        try
        {
            Console.WriteLine("| command | ms, median | fastest |");
            Console.WriteLine("|---|--:|--:|");
            PrintRow("escalate --version", _ => ["--version"]);
            PrintRow("escalate validate scenarios/iraq-syria-2023-10.yaml", _ => ["validate", scenario]);
            PrintRow(
                "escalate run scenarios/iraq-syria-2023-10.yaml --replications 1",
                round => ["run", scenario, "--replications", "1", "--out", Path.Combine(runs.FullName, $"{round}")]);
        }
        finally
        {
            runs.Delete(recursive: true);
        }

        return 0;

        void PrintRow(string name, Func<int, string[]> words)
        {
            var times = Enumerable.Range(0, Rounds).Select(round => MillisecondsOf(program, words(round))).Order().ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| `{name}` | {times[Rounds / 2]:F0} | {times[0]:F0} |"));
        }
    }

    private static double MillisecondsOf(string program, string[] words)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? watch.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}.");
    }
}
