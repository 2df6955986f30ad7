using System.Collections.Immutable;
using System.Globalization;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>What scenario discovery found: boxes of futures in which an outcome happens.</summary>
public sealed class DiscoverFindings
{
    private const int Samples = 100;

    // In the order of PeelingMove.
    private static readonly string[] Moves = ["start", "peel", "paste", "drop"];

    private readonly Scenario scenario;
    private readonly DiscoverPlan plan;
    private readonly Outcome outcome;
    private readonly PointResults<int> results;
    private readonly Futures searched;
    private readonly Futures fresh;
    private readonly ImmutableArray<DiscoveredBox> boxes;
    private readonly ImmutableArray<BoxStability> stability;
    private readonly string caption;

    private DiscoverFindings(DiscoverPlan plan, Question question, PointResults<int> results, int mostBoxes, string sha256)
    {
        (this.plan, this.results) = (plan, results);
        scenario = results.Plan.Scenario;
        outcome = scenario.Outcomes[question.Outcome];
        searched = FuturesOf(0, plan.Count);
        fresh = FuturesOf(plan.Count, plan.Points.Length);
        boxes = Prim.Cover(searched, mostBoxes);
        stability = [.. boxes.Select(box => BoxStability.Of(box, plan.Seed, Samples))];
        caption = string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Count:N0} futures, each with {Words.Histories(plan.Replications)}, seed {plan.Seed}; ")
            + $"scenario {sha256[..12]}.";
    }

    /// <summary>Makes the findings of a scenario discovery.</summary>
    /// <param name="plan">The futures.</param>
    /// <param name="question">What is asked about.</param>
    /// <param name="results">For each future in how many of its histories the outcome came true; all are there.</param>
    /// <param name="mostBoxes">How many boxes are looked for, at least 1.</param>
    /// <param name="scenarioSha256">SHA-256 of the scenario file.</param>
    /// <returns>The findings.</returns>
    public static Findings Of(
        DiscoverPlan plan, Question question, PointResults<int> results, int mostBoxes, string scenarioSha256)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(results);
        var found = new DiscoverFindings(plan, question, results, mostBoxes, scenarioSha256);
        return new()
        {
            Experiment = "discover",
            ScenarioName = found.scenario.Name,
            Answer = found.Answer(),
            Notes = found.Notes(),
            Tables = [.. found.boxes.Select((box, place) => found.Table(box, place))],
            Data = [found.BoxTable(), found.PathTable(), found.FutureTable()],
            Charts = found.Charts(),
        };
    }

    private string Answer()
    {
        if (boxes.IsEmpty)
        {
            var share = searched.Cases / searched.Count;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{outcome.Name} comes true in {100 * share:0.##} % of the histories, and no limits to what was varied hold it ")
                + "more densely than everything does.";
        }

        var first = BoxEstimate.Of(fresh, boxes[0].Box);
        var answer = BoxWords.Sentence(searched, boxes[0].Box, first, outcome.Name, OutcomeClause.Of(outcome.About) ?? "");
        if (boxes.Length == 1)
        {
            return answer;
        }

        var all = BoxEstimate.Of(fresh, [.. boxes.Select(box => box.Box)]);
        return answer + string.Create(
            CultureInfo.InvariantCulture,
            $" {boxes.Length} boxes together hold {100 * all.Coverage:0} % of the cases in {100 * all.Mass:0} % of the futures.");
    }

    private ImmutableArray<string> Notes() =>
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Count:N0} futures were searched by PRIM; coverage, density and mass are those of {fresh.Count:N0} fresh ")
            + "ones, for the futures that chose the limits flatter them. Each future has luck of its own.",
        "Coverage: share of all cases inside. Density: share of the histories inside that are cases. Mass: share of the futures "
            + "inside. Quasi-p: how easily chance alone would make the limit look as good. Again: in what share of "
            + $"{Samples} searches of half of the futures the input is limited. See docs/discovery.md.",
    ];

    private FindingsTable Table(DiscoveredBox box, int place)
    {
        var judged = BoxEstimate.Of(fresh, box.Box);
        var name = boxes.Length == 1 ? "The box" : FormattableString.Invariant($"Box {place + 1}");
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: coverage {100 * judged.Coverage:0} %, density {100 * judged.Density:0} % against ")
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"{100 * judged.BaseDensity:0.#} % of all, mass {100 * judged.Mass:0} %"),
            [("limit", false), ("quasi-p", true), ("again", true), ("lower end again", true), ("upper end again", true)],
            [
                .. box.Limits.Select(limit =>
                {
                    var again = stability[place].Inputs[limit.Limit.Input];
                    return new[]
                    {
                        BoxWords.Limit(searched, limit.Limit), PairedDifference.Chance(limit.QuasiP),
                        $"{100 * again.AtSameCoverage:0} %", Spread(again.Lower), Spread(again.Upper),
                    };
                }),
            ]);
    }

    private static string Spread(EndStability end) => end.Share > 0
        ? $"{Words.Number(end.Spread.Lower)} to {Words.Number(end.Spread.Upper)}"
        : "–";

    private DataTable BoxTable()
    {
        var table = new DataTable(
            "boxes", "box", "input", "low", "high", "categories", "quasi_p", "limited_again", "low_again_p05", "low_again_p95",
            "high_again_p05", "high_again_p95", "coverage", "coverage_low", "coverage_high", "density", "density_low",
            "density_high", "mass", "density_of_all", "coverage_searched", "density_searched", "mass_searched");
        for (var place = 0; place < boxes.Length; place++)
        {
            var (box, judged) = (boxes[place], BoxEstimate.Of(fresh, boxes[place].Box));
            foreach (var support in box.Limits)
            {
                var (limit, again) = (support.Limit, stability[place].Inputs[support.Limit.Input]);
                table.Add(
                    place + 1, searched.Inputs[limit.Input].Name, limit.Range.Lower, limit.Range.Upper,
                    string.Join(' ', limit.Categories.Select(category => category.ToString("R", CultureInfo.InvariantCulture))),
                    support.QuasiP, again.AtSameCoverage, again.Lower.Spread.Lower, again.Lower.Spread.Upper,
                    again.Upper.Spread.Lower, again.Upper.Spread.Upper, judged.Coverage, judged.CoverageInterval.Lower,
                    judged.CoverageInterval.Upper, judged.Density, judged.DensityInterval.Lower, judged.DensityInterval.Upper,
                    judged.Mass, judged.BaseDensity, box.Final.Coverage, box.Final.Density, box.Final.Mass);
            }
        }

        return table;
    }

    private DataTable PathTable()
    {
        var table = new DataTable(
            "peeling", "box", "step", "move", "limited_inputs", "futures", "cases", "coverage", "density", "mass", "is_chosen",
            "limits");
        for (var place = 0; place < boxes.Length; place++)
        {
            var box = boxes[place];
            for (var step = 0; step < box.Trajectory.Length; step++)
            {
                var one = box.Trajectory[step];
                table.Add(
                    place + 1, step, Moves[(int)one.Move], one.LimitedInputs, one.Points, one.Cases,
                    one.Coverage, one.Density, one.Mass, step == box.Chosen ? 1 : 0, BoxWords.Limits(box.Futures, one.Box));
            }
        }

        return table;
    }

    private DataTable FutureTable()
    {
        var table = new DataTable("futures", ["future", "is_fresh", .. plan.Space.Names, "replications", "hits"]);
        for (var point = 0; point < plan.Points.Length; point++)
        {
            table.Add([
                point, point < plan.Count ? 0 : 1,
                .. plan.Space.Inputs.Select(input => (DataCell)plan.Points[point].Values[input.Parameter]),
                plan.Replications, results[point],
            ]);
        }

        return table;
    }

    private ImmutableArray<Chart> Charts()
    {
        if (boxes.IsEmpty)
        {
            return [];
        }

        // The box in the end stands last if something was pasted to it or dropped from it.
        var path = boxes[0].Trajectory.Select(step => new PeelingPoint(
            step.Coverage, step.Density, step.LimitedInputs, BoxWords.Limits(searched, step.Box))).ToList();
        var limits = boxes[0].Box.Limits.Where(limit => !limit.IsCategorical).Select(limit => LimitedInput.OfNumber(
            searched.Inputs[limit.Input].Name,
            limit.Range.Lower,
            limit.Range.Upper,
            (searched.Range(limit.Input).Lower, searched.Range(limit.Input).Upper),
            BoxWords.Limit(searched, limit)));
        return
        [
            PeelingPath.Of(
                outcome.Name, path, boxes[0].Trajectory.IndexOf(boxes[0].Final), "As the searched futures have it. " + caption),
            BoxLimits.Of(outcome.Name, [.. limits], caption),
        ];
    }

    private Futures FuturesOf(int from, int to)
    {
        var inputs = plan.Space.Inputs;
        ImmutableArray<FutureInput> described =
        [
            .. inputs.Select(input => new FutureInput(scenario.Parameters[input.Parameter].Name)
            {
                Quantity = scenario.Parameters[input.Parameter].Quantity,
            }),
        ];
        var values = new double[(to - from) * inputs.Length];
        var hits = new int[to - from];
        for (var point = from; point < to; point++)
        {
            hits[point - from] = results[point];
            for (var index = 0; index < inputs.Length; index++)
            {
                values[((point - from) * inputs.Length) + index] = plan.Points[point].Values[inputs[index].Parameter];
            }
        }

        return Futures.OfHits(described, values, hits, plan.Replications);
    }
}
