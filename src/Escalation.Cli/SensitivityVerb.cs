using System.CommandLine;
using Escalation.Experiments;
using Escalation.Report;

namespace Escalation.Cli;

/// <summary><c>sensitivity</c>: which uncertainties a result hangs on.</summary>
internal static class SensitivityVerb
{
    private const long UsualReplications = 20;
    private const long UsualRows = 256;
    private const long UsualTrajectories = 30;
    private const long MostRows = 1 << 20;
    private const double MostNumbers = 2e8;

    internal static Verb Make(Session session)
    {
        var verb = new Verb(
            "sensitivity",
            "Says which uncertainties a result hangs on, alone and together: screening by Morris, then Sobol' indices with "
            + "intervals, and how much of what varies is luck. What it costs is said before it runs.",
            "escalate sensitivity scenarios/iraq-syria-2023-10.yaml",
            "escalate sensitivity scenarios/iraq-syria-2023-10.yaml --measure us_deaths --points 1024 --replications 50",
            "escalate sensitivity scenarios/first-steps.yaml --input firmness --method sobol");
        var rows = CommonOptions.Whole(
            "--points", "N", "Rows of the Sobol' design: each is d + 2 points for d inputs. Take a power of "
                + "two.", UsualRows, 2, MostRows);
        var trajectories = CommonOptions.Whole(
            "--trajectories", "N", "Trajectories of Morris: each is d + 1 points.", UsualTrajectories, 2, MostRows);
        var method = CommonOptions.Choice("--method", "Both, or one of them.", "both", "morris", "sobol");
        var input = InputOption.Make();
        var question = new QuestionOptions();
        var parameters = new ParameterOptions();
        var options = new ExperimentOptions(UsualReplications);
        options.AddTo(verb, [input, .. question.All, rows, trajectories, method, .. parameters.All]);
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
                var wanted = parsed.GetValue(method);
                var rowCount = wanted == "morris" ? 0 : parsed.GetValue(rows);
                var trajectoryCount = wanted == "sobol" ? 0 : parsed.GetValue(trajectories);
                var (loaded, request) = (start.Loaded, start.Request);
                var problem = InputOption.Read(loaded.Scenario, start.Basis, parsed.GetValue(input) ?? [], out var space)
                    ?? TooMuch(space.Inputs.Length, rowCount, trajectoryCount, request.Replications, loaded);
                if (problem is null)
                {
                    var plan = new SensitivityPlan(
                        space, (int)trajectoryCount, (int)rowCount, (int)request.Replications, request.Seed);
                    code = Run(session, verb, start, plan);
                }

                return problem;
            }));
        return verb;
    }

    private static int Run(Session session, Command verb, ExperimentStart start, SensitivityPlan plan)
    {
        if (!start.Request.IsQuiet)
        {
            session.Terminal.Error.WriteLine($"escalate: {plan.Cost}");
        }

        var results = AskedResult.Of(start.Loaded.Scenario, start.Asked);
        return new Experiment<double[][]>
        {
            Verb = verb,
            Request = start.Request,
            Loaded = start.Loaded,
            Basis = start.Basis,
            Points = plan.Points,
            Summarise = (_, table) => [.. results.Select(result => result.In(table))],
            NeedsAll = true,
            Find = found => SensitivityFindings.Of(plan, results, found, start.Loaded.Source.Sha256Hex),
            PlaceOf = point => start.PlaceOf(plan.Space, point),
        }.Run(session);
    }

    private static string? TooMuch(int inputs, long rows, long trajectories, long replications, LoadedScenario loaded)
    {
        if (inputs > SaltelliDesign.MostInputs)
        {
            return FormattableString.Invariant(
                $"these are {inputs} inputs, and {SaltelliDesign.MostInputs} is the most: name fewer by --input");
        }

        var points = ((double)rows * (inputs + 2)) + ((double)trajectories * (inputs + 1));
        if (points * (replications + loaded.Scenario.Parameters.Length) <= MostNumbers)
        {
            return null;
        }

        return FormattableString.Invariant($"these are {points:N0} points with {replications:N0} histories each, ")
            + "more than fit into memory: take fewer --points, --trajectories or --replications";
    }
}
