using Escalation.Results;
using Escalation.Verification;

namespace Escalation.Cli;

/// <summary><c>verify</c>: the reference cases against their exact values.</summary>
internal static class VerifyVerb
{
    internal static Verb Make(Session session)
    {
        var verb = new Verb(
            "verify",
            "Runs small models whose answers are known exactly and shows how far the simulator is from them. Exit code 3 if a "
            + "figure is farther off than chance puts one in 100,000.",
            "escalate verify",
            "escalate verify --case V12 --replications 1000000",
            "escalate verify --deep --format markdown > validation.md");
        var options = new VerifyOptions();
        options.AddTo(verb);
        verb.SetAction(parsed =>
        {
            if (options.Read(parsed, out var request, out var nearest) is { } problem)
            {
                session.Terminal.Error.WriteLine(UsageErrors.Message(verb, problem, nearest));
                return ExitCode.Usage;
            }

            return request.IsShown ? Show(session, request) : Run(session, request);
        });
        return verb;
    }

    private static int Show(Session session, VerifyRequest request)
    {
        session.Terminal.Out.Write(request.Cases[0].ScenarioText);
        return ExitCode.Done;
    }

    private static int Run(Session session, VerifyRequest request)
    {
        using var interruption = new Interruption();
        var results = new List<CaseResult>();
        var isInterrupted = false;
        try
        {
            using var progress = new VerifyProgress(session, request);
            foreach (var reference in request.Cases)
            {
                results.Add(Verifier.Verify(reference, request.PlanOf(reference), progress.Next(reference), interruption.Token));
            }
        }
        catch (OperationCanceledException)
        {
            isInterrupted = true;
        }

        Answer(session, request, results, isWhole: !isInterrupted);
        var exit = Close(session, results);
        if (isInterrupted)
        {
            session.Terminal.Error.WriteLine(
                $"escalate: interrupted: done with {results.Count} of {Prose.Counted(request.Cases.Length, "case")}; "
                + $"to run them all: {session.CommandLine}");
        }

        return isInterrupted ? ExitCode.Interrupted : exit;
    }

    private static void Answer(Session session, VerifyRequest request, List<CaseResult> results, bool isWhole)
    {
        switch (request.Format)
        {
            case "json":
                session.Terminal.WriteBytes(stream => VerificationJson.Write(stream, results));
                break;
            case "csv":
                session.Terminal.WriteBytes(stream => VerificationCsv.Write(stream, results));
                break;
            case "markdown":
                session.Terminal.Out.Write(ProofPage.Text(results, isWhole, session.CommandLine));
                break;
            default:
                VerifyAnswer.Write(session.Terminal, results);
                break;
        }
    }

    // What fails is told in full, with the command that shows it again.
    private static int Close(Session session, List<CaseResult> results)
    {
        var exit = ExitCode.Done;
        foreach (var result in results)
        {
            foreach (var figure in result.Statistics.Where(figure => figure.Verdict == Verdict.Fails))
            {
                session.Terminal.Fail(result.Tell(figure));
                exit = ExitCode.Crossed;
            }
        }

        return exit;
    }
}
