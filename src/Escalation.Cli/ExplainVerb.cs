using Escalation.Report;
using Escalation.Report.Stories;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary><c>explain</c>: why an outcome came true in a history.</summary>
internal static class ExplainVerb
{
    internal static Verb Make(Session session)
    {
        var verb = new Verb(
            "explain",
            "Explains why an outcome came true in a history: the chain of causes back to own initiative, and the acts that its "
            + "condition had counted.",
            "escalate explain scenarios/iraq-syria-2023-10.yaml --outcome spiral",
            "escalate explain scenarios/iraq-syria-2023-10.yaml --outcome near_war --replication 20 --svg near-war.svg");
        var options = new ExplainOptions();
        options.AddTo(verb);
        verb.SetAction(parsed =>
        {
            if (!LoadedScenario.TryRead(options.ScenarioPath(parsed), session.Terminal, isQuiet: true, out var loaded))
            {
                return ExitCode.Failed;
            }

            if (options.Read(parsed, loaded.Scenario, out var request, out var nearest) is { } problem)
            {
                session.Terminal.Error.WriteLine(UsageErrors.Message(verb, problem, nearest));
                return ExitCode.Usage;
            }

            var program = ScenarioProgram.Compile(loaded.Scenario, request.Choice);
            if (Explain(session.Terminal, program, request) is not { } explanation)
            {
                return ExitCode.Failed;
            }

            var isDrawn = options.Chart.TryWrite(session.Terminal, parsed, () => HistoryChart.Of(explanation));
            Tell(session.Terminal, explanation, request);
            return isDrawn ? ExitCode.Done : ExitCode.Failed;
        });
        return verb;
    }

    private static Explanation? Explain(Terminal terminal, ScenarioProgram program, ExplainRequest request)
    {
        var name = program.Scenario.Outcomes[request.Outcome].Name;
        var number = request.Replication
            ?? Explanation.FirstWith(program, request.Seed, request.Replications, request.Outcome);
        if (number is not { } known)
        {
            terminal.Fail(
                $"'{name}' comes true in none of {RunSentence.Histories(request.Replications)} of seed {request.Seed}: "
                + "ask for more --replications, or for another --seed");
            return null;
        }

        var history = History.Of(program, request.Seed, known);
        if (history.Fault is { } fault)
        {
            terminal.Fail(fault);
            return null;
        }

        var explanation = Explanation.Of(history, request.Outcome);
        if (explanation is null)
        {
            terminal.Fail(FormattableString.Invariant($"'{name}' does not come true in history {known} of seed {request.Seed}: ")
                + "leave --replication out, and the first is found in which it does");
        }

        return explanation;
    }

    private static void Tell(Terminal terminal, Explanation explanation, ExplainRequest request)
    {
        if (request.IsForPrograms)
        {
            terminal.WriteBytes(stream => ExplanationJson.Write(stream, explanation));
        }
        else
        {
            ExplanationText.Write(terminal, explanation, isChosen: request.Replication is not null);
        }
    }
}
