using System.Diagnostics;
using System.Text;

namespace Escalation.Tests.Support;

/// <summary>Runs the program as its users do: a process with streams and an exit code.</summary>
internal static class CliProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // A shell that runs tests in the background has them ignore Ctrl-C, and what is ignored is inherited; the program under test
    // is to be as a person starts it. SigIgn is a mask of signals from 1; SIGINT is the second.
    private static bool IsInterruptIgnored { get; } = File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            is { } mask && (Convert.ToUInt64(mask["SigIgn:".Length..].Trim(), 16) & 2) != 0;

    /// <summary>Runs the program in a folder and waits for its end.</summary>
    /// <param name="folder">The current folder of the process.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote, and its exit code.</returns>
    internal static CliAnswer Run(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return Await(process);
    }

    /// <summary>Starts the program and lets it run.</summary>
    internal static Process Start(string folder, params string[] arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(IsInterruptIgnored ? "env" : host)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (IsInterruptIgnored)
        {
            start.ArgumentList.Add("--default-signal=INT");
            start.ArgumentList.Add(host);
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "escalate.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of a process that <see cref="Start"/> began.</summary>
    internal static CliAnswer Await(Process process)
    {
        process.StandardInput.Close();
        var answers = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            Assert.Fail($"The program did not end within {Patience}.");
        }

        return new(process.ExitCode, answers.GetAwaiter().GetResult(), messages.GetAwaiter().GetResult());
    }
}

/// <summary>What a process left.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record CliAnswer(int ExitCode, string Out, string Error);
