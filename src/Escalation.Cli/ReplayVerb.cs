using System.CommandLine;
using Escalation.Report;
using Escalation.Report.Stories;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary><c>replay</c>: one history, told in sentences.</summary>
internal static class ReplayVerb
{
    internal static Verb Make(Session session)
    {
        var scenario = CommonOptions.Scenario();
        var replication = CommonOptions.Whole(
            "--replication", "K", "Its number in replications.csv, from 0.", standard: null, 0, long.MaxValue, "-k");
        var seed = CommonOptions.Seed();
        var parameters = new ParameterOptions();
        var all = new Option<bool>("--all")
        {
            Description = "The complete list instead, a line each: also what was dropped and why, and what was heard at once.",
        };
        var json = new Option<bool>("--json") { Description = "The whole history as JSON, for programs." };
        var chart = new ChartFile(FormattableString.Invariant(
            $"Draws the acts on a timeline, with arrows from cause to effect; at most {HistoryChart.MostActs} of them."));
        var verb = new Verb(
            "replay",
            "Tells one history in sentences: who did what to whom, by which rule, because of what, and who learnt of it.",
            "escalate replay scenarios/iraq-syria-2023-10.yaml --replication 17",
            "escalate replay scenarios/iraq-syria-2023-10.yaml --replication 17 --svg history-17.svg")
        {
            scenario, replication, seed,
        };
        parameters.AddTo(verb);
        verb.Add(all);
        verb.Add(json);
        chart.AddTo(verb);
        verb.SetAction(parsed =>
        {
            if (!LoadedScenario.TryRead(parsed.GetRequiredValue(scenario), session.Terminal, isQuiet: true, out var loaded))
            {
                return ExitCode.Failed;
            }

            if (parameters.Read(parsed).Resolve(loaded.Scenario, out var choice) is { } problem)
            {
                session.Terminal.Error.WriteLine(UsageErrors.Message(verb, problem, nearest: null));
                return ExitCode.Usage;
            }

            var history = History.Of(
                ScenarioProgram.Compile(loaded.Scenario, choice), parsed.GetValue(seed), parsed.GetValue(replication));
            var isDrawn = chart.TryWrite(session.Terminal, parsed, () => HistoryChart.Of(history));
            Tell(session.Terminal, history, isForPrograms: parsed.GetValue(json), isWhole: parsed.GetValue(all));
            return isDrawn ? Close(session, history) : ExitCode.Failed;
        });
        return verb;
    }

    private static void Tell(Terminal terminal, History history, bool isForPrograms, bool isWhole)
    {
        if (isForPrograms)
        {
            terminal.WriteBytes(stream => HistoryJson.Write(stream, history));
        }
        else if (isWhole)
        {
            HistoryText.Write(terminal, history);
        }
        else
        {
            StoryText.Write(terminal, Story.Of(history));
        }
    }

    private static int Close(Session session, History history)
    {
        if (history.Fault is not { } fault)
        {
            return ExitCode.Done;
        }

        session.Terminal.Fail(fault);
        return ExitCode.Failed;
    }
}
