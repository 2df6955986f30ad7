using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Report;

namespace Escalation.Cli;

/// <summary><c>sweep</c>: what comes of each value of a lever, or of each combination of several.</summary>
internal static class SweepVerb
{
    private const long UsualReplications = 2_000;

    internal static Verb Make(Session session)
    {
        var verb = new Verb(
            "sweep",
            "Runs a scenario over the values of a lever, or over all combinations of several: a curve with its band, or a heat "
                + "map. All points have the same luck, and points can be added later.",
            "escalate sweep scenarios/iraq-syria-2023-10.yaml --lever us_response=0:1:21 --replications 10000",
            "escalate sweep scenarios/iraq-syria-2023-10.yaml --lever us_response=0,0.1,1 --lever us_severity=0:3:7 --out "
                + "runs/both");
        var lever = LeverOption.Make();
        var question = new QuestionOptions();
        var parameters = new ParameterOptions();
        var options = new ExperimentOptions(UsualReplications);
        options.AddTo(verb, [lever, .. question.All, .. parameters.All]);
        verb.SetAction(parsed =>
        {
            var request = options.Read(session, parsed);
            if (!LoadedScenario.TryRead(request.ScenarioPath, session.Terminal, request.IsQuiet, out var loaded))
            {
                return ExitCode.Failed;
            }

            string? nearest = null;
            var asked = new Question(0, []);
            ImmutableArray<PointAxis> axes = [];
            var problem = parameters.Read(parsed).Resolve(loaded.Scenario, out var basis)
                ?? LeverOption.Read(loaded.Scenario, parsed.GetRequiredValue(lever), out axes)
                ?? question.Read(parsed, loaded.Scenario, out asked, out nearest);
            if (problem is not null)
            {
                session.Terminal.Error.WriteLine(UsageErrors.Message(verb, problem, nearest));
                return ExitCode.Usage;
            }

            var points = PointAxis.Grid(loaded.Scenario, basis, axes);
            return new Experiment<SweepPoint>
            {
                Verb = verb,
                Request = request,
                Loaded = loaded,
                Basis = basis,
                Points = points,
                Summarise = (_, rows) => SweepPoint.Of(loaded.Scenario, rows, asked.Outcome),
                Find = results => SweepFindings.Of(axes, isGrid: true, results, asked, loaded.Source.Sha256Hex),
                PlaceOf = point => FindingsText.Place(loaded.Scenario, axes.Select(axis => axis.Parameter), points[point]),
            }.Run(session);
        });
        return verb;
    }
}
