using Escalation.Report;
using Escalation.Simulation;

namespace Escalation.Tests.Support;

/// <summary>Histories that tests tell and explain.</summary>
internal static class SourceHistories
{
    /// <summary>Secret and late reports, several changes at one moment, a condition, a note, a measure with a window, an outcome
    /// that depends on two acts.</summary>
    internal const string Smoke = """
        escalation: 1
        name: Smoke on the border
        horizon: 20 d
        ladder: [push, shove, shot]
        conditions:
          truce: {states: [broken, holds], starts: holds}
        actions:
          raid: {rung: shove, draws: {hurt: 2, taken: 0, lost: 0}, report: {after: 6 h, attributed: 0}}
          reply: {rung: shot, draws: {hurt: 0.25}}
          rumour: {}
        actors:
          north:
            levels: {anger: 1, hope: 5}
            policy:
              - name: come at night
                at: [2 d, 3 d]
                do: [{act: raid, against: south}]
              - name: regret
                upon: reply against me
                do: [{add: {anger: 0.5}}, {add: {hope: -2}}, {note: "smoke, everywhere."}]
          south:
            policy:
              - name: answer
                upon: raid against me
                after: 36 h
                do: [{act: reply, against: north}, {switch: {truce: broken}}]
              - {name: whisper, upon: truce becomes broken, do: [{act: rumour}]}
              - {name: despair, when: day >= 19 d, do: [{act: rumour}]}
        measures:
          raids: {count: raid, within: 4 d}
          replies: {count: reply}
          anger: {level: north.anger}
          worst: {max: hurt, of: any action}
        outcomes:
          feud: {when: raids >= 2 and replies >= 1, about: both sides have shed blood}
          furious: {at_end: anger > 1.5 and worst >= 2 and truce is broken}
          over: {when: feud and raids == 0}
          bliss: {at_end: replies == 0}

        """;

    /// <summary>One history of a scenario text.</summary>
    internal static History Of(string text, long replication = 0, ulong seed = 1) =>
        History.Of(SourceScenarios.Compile(text), seed, replication);

    /// <summary>One history of a scenario of the repository.</summary>
    internal static History OfFile(string path, long replication) =>
        History.Of(ScenarioProgram.Compile(ScenarioRun.Read(Source.Text(path)), ParameterChoice.AsWritten), 1, replication);
}
