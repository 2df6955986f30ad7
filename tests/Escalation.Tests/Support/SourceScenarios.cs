using Escalation.Loading;
using Escalation.Simulation;

namespace Escalation.Tests.Support;

/// <summary>Small scenarios that tests of the program share.</summary>
internal static class SourceScenarios
{
    /// <summary>Two sides, a ladder, an outcome that ends the history, one judged at the end, a time that may not come, a series.
    /// </summary>
    internal const string Feud = """
        escalation: 1
        name: "A feud, told briefly"
        start: 2023-10-17
        horizon: 60 d
        ladder: [insult, blow]
        levers:
          restraint: {value: 0.5, range: [0, 1], about: chance that an insult is borne}
        uncertainties:
          temper: {value: 0.2 per d, prior: "gamma(mean=0.2 per d, shape=4)"}
        cases:
          saints: {restraint: 1}
        conditions:
          peace: {states: [broken, holds], starts: holds}
        actions:
          insult: {rung: insult}
          blow: {rung: blow, draws: {hurt: bernoulli(0.3)}}
        actors:
          capulet:
            levels: {anger: {half_life: 5 d}}
            policy:
              - {name: mock, rate: temper, do: [{act: insult, against: montague}]}
              - {name: smart, upon: blow against me, do: [{add: {anger: 1}}]}
          montague:
            policy:
              - name: answer
                upon: insult against me
                chance: 1 - restraint
                limits: {pending: 1}
                after: exponential(mean=2 d)
                do: [{act: blow, against: capulet}, {switch: {peace: broken}}]
        measures:
          insults: {count: insult}
          wounds: {sum: hurt, of: blow}
          first_wound: {first: blow, if: event.hurt == 1}
          quiet: {time: peace is holds}
        outcomes:
          war: {when: wounds >= 3, ends: true, about: three people are hurt}
          calm: {at_end: wounds == 0, about: nobody is hurt}
        series: {every: 10 d, of: [insults, capulet.anger]}

        """;

    /// <summary>Fails in about one history in fifty, by a division by zero.</summary>
    internal const string Fragile = """
        escalation: 1
        name: Fragile
        horizon: 1 d
        actions:
          drop: {draws: {piece: "binomial(n=4, p=0.6)", share: 1 / event.piece}}
        actors:
          child: {policy: [{name: let go, at: 0.5 d, do: [{act: drop}]}]}
        measures: {pieces: {sum: share, of: drop}}
        outcomes: {broken: {at_end: pieces > 0}}

        """;

    /// <summary>Compiles a scenario that has no errors, with the values of the file.</summary>
    internal static ScenarioProgram Compile(string text)
    {
        var reading = ScenarioReader.ReadText("test.yaml", text);
        var found = reading.Diagnostics.Select(diagnostic => DiagnosticText.Render(diagnostic, "test.yaml", reading.Source));
        Assert.That(reading.Scenario, Is.Not.Null, () => string.Join('\n', found));
        return ScenarioProgram.Compile(reading.Scenario!, ParameterChoice.AsWritten);
    }
}
