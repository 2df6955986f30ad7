using Escalation.Model;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>An actor whose levels move: fear falls from 5 to 0.5, doubt rises from 0 to 2, rung falls from 3 to 0 in 30
/// days.</summary>
internal static class MovingLevels
{
    /// <summary>The scenario.</summary>
    /// <param name="occasion">When its one rule acts, which changes nothing: <c>rate: …</c> or <c>when: …</c>.</param>
    public static Scenario With(string occasion) => ScenarioRun.Read($$"""
        escalation: 1
        name: moving levels
        horizon: 100 d
        actors:
          a:
            levels:
              fear: {starts: 5, rests_at: 0.5, half_life: 4 d}
              doubt: {starts: 0, rests_at: 2, half_life: 9 d}
              rung: {starts: 3, min: 0, max: 3, falls: 0.1 per d}
            policy: [{name: act, {{occasion}}, do: [{note: x}]}]
        outcomes: {x: {at_end: 1} }
        """);
}
