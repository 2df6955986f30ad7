using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Escalation.Experiments;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Cli;

/// <summary>The options of every verb that fits uncertainties to targets: which of both, and how much it may take.</summary>
internal sealed class CalibrationOptions
{
    private const long UsualParticles = 1_000;
    private const long UsualBudget = 300_000;
    private const long MostParticles = 100_000;

    private readonly Option<string[]> input = InputOption.Make();

    private readonly Option<string[]> target = new("--target")
    {
        HelpName = "TITLE",
        Description = "A target that is fitted, or a table of them. May be repeated. Without it: all of the scenario.",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<long> particles = CommonOptions.Whole(
        "--particles", "N", "Particles that stand for the posterior.", UsualParticles, 10, MostParticles);

    private readonly Option<long> budget = CommonOptions.Whole(
        "--budget", "N", "At most how many histories are run; it ends earlier when the posterior is found.", UsualBudget, 1,
        CommonOptions.MostReplications);

    /// <summary>The options that all experiments share, as a calibration words them.</summary>
    internal ExperimentOptions OfExperiment { get; } = new(
        20, "each proposal", "with luck of its own; 1 unless said where each target is about one history");

    /// <summary>The options.</summary>
    internal Option[] All => [input, target, particles, budget];

    /// <summary>How many particles are asked for.</summary>
    internal int Particles(ParseResult parsed) => (int)parsed.GetValue(particles);

    /// <summary>Finds what is fitted, and to what.</summary>
    internal string? Read(
        ParseResult parsed, ExperimentStart start, out InputSpace space, out ImmutableArray<Target> targets)
    {
        targets = [];
        return InputOption.Read(start.Loaded.Scenario, start.Basis, parsed.GetValue(input) ?? [], out space)
            ?? Choose(start.Loaded.Scenario, parsed.GetValue(target) ?? [], out targets);
    }

    /// <summary>Makes the plan; a start whose histories are those that the targets need.</summary>
    internal string? Plan(
        ParseResult parsed,
        ExperimentStart start,
        InputSpace space,
        TargetReadings readings,
        out CalibrationPlan plan,
        out ExperimentStart planned)
    {
        var request = readings.IsOfOneHistory && !OfExperiment.HasReplications(parsed)
            ? start.Request with { Replications = 1 }
            : start.Request;
        planned = start with { Request = request };
        plan = new(
            space, readings, Particles(parsed), (int)request.Replications, parsed.GetValue(budget), request.Seed);
        return plan.Budget >= plan.LeastBudget
            ? null
            : FormattableString.Invariant($"--budget {plan.Budget}: {plan.Particles:N0} particles with ")
                + FormattableString.Invariant($"{RunSentence.Histories(plan.Replications)} each take at least ")
                + FormattableString.Invariant($"{plan.LeastBudget:N0} histories; take a higher budget, or fewer of both");
    }

    /// <summary>The scenario with what follows its targets. Rows hold what is followed at the days of the targets, so rows of
    /// other days are none of these.</summary>
    internal static LoadedScenario Followed(LoadedScenario loaded, TargetReadings readings)
    {
        var followed = readings.Scenario.Measures.Skip(loaded.Scenario.Measures.Length).Select(measure => measure.Name).ToList();
        return loaded with
        {
            Scenario = readings.Scenario,
            Identity = followed.Count == 0
                ? loaded.Source.Sha256Hex
                : Convert.ToHexStringLower(SHA256.HashData(
                    Encoding.UTF8.GetBytes($"{loaded.Source.Sha256Hex}\n{string.Join('\n', followed)}\n"))),
        };
    }

    private static string? Choose(Scenario scenario, string[] titles, out ImmutableArray<Target> targets)
    {
        targets = scenario.Targets;
        if (targets.IsEmpty)
        {
            return "the scenario has no targets: say under 'targets:' what was observed, as in "
                + "'targets: {first fortnight: {of: attacks, at: 14 d, observed: 23, noise: poisson}}'";
        }

        var known = scenario.Targets.SelectMany(target => new[] { target.Title, target.Table }).Where(title => title.Length > 0);
        foreach (var title in titles.Except(known))
        {
            return $"--target: the scenario has no target '{title}'"
                + (Suggestions.Nearest(title, known) is { } near ? $"; did you mean '{near}'?" : "");
        }

        targets = titles.Length == 0 ? targets
            : [.. targets.Where(target => titles.Contains(target.Title) || titles.Contains(target.Table))];
        foreach (var target in targets)
        {
            if (TargetReadings.Obstacle(scenario, target) is { } obstacle)
            {
                return $"the target '{target.Title}' cannot be fitted: {obstacle}; choose others by --target";
            }
        }

        return null;
    }
}
