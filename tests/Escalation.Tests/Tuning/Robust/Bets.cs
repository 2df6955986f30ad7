using Escalation.Experiments;
using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Robust;

/// <summary>Three policies of which each is the best by another criterion. With a chance of 0.2 there is a storm:
/// <code>
///          calm  storm   mean  worst tenth   regrets   in nine of ten
/// bold        0     10    2.0           10      0, 6                6
/// steady      3      4    3.2            4      3, 0                3
/// hedge       2      5    2.6            5      2, 1                2
/// </code>
/// Only bold has no cost to speak of where it is calm.</summary>
internal static class Bets
{
    /// <summary>The scenario; an effort that misses the wind costs its square, and noise has a standard deviation of
    /// 0.5.</summary>
    internal const string Text = """
        escalation: 1
        name: Bets
        horizon: 1 d
        levers:
          policy: {value: steady, choices: [bold, steady, hedge]}
          effort: {value: 0.2, range: [0, 1]}
        uncertainties:
          storm: {prior: "uniform(low=0, high=1)"}
          wind: {prior: "uniform(low=0, high=1)"}
        actions:
          work:
            draws:
              cost: >-
                if(storm > 0.8, if(policy is bold, 10, if(policy is steady, 4, 5)),
                if(policy is bold, 0, if(policy is steady, 3, 2))) + (effort - wind) ^ 2 + normal(mean=0, sd=0.5)
        actors: {somebody: {policy: [{name: work, at: 0.5 d, do: [{act: work}]}]}}
        measures: {cost: {max: cost, of: work}}
        outcomes: {dear: {at_end: cost > 4.7, about: it is dear}}
        objectives: {price: mean(cost), gain: {maximise: 0 - mean(cost)}}

        """;

    /// <summary>The compiled scenario.</summary>
    internal static Scenario Scenario { get; } = SourceScenarios.Compile(Text).Scenario;

    /// <summary>The price as the goal.</summary>
    internal static TuningGoal Price { get; } = new([Scenario.Objectives[0]], []);

    /// <summary>What nobody knows.</summary>
    internal static InputSpace Unknowns { get; } = new(
        Scenario,
        ParameterChoice.AsWritten,
        Enumerable.Range(0, Scenario.Parameters.Length).Where(index => Scenario.Parameters[index].Prior is not null)
            .Select(index => SpaceInput.OfPrior(index, Scenario.Parameters[index].Prior!)));

    /// <summary>The three policies.</summary>
    internal static PolicySpace Policies { get; } =
        new(Scenario, ParameterChoice.AsWritten, [SearchedLever.OfValues(0, [0, 1, 2])]);

    /// <summary>The three policies and every effort.</summary>
    internal static PolicySpace Efforts { get; } =
        new(Scenario, ParameterChoice.AsWritten, [SearchedLever.OfValues(0, [0, 1, 2]), SearchedLever.OfRange(1, 0, 1)]);

    /// <summary>Futures of a seed.</summary>
    internal static FutureSequence Futures(ulong seed = 1) => new(Unknowns, seed);

    /// <summary>Something to run points in.</summary>
    internal static PointSession Session(ulong seed = 1, int threads = 2) => new(
        Scenario, ParameterChoice.AsWritten, Enumerable.Range(0, Scenario.Parameters.Length), seed, threads);
}
