namespace Escalation.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    internal const int Done = 0;

    /// <summary>The work failed, or a file is invalid.</summary>
    internal const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    internal const int Usage = 2;

    /// <summary>A check or a threshold of the command line was not met.</summary>
    internal const int Crossed = 3;

    /// <summary>Interrupted; what was done is kept. 128 + SIGINT, as shells have it.</summary>
    internal const int Interrupted = 130;
}
