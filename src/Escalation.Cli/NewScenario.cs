using System.Text.Encodings.Web;
using System.Text.Json;
using Escalation.Loading;

namespace Escalation.Cli;

/// <summary>The scenario that <c>new</c> writes.</summary>
internal static class NewScenario
{
    private const string Body = """
        # 'escalate language' explains every key; 'escalate validate FILE' shows every mistake with its place.
        escalation: 1                          # the version of the language
        name: @NAME@
        about: Raiders harass a guard. Does a firm answer calm the border, or set it on fire?
        horizon: 90 d                          # how long one history lasts
        ladder: [harassment, reprisal]         # rungs of escalation, the lowest first

        levers:                                # what somebody may choose: try 'escalate run FILE --set firmness=0.9'
          firmness: {value: 0.3, range: [0, 1], about: chance that the guard answers an attack}

        uncertainties:                         # what nobody knows; '--sample' draws each from its prior
          temper: {value: 0.3 per d, prior: "gamma(mean=0.3 per d, shape=4)", about: attacks a day of raiders without fear}

        cases:                                 # titled sets of values: '--case "never answer"'
          never answer: {firmness: 0}
          often: {firmness: 0.8}

        conditions:                            # states of the world that rules switch
          truce: {states: [holds, broken]}     # it starts in the first

        actions:                               # what can be done, and what chance makes of it
          attack: {rung: harassment, draws: {hurt: bernoulli(0.2)}}
          strike: {rung: reprisal}

        actors:
          raiders:
            levels:
              fear: {half_life: 10 d, about: each strike adds one; half of it is gone in ten days}
            policy:
              - name: harass                   # own initiative, the less the more they fear
                rate: temper * exp(-fear)
                do: [{act: attack, against: guard}]
              - name: avenge                   # upon something heard: one revenge or two, a day or two later
                upon: strike against me
                after: exponential(mean=1.5 d)
                do:
                  - {add: {fear: 1}}
                  - {act: attack, against: guard, times: poisson(mean=1)}
          guard:
            policy:
              - name: answer
                upon: attack against me
                chance: if(event.hurt, sqrt(firmness), firmness)
                limits: {pending: 1}           # one strike answers all attacks that come before it
                after: lognormal(median=1 d, spread=2)
                do:
                  - {act: strike, against: event.actor}
                  - {switch: {truce: broken}}
              - name: calm down                # a fortnight without an attack mends the truce
                when: attacks_fortnight == 0
                if: truce is broken
                do: [{switch: {truce: holds}}]

        measures:                              # what is counted
          attacks: {count: attack}
          attacks_fortnight: {count: attack, within: 14 d}
          hurt_week: {count: attack, if: event.hurt == 1, within: 7 d}
          quiet: {time: truce is holds}

        outcomes:                              # what is asked
          out_of_hand: {when: hurt_week >= 3, about: three attacks within a week hurt someone}

        series: {every: 1 d, of: [attacks, raiders.fear]}

        studies:                               # experiments that anybody can do again
          never or often: {compare: {case: [never answer, often], replications: 10000}}

        """;

    /// <summary>The scenario with a name.</summary>
    /// <param name="name">The name, any text.</param>
    /// <returns>A text that is valid.</returns>
    internal static string Text(string name)
    {
        // A text of JSON is one of YAML, so quotes and odd signs in a name do no harm.
        var isPlain = name.Length > 0 && char.IsAsciiLetter(name[0])
            && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        var written = isPlain ? name : $"\"{JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        return $"{ScenarioSchema.Modeline}\n{Body.Replace("@NAME@", written, StringComparison.Ordinal)}";
    }
}
