using System.CommandLine;
using System.CommandLine.Invocation;

namespace Escalation.Cli;

/// <summary>Prints name and version of the program.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    /// <summary>The version, as of the assembly.</summary>
    internal static string Version { get; } = typeof(VersionAction).Assembly.GetName().Version!.ToString(fieldCount: 3);

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        terminal.Out.WriteLine($"escalate {Version}");
        return ExitCode.Done;
    }
}
