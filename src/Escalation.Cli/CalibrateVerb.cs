using System.CommandLine;
using Escalation.Experiments;
using Escalation.Report;

namespace Escalation.Cli;

/// <summary><c>calibrate</c>: what observed numbers say of uncertainties.</summary>
internal static class CalibrateVerb
{
    internal static Verb Make(Session session)
    {
        var verb = new Verb(
            "calibrate",
            "Fits uncertainties to the targets of the scenario: a posterior with what each target taught, what was not informed, "
                + "what cannot be told apart, and whether the model can show what was observed.",
            "escalate calibrate scenarios/iraq-syria-2023-10.yaml",
            "escalate calibrate scenarios/iraq-syria-2023-10.yaml --input surge --particles 500 --write calibrated.yaml");
        var options = new CalibrationOptions();
        var write = new WriteOption();
        var parameters = new ParameterOptions();
        options.OfExperiment.AddTo(verb, [.. options.All, write.Option, .. parameters.All]);
        verb.SetAction(parsed => ExperimentStart.Then(
            session,
            verb,
            parsed,
            options.OfExperiment,
            parameters.Read(parsed),
            question: null,
            (ExperimentStart start, out int code) =>
            {
                code = ExitCode.Usage;
                var scenario = start.Loaded.Scenario;
                string? file = null;
                var problem = options.Read(parsed, start, out var space, out var targets)
                    ?? write.Read(session, parsed, start.Request, scenario, space, out file);
                if (problem is not null)
                {
                    return problem;
                }

                problem = options.Plan(
                    parsed, start, space, new TargetReadings(scenario, targets), out var plan, out var planned);
                if (problem is null)
                {
                    code = Run(session, verb, planned, plan, file);
                }

                return problem;
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
            Start = start with { Loaded = CalibrationOptions.Followed(loaded, plan.Readings) },
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
}
