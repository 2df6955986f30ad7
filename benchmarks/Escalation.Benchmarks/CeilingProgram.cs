using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Escalation.Benchmarks;

/// <summary>The two workloads in C, compiled by gcc where that is there.</summary>
internal sealed class CeilingProgram : IDisposable
{
    private readonly DirectoryInfo folder;
    private readonly string program;
    private int seed;

    private CeilingProgram(DirectoryInfo folder, string program) => (this.folder, this.program) = (folder, program);

    /// <summary>Compiles it.</summary>
    /// <returns>Null if there is no gcc.</returns>
    public static CeilingProgram? Compile()
    {
        var folder = Directory.CreateTempSubdirectory("ceiling");
        var program = Path.Combine(folder.FullName, "ceiling");
        try
        {
            Run("gcc", "-O3", "-march=native", "-o", program, Repository.PathOf("benchmarks/ceiling/ceiling.c"), "-lm");
            return new CeilingProgram(folder, program);
        }
        catch (Win32Exception)
        {
            folder.Delete(recursive: true);
            return null;
        }
    }

    /// <summary>Operations of the hold model a second, in one run.</summary>
    public double Hold(int pending, int operations) => Rate("hold", pending, operations);

    /// <summary>Replications of the mini-escalation a second, in one run.</summary>
    public double Escalate(int replications) => Rate("escalate", replications);

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private double Rate(string workload, params int[] numbers)
    {
        string[] words = [workload, .. numbers.Append(++seed).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        using var answer = JsonDocument.Parse(Run(program, words));
        return answer.RootElement.GetProperty("reps_per_s").GetDouble();
    }

    private static string Run(string file, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(file, words) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{file} ended with exit code {process.ExitCode}.");
    }
}
