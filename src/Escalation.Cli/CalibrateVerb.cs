using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Escalation.Experiments;
using Escalation.Language;
using Escalation.Model;
using Escalation.Report;

namespace Escalation.Cli;

/// <summary><c>calibrate</c>: what observed numbers say of uncertainties.</summary>
internal static class CalibrateVerb
{
    private const long UsualParticles = 1_000;
    private const long UsualReplications = 20;
    private const long UsualBudget = 300_000;
    private const long MostParticles = 100_000;

    internal static Verb Make(Session session)
    {
        var verb = new Verb(
            "calibrate",
            "Fits uncertainties to the targets of the scenario: a posterior with what each target taught, what was not informed, "
                + "what cannot be told apart, and whether the model can show what was observed.",
            "escalate calibrate scenarios/iraq-syria-2023-10.yaml",
            "escalate calibrate scenarios/iraq-syria-2023-10.yaml --input surge --particles 500 --write calibrated.yaml");
        var input = InputOption.Make();
        var target = new Option<string[]>("--target")
        {
            HelpName = "TITLE",
            Description = "A target that is fitted, or a table of them. May be repeated. Without it: all of the scenario.",
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => [],
            Arity = ArgumentArity.OneOrMore,
        };
        var particles = CommonOptions.Whole(
            "--particles", "N", "Particles that stand for the posterior.", UsualParticles, 10, MostParticles);
        var budget = CommonOptions.Whole(
            "--budget", "N", "At most how many histories are run; it ends earlier when the posterior is found.", UsualBudget, 1,
            CommonOptions.MostReplications);
        var write = new WriteOption();
        var parameters = new ParameterOptions();
        var options = new ExperimentOptions(
            UsualReplications, "each proposal", "with luck of its own; 1 unless said where each target is about one history");
        options.AddTo(verb, [input, target, particles, budget, write.Option, .. parameters.All]);
        verb.SetAction(parsed => ExperimentStart.Then(
            session,
            verb,
            parsed,
            options,
            parameters.Read(parsed),
            question: null,
            (ExperimentStart start, out int code) =>
            {
                code = ExitCode.Usage;
                var scenario = start.Loaded.Scenario;
                ImmutableArray<Target> targets = [];
                string? file = null;
                var problem = InputOption.Read(scenario, start.Basis, parsed.GetValue(input) ?? [], out var space)
                    ?? Choose(scenario, parsed.GetValue(target) ?? [], out targets)
                    ?? write.Read(session, parsed, start.Request, scenario, space, out file);
                if (problem is not null)
                {
                    return problem;
                }

                var readings = new TargetReadings(scenario, targets);
                var request = readings.IsOfOneHistory && !options.HasReplications(parsed)
                    ? start.Request with { Replications = 1 }
                    : start.Request;
                var plan = new CalibrationPlan(
                    space,
                    readings,
                    (int)parsed.GetValue(particles),
                    (int)request.Replications,
                    parsed.GetValue(budget),
                    request.Seed);
                if (plan.Budget < plan.LeastBudget)
                {
                    return FormattableString.Invariant($"--budget {plan.Budget}: {plan.Particles:N0} particles with ")
                        + FormattableString.Invariant($"{RunSentence.Histories(plan.Replications)} each take at least ")
                        + FormattableString.Invariant($"{plan.LeastBudget:N0} histories; take a higher budget, or fewer of both");
                }

                code = Run(session, verb, start with { Request = request }, plan, file);
                return null;
            }));
        return verb;
    }

    private static int Run(Session session, Command verb, ExperimentStart start, CalibrationPlan plan, string? file)
    {
        if (!start.Request.IsQuiet)
        {
            var targets = Prose.Counted(plan.Readings.Targets.Length, "target");
            var particles = Prose.Counted(plan.Particles, "particle");
            session.Terminal.Error.WriteLine(
                $"escalate: {targets}, {particles}, at most {RunSentence.Histories(plan.Budget)}.");
        }

        var loaded = start.Loaded;
        string? trouble = null;
        var code = new Search
        {
            Verb = verb,
            Start = start with
            {
                Loaded = loaded with { Scenario = plan.Readings.Scenario, Identity = Identity(loaded, plan.Readings) },
            },
            Varied = [.. plan.Space.Inputs.Select(one => one.Parameter)],
            Expected = plan.Budget,
            Find = points =>
            {
                var result = Calibration.Run(plan, points);
                if (file is not null)
                {
                    trouble = WriteOption.Write(file, loaded.Source, result);
                }

                return CalibrationFindings.Of(result, loaded.Source.Sha256Hex);
            },
        }.Run(session);
        if (trouble is not null)
        {
            session.Terminal.Fail($"--write: {trouble}");
            return ExitCode.Failed;
        }

        if (file is not null && code == ExitCode.Done && !start.Request.IsQuiet)
        {
            session.Terminal.Error.WriteLine($"Written: {Prose.Harmless(file)}");
        }

        return code;
    }

    // Rows hold what is followed at the days of the targets, so rows of other days are none of these.
    private static string Identity(LoadedScenario loaded, TargetReadings readings)
    {
        var followed = readings.Scenario.Measures.Skip(loaded.Scenario.Measures.Length).Select(measure => measure.Name).ToList();
        return followed.Count == 0
            ? loaded.Source.Sha256Hex
            : Convert.ToHexStringLower(SHA256.HashData(
                Encoding.UTF8.GetBytes($"{loaded.Source.Sha256Hex}\n{string.Join('\n', followed)}\n")));
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
