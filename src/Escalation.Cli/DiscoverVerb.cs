using Escalation.Experiments;
using Escalation.Language;
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
        verb.SetAction(parsed =>
        {
            var request = options.Read(session, parsed);
            if (!LoadedScenario.TryRead(request.ScenarioPath, session.Terminal, request.IsQuiet, out var loaded))
            {
                return ExitCode.Failed;
            }

            string? nearest = null;
            var asked = new Question(0, []);
            InputSpace? space = null;
            var problem = parameters.Read(parsed).Resolve(loaded.Scenario, out var basis)
                ?? question.Read(parsed, loaded.Scenario, out asked, out nearest)
                ?? InputOption.Read(loaded.Scenario, basis, parsed.GetValue(input) ?? [], out space);
            if (problem is not null)
            {
                session.Terminal.Error.WriteLine(UsageErrors.Message(verb, problem, nearest));
                return ExitCode.Usage;
            }

            DiscoverPlan plan;
            try
            {
                var searched = (int)parsed.GetValue(points);
                plan = new(space!, searched, (searched + 1) / 2, (int)request.Replications, request.Seed);
            }
            catch (FormulaFaultException fault)
            {
                session.Terminal.Fail($"a prior has no value at some point: {fault.Message}");
                return ExitCode.Failed;
            }

            var mostBoxes = (int)parsed.GetValue(most);
            var result = AskedResult.Of(loaded.Scenario, asked)[0];
            return new Experiment<int>
            {
                Verb = verb,
                Request = request,
                Loaded = loaded,
                Basis = basis,
                Points = plan.Points,
                Summarise = (_, rows) => result.In(rows).Count(hit => hit > 0),
                NeedsAll = true,
                Find = found => DiscoverFindings.Of(plan, asked, found, mostBoxes, loaded.Source.Sha256Hex),
                PlaceOf = point => SensitivityVerb.PlaceOf(loaded, plan.Space, plan.Points[point]),
            }.Run(session);
        });
        return verb;
    }
}
