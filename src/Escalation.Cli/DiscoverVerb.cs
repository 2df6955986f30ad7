using System.CommandLine;
using Escalation.Report;

namespace Escalation.Cli;

/// <summary><c>discover</c>: where an outcome happens, in limits to what nobody knows.</summary>
internal static class DiscoverVerb
{
    private const long UsualFutures = 4_096;
    private const long MostFutures = 1 << 20;
    private const long MostBoxes = 10;

    internal static Verb Make(Session session)
    {
        var verb = new Verb(
            "discover",
            "Says in words where an outcome happens: limits to the uncertainties that hold most of its cases and little else, "
                + "found "
            + "by PRIM and judged on fresh futures.",
            "escalate discover scenarios/iraq-syria-2023-10.yaml --outcome spiral",
            "escalate discover scenarios/iraq-syria-2023-10.yaml --input us_response --input restraint=0:1 --points 10000 "
                + "--boxes 2");
        var points = CommonOptions.Whole(
            "--points", "N", "Futures that are searched; half as many fresh ones judge what is "
                + "found.", UsualFutures, 10, MostFutures);
        var most = CommonOptions.Whole("--boxes", "N", "How many boxes are looked for, one after the other.", 1, 1, MostBoxes);
        var input = InputOption.Make();
        var question = new QuestionOptions();
        var parameters = new ParameterOptions();
        var options = new ExperimentOptions(1, "each future");
        options.AddTo(verb, [input, question.All[0], points, most, .. parameters.All]);
        verb.SetAction(parsed => ExperimentStart.Then(
            session,
            verb,
            parsed,
            options,
            parameters.Read(parsed),
            question,
            (ExperimentStart start, out int code) =>
            {
                code = ExitCode.Usage;
                var scenario = start.Loaded.Scenario;
                var problem = InputOption.Read(scenario, start.Basis, parsed.GetValue(input) ?? [], out var space);
                if (problem is null)
                {
                    var searched = (int)parsed.GetValue(points);
                    var request = start.Request;
                    var plan = new DiscoverPlan(space, searched, (searched + 1) / 2, (int)request.Replications, request.Seed);
                    code = Run(session, verb, start, plan, (int)parsed.GetValue(most));
                }

                return problem;
            }));
        return verb;
    }

    private static int Run(Session session, Command verb, ExperimentStart start, DiscoverPlan plan, int mostBoxes)
    {
        var result = AskedResult.Of(start.Loaded.Scenario, start.Asked)[0];
        return new Experiment<int>
        {
            Verb = verb,
            Request = start.Request,
            Loaded = start.Loaded,
            Basis = start.Basis,
            Points = plan.Points,
            Summarise = (_, rows) => result.In(rows).Count(hit => hit > 0),
            NeedsAll = true,
            Find = found => DiscoverFindings.Of(plan, start.Asked, found, mostBoxes, start.Loaded.Source.Sha256Hex),
            PlaceOf = point => start.PlaceOf(plan.Space, point),
        }.Run(session);
    }
}
