using System.CommandLine;
using Escalation.Report;
using Escalation.Tuning;

namespace Escalation.Cli;

/// <summary><c>tune --robust</c>: the best policy over futures.</summary>
internal static class RobustTune
{
    // Policies that are compared in the end, and in the rounds of regret, about.
    private const long ComparedPolicies = 20;

    internal static int Run(
        Session session, Command verb, ExperimentStart start, PolicySpace space, TuningGoal goal, FutureRequest request)
    {
        var plan = request.Plan;
        var historiesOfPolicy = (long)plan.Futures * plan.Histories;
        var parts = plan.Criterion == RobustCriterion.RegretPoint ? 2 : 1;
        return new Search
        {
            Verb = verb,
            Start = start with { Request = start.Request with { Replications = historiesOfPolicy } },
            Varied =
            [
                .. space.Levers.Select(lever => lever.Parameter), .. request.Inputs.Inputs.Select(input => input.Parameter),
            ],
            Expected = plan.Budget + (parts * ComparedPolicies * historiesOfPolicy),
            Find = points =>
            {
                var futures = new FutureSequence(request.Inputs, points.Seed);
                var histories = plan.HistoriesOfSearch(goal);
                var trials = new FutureTrials(points, goal, futures, plan.Searched, histories);
                var hash = start.Loaded.Source.Sha256Hex;
                TuningReport Of(TuningGoal told) => new(start.Loaded.Scenario, hash, told, space, plan.Seed, trials.Unit);
                void Tell(string stage) => points.Progress.Stage = stage;
                if (goal.Objectives.Length == 1)
                {
                    return RobustFindings.Of(
                        new(Of(goal), plan, futures), RobustTuning.Run(points, goal, space, futures, plan, Tell));
                }

                var report = new RobustReport(Of(RobustReport.OverFutures(goal, plan.Criterion)), plan, futures);
                var front = FrontSearch.Run(trials, space, new(plan.Budget, plan.Futures, plan.Seed), Tell);
                return report.Of(FrontFindings.Of(report.Tuning, front), histories);
            },
        }.Run(session);
    }
}
