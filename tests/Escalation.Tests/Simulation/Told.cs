using System.Globalization;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>Tells the acts of one replication in the order in which they happened.</summary>
internal static class Told
{
    /// <summary>One text an act, <c>day doer action target</c>.</summary>
    public static string[] Acts(string yaml)
    {
        var program = ScenarioProgram.Compile(ScenarioRun.Read(yaml), ParameterChoice.AsWritten);
        var trace = new Trace();
        new World(program).Run(seed: 1, replication: 0, trace);
        return [.. trace.Entries.Where(entry => entry.Kind == TraceKind.Act).Select(entry => Tell(program, entry))];
    }

    private static string Tell(ScenarioProgram program, TraceEntry act)
    {
        var scenario = program.Scenario;
        var words = new List<string>
        {
            act.Day.ToString(CultureInfo.InvariantCulture),
            scenario.Actors[act.Actor].Name,
            scenario.Actions[act.Action].Name,
        };
        if (act.Target >= 0)
        {
            words.Add(scenario.Actors[act.Target].Name);
        }

        return string.Join(' ', words);
    }
}
