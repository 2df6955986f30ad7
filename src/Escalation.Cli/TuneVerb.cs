using System.CommandLine;
using Escalation.Report;
using Escalation.Tuning;

namespace Escalation.Cli;

/// <summary><c>tune</c>: the best policy, and how surely it is the best.</summary>
internal static class TuneVerb
{
    private const long UsualBudget = 300_000;
    private const long UsualJudged = 10_000;
    private const long MostCombinations = 10_000;

    internal static Verb Make(Session session)
    {
        var verb = new Verb(
            "tune",
            "Looks for the best policy: levers over ranges or between values, by one objective or several. What is found is "
                + "judged on fresh luck, and it is said by how much the search had flattered it.",
            "escalate tune scenarios/iraq-syria-2023-10.yaml --levers us_response,us_severity --minimise risk",
            "escalate tune scenarios/iraq-syria-2023-10.yaml --levers us_response,us_severity --minimise risk,losses",
            "escalate tune scenarios/first-steps.yaml --lever firmness=0,0.3,0.6,1 --minimise 'mean(attacks)'");
        var budget = CommonOptions.Whole(
            "--budget", "N", "Histories of the search, about.", UsualBudget, 1_000, 1_000_000_000_000);
        var levers = new SearchedLeverOptions();
        var goals = new GoalOptions();
        var sides = new SidesOption(levers, goals);
        var futures = new FutureOptions();
        var parameters = new ParameterOptions();
        var options = new ExperimentOptions(UsualJudged, "what is found, fresh ones");
        options.AddTo(
            verb, [.. levers.All, .. goals.All, .. futures.All, sides.Option, budget, .. parameters.All]);
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
                if (sides.IsGiven(parsed))
                {
                    return futures.AreGiven(parsed)
                        ? "--sides goes by values of the file or of --set, not by futures: leave out --robust and its options"
                        : sides.Run(session, verb, parsed, start, parsed.GetValue(budget), out code);
                }

                var space = new PolicySpace(start.Loaded.Scenario, start.Basis, []);
                var scenario = start.Loaded.Scenario;
                var problem = goals.Read(parsed, scenario, out var goal);
                problem ??= levers.Read(parsed, scenario, start.Basis, out space) ?? TooMany(space);
                FutureRequest? unknown = null;
                problem ??= futures.Read(parsed, options, start, space, goal, parsed.GetValue(budget), out unknown);
                if (problem is null)
                {
                    code = unknown is null
                        ? Run(session, verb, start, space, goal, parsed.GetValue(budget))
                        : RobustTune.Run(session, verb, start, space, goal, unknown);
                }

                return problem;
            }));
        return verb;
    }

    private static int Run(
        Session session, Command verb, ExperimentStart start, PolicySpace space, TuningGoal goal, long budget)
    {
        var request = start.Request;
        var plan = new TuningPlan(budget, request.Replications, request.Seed);
        return new Search
        {
            Verb = verb,
            Start = start,
            Varied = [.. space.Levers.Select(lever => lever.Parameter)],
            Expected = budget + ((goal.Objectives.Length > 1 ? 20 : 3) * request.Replications),
            Find = points =>
            {
                var trials = new HistoryTrials(points, goal);
                var report = new TuningReport(
                    start.Loaded.Scenario, start.Loaded.Source.Sha256Hex, goal, space, request.Seed, trials.Unit);
                void Tell(string stage) => points.Progress.Stage = stage;
                return goal.Objectives.Length > 1
                    ? FrontFindings.Of(report, FrontSearch.Run(trials, space, plan, Tell))
                    : TuneFindings.Of(report, PolicyTuning.Run(trials, space, plan, goal.IsShare, Tell));
            },
        }.Run(session);
    }

    /// <summary>Says that levers which choose have too many combinations; null if they have not.</summary>
    internal static string? TooMany(PolicySpace space)
    {
        var most = space.Ranges.IsEmpty ? MostCombinations : PolicyTuning.MostSearches;
        return space.CombinationCount <= most
            ? null
            : FormattableString.Invariant($"--lever: these are {space.CombinationCount:N0} combinations of values, and ")
                + FormattableString.Invariant($"{most:N0} are the most")
                + (space.Ranges.IsEmpty ? ": name fewer" : " beside levers over a range: name fewer");
    }
}
