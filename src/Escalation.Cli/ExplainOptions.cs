using System.CommandLine;
using Escalation.Language;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>The options of <c>explain</c>, and what a command line says for each.</summary>
internal sealed class ExplainOptions
{
    private readonly Argument<string> scenario = CommonOptions.Scenario();
    private readonly Option<ulong> seed = CommonOptions.Seed();
    private readonly ParameterOptions parameters = new();
    private readonly Option<bool> json =
        new("--json") { Description = "The explanation as JSON, for programs: chains as they are." };

    private readonly Option<string> outcome = new("--outcome")
    {
        HelpName = "NAME",
        Description = "The outcome that is explained, as the scenario names it.",
        Required = true,
    };

    private readonly Option<long> replication = CommonOptions.Whole(
        "--replication",
        "K",
        "The history, by its number in replications.csv; without it the first in which the outcome comes true.",
        standard: null,
        0,
        long.MaxValue,
        "-k");

    private readonly Option<long> replications =
        CommonOptions.Replications("How many histories are looked through for it, from 0.", standard: 1_000);

    /// <summary>Describes them.</summary>
    internal ExplainOptions() => replication.Required = false;

    /// <summary>The chart, if it is asked for.</summary>
    internal ChartFile Chart { get; } = new("Draws the acts that led to it, or were counted for it, on a timeline.");

    /// <summary>Adds the options to the verb.</summary>
    internal void AddTo(Command verb)
    {
        verb.Add(scenario);
        verb.Add(outcome);
        verb.Add(replication);
        verb.Add(replications);
        verb.Add(seed);
        parameters.AddTo(verb);
        verb.Add(json);
        Chart.AddTo(verb);
        verb.Add(CommonOptions.NoColor());
    }

    /// <summary>The path of the scenario file.</summary>
    internal string ScenarioPath(ParseResult parsed) => parsed.GetRequiredValue(scenario);

    /// <summary>Reads a command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="known">The scenario that it names.</param>
    /// <param name="request">What it asks for.</param>
    /// <param name="nearest">The outcome that was probably meant by one that is unknown.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal string? Read(ParseResult parsed, Scenario known, out ExplainRequest request, out string? nearest)
    {
        var isChosen = IsGiven(replication);
        var name = parsed.GetRequiredValue(outcome);
        var outcomes = known.Outcomes.Select(one => one.Name).ToList();
        var problem = parameters.Read(parsed).Resolve(known, out var choice);
        if (isChosen && IsGiven(replications))
        {
            problem ??= "--replication names one history, and --replications looks through many: one of them is enough";
        }

        nearest = outcomes.Contains(name) ? null : Suggestions.Nearest(name, outcomes);
        if (!outcomes.Contains(name))
        {
            var others = nearest is null ? $"; those of this file are {string.Join(", ", outcomes)}" : "";
            problem ??= $"there is no outcome '{name}'{others}";
        }

        request = new(
            choice,
            outcomes.IndexOf(name),
            isChosen ? parsed.GetValue(replication) : null,
            parsed.GetValue(replications),
            parsed.GetValue(seed),
            parsed.GetValue(json));
        return problem;

        bool IsGiven(Option option) => parsed.GetResult(option) is { Implicit: false };
    }
}

/// <summary>What a command line asks <c>explain</c> for.</summary>
/// <param name="Choice">Values of levers and uncertainties.</param>
/// <param name="Outcome">Index of the outcome.</param>
/// <param name="Replication">The number of the history; null: the first in which the outcome comes true.</param>
/// <param name="Replications">How many histories are looked through for it.</param>
/// <param name="Seed">The seed.</param>
/// <param name="IsForPrograms">True: JSON instead of a tree.</param>
internal sealed record ExplainRequest(
    ParameterChoice Choice, int Outcome, long? Replication, long Replications, ulong Seed, bool IsForPrograms);
