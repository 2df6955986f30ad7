using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Experiments;
using Escalation.Report;

namespace Escalation.Cli;

/// <summary><c>sweep</c>: what comes of each value of a lever, or of each combination of several.</summary>
internal static class SweepVerb
{
    private const long UsualReplications = 2_000;
    private const long UsualPoints = 64;
    private const string Grid = "grid";
    private const string Latin = "latin";

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
        var design = CommonOptions.Choice(
            "--design",
            "All combinations of values, or points spread over the ranges (and priors) of the levers: a Latin hypercube, or "
            + "Sobol' points, of which more can be added later.",
            Grid,
            Latin,
            "sobol");
        var count = CommonOptions.Whole(
            "--points", "N", "How many points are spread by --design latin or sobol.", UsualPoints, 2, LeverOption.MostPoints);
        var question = new QuestionOptions();
        var parameters = new ParameterOptions();
        var options = new ExperimentOptions(UsualReplications);
        options.AddTo(verb, [lever, design, count, .. question.All, .. parameters.All]);
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
                var levers = parsed.GetRequiredValue(lever);
                var wanted = parsed.GetValue(design)!;
                var problem = wanted == Grid
                    ? OnGrid(start, levers, out var axes, out var points)
                    : Spread(start, levers, wanted, (int)parsed.GetValue(count), out axes, out points);
                if (problem is null)
                {
                    code = Run(session, verb, start, axes, points, wanted == Grid);
                }

                return problem;
            }));
        return verb;
    }

    private static string? OnGrid(
        ExperimentStart start, string[] levers, out ImmutableArray<PointAxis> axes, out ImmutableArray<Point> points)
    {
        points = [];
        var problem = LeverOption.Read(start.Loaded.Scenario, start.Basis, levers, out axes);
        if (problem is null)
        {
            points = PointAxis.Grid(start.Loaded.Scenario, start.Basis, axes);
        }

        return problem;
    }

    private static string? Spread(
        ExperimentStart start,
        string[] levers,
        string design,
        int count,
        out ImmutableArray<PointAxis> axes,
        out ImmutableArray<Point> points)
    {
        (axes, points) = ([], []);
        if (InputOption.Read(start.Loaded.Scenario, start.Basis, levers, out var space, "--lever") is { } problem)
        {
            return problem;
        }

        var (seed, inputs) = (start.Request.Seed, space.Inputs.Length);
        var spread = design == Latin
            ? LatinHypercube.Points(seed, "sweep", count, inputs)
            : SobolSequence.Scrambled(seed, "sweep", count, inputs);
        axes = [.. space.Inputs.Select(input => new PointAxis(input.Parameter, []))];
        points = [.. Enumerable.Range(0, count).Select(point => space.At(spread.Row(point)))];
        return null;
    }

    private static int Run(
        Session session,
        Command verb,
        ExperimentStart start,
        ImmutableArray<PointAxis> axes,
        ImmutableArray<Point> points,
        bool isGrid)
    {
        var scenario = start.Loaded.Scenario;
        return new Experiment<SweepPoint>
        {
            Verb = verb,
            Request = start.Request,
            Loaded = start.Loaded,
            Basis = start.Basis,
            Points = points,
            Summarise = (_, rows) => SweepPoint.Of(scenario, rows, start.Asked.Outcome),
            Find = results => SweepFindings.Of(axes, isGrid, results, start.Asked, start.Loaded.Source.Sha256Hex),
            PlaceOf = point => FindingsText.Place(scenario, axes.Select(axis => axis.Parameter), point),
        }.Run(session);
    }
}
