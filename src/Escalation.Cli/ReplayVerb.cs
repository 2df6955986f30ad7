using System.CommandLine;
using Escalation.Report;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary><c>replay</c>: one history, told line by line.</summary>
internal static class ReplayVerb
{
    internal static Verb Make(Session session)
    {
        var scenario = CommonOptions.Scenario();
        var replication = CommonOptions.Whole(
            "--replication", "K", "Its number in replications.csv, from 0.", standard: null, 0, long.MaxValue, "-k");
        var seed = CommonOptions.Seed();
        var parameters = new ParameterOptions();
        var all = new Option<bool>("--all") { Description = "Tells also what was dropped and why, and what was heard at once." };
        var json = new Option<bool>("--json") { Description = "The whole history as JSON, for programs." };
        var verb = new Verb(
            "replay",
            "Tells one history line by line: who did what to whom, by which rule, because of what.",
            "escalate replay scenarios/iraq-syria-2023-10.yaml --replication 17",
            "escalate replay scenarios/iraq-syria-2023-10.yaml --replication 17 --json | jq .entries")
        {
            scenario, replication, seed,
        };
        parameters.AddTo(verb);
        verb.Add(all);
        verb.Add(json);
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
            if (parsed.GetValue(json))
            {
                session.Terminal.WriteBytes(stream => HistoryJson.Write(stream, history));
            }
            else
            {
                HistoryText.Write(session.Terminal, history, isWhole: parsed.GetValue(all));
            }

            return Close(session, history);
        });
        return verb;
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
