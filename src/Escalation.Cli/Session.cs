using Escalation.Results;

namespace Escalation.Cli;

/// <summary>What every verb gets: how it was called, where it writes, what time it is.</summary>
/// <param name="Arguments">The command line after the name of the program.</param>
/// <param name="Terminal">Where answers and messages go.</param>
/// <param name="Time">The clock of manifests and progress.</param>
internal sealed record Session(string[] Arguments, Terminal Terminal, TimeProvider Time)
{
    /// <summary>The folder of the experiment that goes on; null: one begins.</summary>
    internal string? Resumed { get; init; }

    /// <summary>The command line, to be typed again in a shell.</summary>
    internal string CommandLine => ShellLine.Of(Arguments);
}
