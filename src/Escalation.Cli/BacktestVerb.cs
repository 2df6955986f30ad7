using System.CommandLine;
using Escalation.Experiments;
using Escalation.Loading;
using Escalation.Report;

namespace Escalation.Cli;

/// <summary><c>backtest</c>: what the forecasts of a model are worth that was fitted to the record up to a day.</summary>
internal static class BacktestVerb
{
    internal static Verb Make(Session session)
    {
        var verb = new Verb(
            "backtest",
            "Fits uncertainties to the record up to a day, forecasts what came after it, and scores the forecasts beside two "
                + "that know nothing but the counts before: a constant rate, and the last window's.",
            "escalate backtest scenarios/raids-by-week.yaml --until 2023-05-01",
            "escalate backtest scenarios/raids-by-week.yaml --until '120 d' --input contagion --particles 500");
        var until = new Option<string>("--until")
        {
            HelpName = "TIME",
            Description = "The last time that is fitted: a duration since the start, or a date, which means its beginning.",
            Required = true,
        };
        var options = new CalibrationOptions();
        var parameters = new ParameterOptions();
        options.OfExperiment.AddTo(verb, [until, .. options.All, .. parameters.All]);
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
                var reading = DayText.Read(start.Loaded.Scenario, parsed.GetRequiredValue(until));
                if (reading.Day is not { } day)
                {
                    return $"--until: {reading.Trouble}";
                }

                var problem = options.Read(parsed, start, out var space, out var targets);
                if (problem is not null)
                {
                    return problem;
                }

                var all = new TargetReadings(start.Loaded.Scenario, targets);
                var before = all.Where(target => target.AtDay <= day);
                var later = all.Where(target => target.AtDay > day && BacktestPlan.IsScored(target));
                if (before.Source.IsEmpty || later.Source.IsEmpty)
                {
                    return before.Source.IsEmpty
                        ? "--until: no target lies before this time, so there is nothing to fit"
                        : "--until: no count or outcome with a time lies after it, so there is nothing to score";
                }

                problem = options.Plan(parsed, start, space, before, out var fit, out var planned);
                if (problem is null)
                {
                    var plan = new BacktestPlan(fit, later, day, options.Particles(parsed));
                    code = Run(session, verb, planned with { Loaded = CalibrationOptions.Followed(start.Loaded, all) }, plan);
                }

                return problem;
            }));
        return verb;
    }

    private static int Run(Session session, Command verb, ExperimentStart start, BacktestPlan plan) => new Search
    {
        Verb = verb,
        Start = start,
        Varied = [.. plan.Fit.Space.Inputs.Select(one => one.Parameter)],
        Expected = plan.Histories,
        Find = points => BacktestFindings.Of(Backtest.Run(plan, points), start.Loaded.Source.Sha256Hex),
    }.Run(session);
}
