using System.CommandLine;
using System.CommandLine.Help;
using System.Diagnostics.CodeAnalysis;
using Escalation.Results;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>The program as a function of its arguments and streams.</summary>
internal static class Application
{
    /// <summary>Runs the program.</summary>
    /// <param name="args">The command line after the name of the program.</param>
    /// <param name="terminal">Where answers and messages go.</param>
    /// <param name="time">The clock of manifests and progress.</param>
    /// <returns>The exit code.</returns>
    internal static int Run(string[] args, Terminal terminal, TimeProvider time)
    {
        return Run(new Session(args, terminal, time));
    }

    private static int Run(Session session)
    {
        var (args, terminal) = (session.Arguments, session.Terminal);
        var root = MakeRoot(session);

        // No response files: a value may begin with '@'.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not (HelpLayout or VersionAction) && UsageErrors.Of(parsed, args) is { } usage)
        {
            terminal.Error.WriteLine(usage);
            return ExitCode.Usage;
        }

        return Guarded(terminal, () => parsed.Invoke(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        }));
    }

    private static RootCommand MakeRoot(Session session)
    {
        var root = new RootCommand(
            "Simulates how conflicts escalate: histories by the thousand from a scenario that you can read aloud.")
        {
            RunVerb.Make(session),
            ValidateVerb.Make(session),
            CompareVerb.Make(session),
            SweepVerb.Make(session),
            SensitivityVerb.Make(session),
            DiscoverVerb.Make(session),
            TuneVerb.Make(session),
            CalibrateVerb.Make(session),
            BacktestVerb.Make(session),
            ReplayVerb.Make(session),
            ExplainVerb.Make(session),
            PlotVerb.Make(session),
            ReportVerb.Make(session, Run),
            ResumeVerb.Make(session, Run),
            StudyVerb.Make(session, Run),
            VerifyVerb.Make(session),
            NewVerb.Make(session),
            SchemaVerb.Make(session),
            LanguageVerb.Make(session),
        };
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case VersionOption version:
                    version.Description = "Print the version.";
                    version.Action = new VersionAction(session.Terminal);
                    break;
                case HelpOption help:
                    help.Description = "Print help, examples first; after a verb, its own.";
                    help.Action = new HelpLayout(session.Terminal);
                    break;
            }
        }

        root.SetAction(_ =>
        {
            HelpLayout.Write(root, session.Terminal.Error, session.Terminal.Width);
            return ExitCode.Usage;
        });
        return root;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The one place where what escapes becomes one line and an exit code.")]
    private static int Guarded(Terminal terminal, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure)
        {
            terminal.Fail(failure switch
            {
                RunFolderException or ReplicationFaultException or ScenarioFaultException => failure.Message,
                IOException or UnauthorizedAccessException => $"cannot write the answer: {failure.Message}",
                OutOfMemoryException => "not enough memory: ask for fewer --replications, or for fewer paths in 'series'",
                _ => "this is a fault of escalate, not yours; please report it with the command line: "
                    + $"{failure.GetType().Name}: {failure.Message}",
            });
            return ExitCode.Failed;
        }
    }
}
