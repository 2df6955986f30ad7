using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Report;
using Escalation.Results;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary><c>compare</c>: cases, settings or runs on the same luck.</summary>
internal static class CompareVerb
{
    private const long UsualReplications = 10_000;
    private const string AsWritten = "as written";

    internal static Verb Make(Session session)
    {
        var verb = new Verb(
            "compare",
            "Compares cases or settings of a scenario history by history, all with the same luck: differences with intervals, "
                + "what can and what cannot be told apart, and how many histories that would take. The first one named is "
                + "what all others are compared with; one alone is compared with the file as written. Folders of runs with "
                + "one seed are compared too.",
            "escalate compare scenarios/iraq-syria-2023-10.yaml --set us_response=0.1 --set us_response=1,us_severity=2",
            "escalate compare scenarios/first-steps.yaml --set firmness=0.9 --measure attacks --replications 100000",
            "escalate compare runs/never runs/always");
        var more = new Argument<string[]>("runs")
        {
            HelpName = "RUN",
            Description = "With the folder of a run instead of a scenario: more folders.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var contenders = new ContenderOptions();
        var question = new QuestionOptions();
        var sample = CommonOptions.Sample();
        var options = new ExperimentOptions(UsualReplications, "each case");
        options.AddTo(verb, [.. contenders.All, .. question.All, sample]);
        verb.Add(more);
        verb.SetAction(parsed =>
        {
            var request = options.Read(session, parsed);
            var folders = parsed.GetValue(more) ?? [];
            if (Directory.Exists(request.ScenarioPath))
            {
                return RunComparisonAnswer.Tell(session, verb, [request.ScenarioPath, .. folders], request);
            }

            if (folders.Length > 0)
            {
                session.Terminal.Error.WriteLine(UsageErrors.Message(
                    verb, $"'{folders[0]}' is one argument too many: a scenario is compared by --case and --set", nearest: null));
                return ExitCode.Usage;
            }

            return ExperimentStart.Then(
                session,
                verb,
                parsed,
                options,
                new ParameterRequest(Case: null, [], parsed.GetValue(sample)),
                question,
                (ExperimentStart start, out int code) =>
                {
                    code = ExitCode.Usage;
                    var problem = contenders.Read(parsed, start.Loaded.Scenario, AsWritten, out var named)
                        ?? TooMuch(start, named.Length);
                    if (problem is null)
                    {
                        code = Compare(session, verb, start, named);
                    }

                    return problem;
                });
        });
        return verb;
    }

    // All histories of all contenders are there at once, to be paired.
    private static string? TooMuch(ExperimentStart start, int count)
    {
        var columns = ScenarioProgram.ColumnsOf(start.Loaded.Scenario).Length;
        var needed = (double)count * start.Request.Replications * columns * sizeof(double);
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return needed <= available && start.Request.Replications <= Array.MaxLength
            ? null
            : $"the histories of all need {Figures.Number(needed / 1e9)} GB, and there are "
                + $"{Figures.Number(available / 1e9)}: ask for fewer --replications";
    }

    private static int Compare(
        Session session, Command verb, ExperimentStart start, ImmutableArray<NamedSettings> named)
    {
        var (request, loaded, basis) = (start.Request, start.Loaded, start.Basis);
        var hash = loaded.Source.Sha256Hex;
        var points = named.Select(one => PointPlan.PointAt(loaded.Scenario, basis, one.Settings)).ToImmutableArray();
        return new Experiment<(Contender Rows, PointSummary Summary)>
        {
            Verb = verb,
            Request = request,
            Loaded = loaded,
            Basis = basis,
            Points = points,
            Summarise = (point, rows) => (new Contender(named[point].Label, rows), PointSummary.Of(loaded.Scenario, rows)),
            NeedsAll = true,
            Find = results =>
            {
                var all = Enumerable.Range(0, named.Length).Select(point => results[point]).ToList();
                var findings = CompareFindings.Of(
                    loaded.Scenario.Name,
                    [.. all.Select(one => one.Rows)],
                    Results(loaded.Scenario, start.Asked),
                    FormattableString.Invariant($", seed {request.Seed}; scenario {hash[..12]}."));
                return findings with { Data = [.. findings.Data, Cases(all)] };
            },
            PlaceOf = point => $"'{named[points.IndexOf(point)].Label}'",
        }.Run(session);
    }

    // What is asked about first, then the other outcomes, then the measures.
    private static ImmutableArray<ComparedResult> Results(Scenario scenario, Question asked)
    {
        var outcomes = scenario.Outcomes.Select(one => new ComparedResult(one.Name, one.Name, IsOutcome: true, "")).ToList();
        var measures = asked.Measures.Select(index => scenario.Measures[index]).Select(one => new ComparedResult(
            one.Name, one.IsTime ? one.Name + "_day" : one.Name, IsOutcome: false, JsonText.Unit(one.Quantity)));
        return [outcomes[asked.Outcome], .. outcomes.Where((_, index) => index != asked.Outcome), .. measures];
    }

    private static DataTable Cases(IEnumerable<(Contender Rows, PointSummary Summary)> all)
    {
        var table = new DataTable("cases", ["case", .. FindingsText.SummaryColumns]);
        foreach (var (rows, summary) in all)
        {
            FindingsText.AddSummary(table, [rows.Label], summary);
        }

        return table;
    }
}
