using System.CommandLine;

namespace Escalation.Cli;

/// <summary>The options that all experiments share: what is run, with what luck, where it is kept and how it is told.</summary>
/// <param name="replications">How many histories a point gets if nothing is said.</param>
/// <param name="pointNoun">What a point is: "a point", "each case".</param>
/// <param name="luck">With what luck they are run.</param>
internal sealed class ExperimentOptions(long replications, string pointNoun = "each point", string luck = "the same ones of all")
{
    private readonly Argument<string> scenario = CommonOptions.Scenario();
    private readonly Option<long> replications = CommonOptions.Replications(
        $"How many histories are run of {pointNoun}, {luck}.", replications);

    private readonly Option<ulong> seed = CommonOptions.Seed();
    private readonly Option<long> threads = CommonOptions.Threads();
    private readonly Option<bool> force = new("--force")
    {
        Description = "Replaces an earlier experiment in the folder of --out.",
    };
    private readonly Option<bool> noReport = new("--no-report") { Description = "Leaves out charts and report.html." };
    private readonly Option<bool> quiet = CommonOptions.Quiet();
    private readonly Option<bool> noColor = CommonOptions.NoColor();

    private readonly Option<string?> folder = new("--out", "-o")
    {
        HelpName = "DIR",
        Description = "The folder of the experiment. Without it: a new one below runs. If it holds rows of the same scenario "
            + "and seed, these are not run again.",
    };

    private readonly Option<string> format = CommonOptions.Choice(
        "--format", "What is printed: tables for people, summary.json, or the main table as CSV.", "table", "json", "csv");

    /// <summary>Adds the options to the verb: the scenario first, then those of the verb, then these.</summary>
    internal void AddTo(Command verb, params Option[] ownOptions)
    {
        verb.Add(scenario);
        foreach (var option in ownOptions)
        {
            verb.Add(option);
        }

        verb.Add(replications);
        verb.Add(seed);
        verb.Add(threads);
        verb.Add(folder);
        verb.Add(force);
        verb.Add(format);
        verb.Add(noReport);
        verb.Add(quiet);
        verb.Add(noColor);
    }

    /// <summary>Says whether the number of histories is given.</summary>
    internal bool HasReplications(ParseResult parsed) => parsed.GetResult(replications) is { Implicit: false };

    /// <summary>Reads a command line.</summary>
    internal ExperimentRequest Read(Session session, ParseResult parsed) => new(
        Resumed(session) ?? parsed.GetRequiredValue(scenario),
        parsed.GetRequiredValue(scenario),
        parsed.GetValue(replications),
        parsed.GetValue(seed),
        (int)parsed.GetValue(threads),
        session.Resumed ?? parsed.GetValue(folder),
        session.Resumed is null && parsed.GetValue(force),
        parsed.GetValue(format)!,
        !parsed.GetValue(noReport),
        parsed.GetValue(quiet));

    // The scenario as it was, unless the experiment was killed before it was kept.
    private static string? Resumed(Session session) =>
        session.Resumed is { } folder && Path.Combine(folder, "scenario.yaml") is var kept && File.Exists(kept) ? kept : null;
}

/// <summary>What a command line asks of any experiment.</summary>
/// <param name="ScenarioPath">The scenario file that is read.</param>
/// <param name="ScenarioName">The scenario file as it was named.</param>
/// <param name="Replications">How many histories a point.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Threads">How many threads.</param>
/// <param name="Out">The folder; null: a new one.</param>
/// <param name="IsForced">True: what is in the folder is replaced.</param>
/// <param name="Format"><c>table</c>, <c>json</c> or <c>csv</c>.</param>
/// <param name="WantsReport">True: charts and report.html are written too.</param>
/// <param name="IsQuiet">True: nothing but the answer.</param>
internal sealed record ExperimentRequest(
    string ScenarioPath,
    string ScenarioName,
    long Replications,
    ulong Seed,
    int Threads,
    string? Out,
    bool IsForced,
    string Format,
    bool WantsReport,
    bool IsQuiet);
