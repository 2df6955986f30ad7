using System.CommandLine;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>The options of <c>run</c>, and what a command line says for each.</summary>
internal sealed class RunOptions
{
    private readonly Argument<string> scenario = CommonOptions.Scenario();
    private readonly Option<long> replications = CommonOptions.Replications();
    private readonly Option<ulong> seed = CommonOptions.Seed();
    private readonly Option<long> threads = CommonOptions.Threads();
    private readonly ParameterOptions parameters = new(
        " Each then gets a twin with the same draws and other luck: that shows what ignorance adds, and takes twice the time.");
    private readonly Option<long> events = CommonOptions.Whole(
        "--events",
        "N",
        "How many histories are written to events.csv line by line, the first ones; 0: no such file. Default: 10, fewer "
        + "where they are long, none of a single one.",
        standard: null,
        0,
        CommonOptions.MostReplications);

    private readonly Option<PrecisionRequest?> precision = new("--precision")
    {
        HelpName = "HALF-WIDTH",
        Description = "Runs until a figure is so precise: 0.01 is the half-width of the first outcome's interval, 10% a part "
            + "of its share; NAME=0.01 takes another outcome, or a measure in its unit. --replications is then the most; "
            + "default: 10,000,000, or what memory holds.",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            var request = PrecisionRequest.Read(text);
            if (request is null)
            {
                result.AddError($"'{text}' is no precision: write a half-width as in 0.01, a part of the share as in 10%, or "
                    + "either with the name of an outcome as in spiral=0.01");
            }

            return request;
        },
    };

    private readonly Option<bool> force = new("--force") { Description = "Replaces an earlier run in the folder of --out." };
    private readonly Option<bool> noReport = new("--no-report") { Description = "Leaves out charts and report.html." };
    private readonly Option<bool> quiet = CommonOptions.Quiet();
    private readonly Option<bool> noColor = CommonOptions.NoColor();

    private readonly Option<string?> folder = new("--out", "-o")
    {
        HelpName = "DIR",
        Description = "The folder of the run. Without it: a new one, runs/<scenario>-<UTC time>.",
    };

    private readonly Option<string> format = CommonOptions.Choice(
        "--format", "What is printed: tables for people, summary.json, or replications.csv.", "table", "json", "csv");

    /// <summary>Describes them.</summary>
    internal RunOptions() => events.Required = false;

    /// <summary>Adds the options to the verb.</summary>
    internal void AddTo(Command verb)
    {
        verb.Add(scenario);
        verb.Add(replications);
        verb.Add(precision);
        verb.Add(seed);
        verb.Add(threads);
        parameters.AddTo(verb);
        verb.Add(events);
        verb.Add(folder);
        verb.Add(force);
        verb.Add(format);
        verb.Add(noReport);
        verb.Add(quiet);
        verb.Add(noColor);
    }

    /// <summary>Reads a command line.</summary>
    internal RunRequest Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(scenario),
        parsed.GetValue(replications),
        parsed.GetValue(seed),
        (int)parsed.GetValue(threads),
        parameters.Read(parsed),
        parsed.GetResult(events) is { Implicit: false } ? parsed.GetValue(events) : null,
        parsed.GetValue(folder),
        parsed.GetValue(force),
        parsed.GetValue(format)!,
        !parsed.GetValue(noReport),
        parsed.GetValue(quiet))
    {
        Precision = parsed.GetValue(precision),
        HasMost = parsed.GetResult(replications) is { Implicit: false },
    };
}

/// <summary>What a command line asks <c>run</c> for.</summary>
/// <param name="ScenarioPath">The scenario file.</param>
/// <param name="Replications">How many histories.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Threads">How many threads.</param>
/// <param name="Parameters">Values of levers and uncertainties.</param>
/// <param name="Events">How many histories are written line by line, if there are as many; null: as is usual.</param>
/// <param name="Out">The folder; null: a new one.</param>
/// <param name="IsForced">True: an earlier run in the folder is replaced.</param>
/// <param name="Format"><c>table</c>, <c>json</c> or <c>csv</c>.</param>
/// <param name="WantsReport">True: charts and report.html are written too.</param>
/// <param name="IsQuiet">True: nothing but the answer.</param>
internal sealed record RunRequest(
    string ScenarioPath,
    long Replications,
    ulong Seed,
    int Threads,
    ParameterRequest Parameters,
    long? Events,
    string? Out,
    bool IsForced,
    string Format,
    bool WantsReport,
    bool IsQuiet)
{
    /// <summary>How precise a figure is to be; null: as many histories as are asked for.</summary>
    internal PrecisionRequest? Precision { get; init; }

    /// <summary>True if the number of histories was given, and is not that of the default.</summary>
    internal bool HasMost { get; init; }

    /// <summary>Says whether each history gets a twin: with <c>--sample</c>, if that draws anything.</summary>
    internal bool WantsTwins(ScenarioProgram program) => Parameters.IsSampled && program.DrawsParameters;
}
