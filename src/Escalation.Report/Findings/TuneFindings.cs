using System.Collections.Immutable;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Results;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>What tuning by one objective found.</summary>
public sealed class TuneFindings
{
    private const int ShownCandidates = 12;
    private const double Z = 1.96;

    private readonly TuningReport report;
    private readonly TunedPolicy found;
    private readonly GoalText text;

    private TuneFindings(TuningReport report, TunedPolicy found)
    {
        (this.report, this.found) = (report, found);
        text = new GoalText(report.Goal);
    }

    private Objective Objective => report.Goal.Objectives[0];

    private PolicyTrial Best => found.Best;

    private PolicyTrial Written => found.Judged[report.Space.Written];

    /// <summary>Makes the findings.</summary>
    /// <param name="report">What was asked.</param>
    /// <param name="found">What was found.</param>
    /// <returns>The findings.</returns>
    public static Findings Of(TuningReport report, TunedPolicy found)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(found);
        var tune = new TuneFindings(report, found);
        return new()
        {
            Experiment = "tune",
            ScenarioName = report.Scenario.Name,
            Answer = tune.Answer(),
            Notes = tune.Notes(),
            Tables = [tune.Judged(), tune.Candidates()],
            Data = [tune.JudgedData(), tune.CandidateData(), tune.StepData()],
            Charts = tune.Charts(),
        };
    }

    private string Answer()
    {
        var best = Best.Objective(0);
        var aim = Objective.IsMaximised ? "greatest" : "least";
        var answer = $"{Objective.Name} is {aim} at {Place(Best.Policy)}: {text.Value(0, best)} "
            + $"(95 % interval {text.Interval(0, best)}) on {Words.Count(Best.Count)} fresh {report.Unit}.";
        if (Best.Policy == Written.Policy)
        {
            return $"{answer} That is the policy of the file.{Kept()}";
        }

        var difference = Written.Objective(0).To(best);
        return $"{answer} At {Place(Written.Policy)}, as it was, it is {text.Value(0, Written.Objective(0))}: "
            + $"{text.Difference(0, difference)}, on the same luck.{Kept()}";
    }

    private string Kept()
    {
        if (report.Goal.Constraints.IsEmpty)
        {
            return "";
        }

        var broken = report.Goal.Constraints.Where((_, place) => Best.Excesses[place] > 0)
            .Select(one => $"'{one.Text}'").ToList();
        if (broken.Count > 0)
        {
            return $" No policy was found that keeps {string.Join(" and ", broken)}; this one breaks it least.";
        }

        var sure = report.Goal.Constraints.Where((_, place) => Best.Constraint(place).Interval.Upper <= 0).Count();
        return sure == report.Goal.Constraints.Length
            ? " It keeps what it is subject to, with confidence."
            : " It keeps what it is subject to, but these histories cannot be sure of it.";
    }

    private ImmutableArray<string> Notes()
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var count = found.Selected.Policies.Length;
        notes.Add(count == 1
            ? "There was one candidate only."
            : $"Chosen among {Words.Count(count)} candidates ({found.Method}): the probability that none of them is better is "
                + $"{Chance(found.Selected.Probability)}, reckoned as if each had luck of its own. Policies that are nearly as "
                + "good lower it, and harm little.");
        notes.Add(Flattery());
        notes.Add($"What is said of a policy rests on {Words.Count(Best.Count)} {report.Unit} whose luck neither search nor "
            + "choice had seen. Policies have the same luck, so differences between them are surer than their intervals suggest. "
            + (text.IsShare(0) ? "Intervals: Clopper–Pearson; of differences, Student's t over pairs."
                : "Intervals: of ranks for quantiles, else Student's t."));
        return notes.ToImmutable();
    }

    // The naive figure, and what the same policy is worth when nobody has picked it.
    private string Flattery()
    {
        var (seen, fresh) = (found.Naive.Objective(0), found.Judged[found.Naive.Policy].Objective(0));
        var sign = text.Sign(0);
        var error = Math.Sqrt(Math.Pow(seen.StandardError, 2) + Math.Pow(fresh.StandardError, 2));
        var gap = MeanEstimate.Of(
            Math.Max(2, found.Naive.Count), 0, fresh.Value - seen.Value, error * Math.Sqrt(Math.Max(2, found.Naive.Count)));
        var most = sign < 0 ? "greatest" : "least";
        return $"The {most} value that the search saw was {text.Value(0, seen)}, at {Place(found.Naive.Policy)} on "
            + $"{Words.Count(found.Naive.Count)} {report.Unit}; on fresh luck that policy has {text.Value(0, fresh)}: the search "
            + $"had flattered it by {text.Difference(0, gap)}.";
    }

    private FindingsTable Judged() => new(
        $"Judged on {Words.Count(Best.Count)} fresh {report.Unit}, the same for all; 95 % intervals",
        [
            ("policy", false), .. report.LeverHeads, (Objective.Name, true), ("interval", true),
            .. report.Goal.Constraints.Select(one => (one.Text, true)),
        ],
        [
            .. JudgedRows().Select(row => (string[])
            [
                row.Name, .. report.LeverCells(row.Trial.Policy), text.Value(0, row.Trial.Objective(0)),
                text.Interval(0, row.Trial.Objective(0)),
                .. report.Goal.Constraints.Select((_, place) => Keeping(row.Trial.Constraint(place))),
            ]),
        ]);

    private IEnumerable<(string Name, PolicyTrial Trial)> JudgedRows()
    {
        yield return (Best.Policy == Written.Policy ? "best, as it was" : "best", Best);
        if (Best.Policy != Written.Policy)
        {
            yield return ("as it was", Written);
        }

        if (found.Naive.Policy != Best.Policy && found.Naive.Policy != Written.Policy)
        {
            yield return ("looked best", found.Judged[found.Naive.Policy]);
        }
    }

    private static string Keeping(EstimatedValue excess) => excess.Interval.Upper <= 0 ? "kept"
        : excess.Interval.Lower > 0 ? "broken"
        : excess.Value <= 0 ? "kept, unsurely"
        : "broken, unsurely";

    private FindingsTable Candidates() => new(
        "The candidates as the choice saw them, the best first",
        [.. report.LeverHeads, (Objective.Name, true), ("interval", true), (report.Unit, true)],
        [
            .. Ordered().Take(ShownCandidates).Select(trial => (string[])
            [
                .. report.LeverCells(trial.Policy), text.Value(0, trial.Objective(0)), text.Interval(0, trial.Objective(0)),
                Words.Count(trial.Count),
            ]),
        ]);

    private IEnumerable<PolicyTrial> Ordered() => found.Selected.Policies
        .OrderBy(trial => trial != found.Selected.Best)
        .ThenBy(trial => !trial.IsFeasible)
        .ThenBy(trial => trial.Objectives[0]);

    private DataTable JudgedData()
    {
        var table = report.Table("judged", "policy");
        foreach (var (name, trial) in JudgedRows())
        {
            report.AddRows(table, name, trial, text);
        }

        return table;
    }

    private DataTable CandidateData()
    {
        var table = report.Table("candidates", "candidate");
        foreach (var (trial, place) in Ordered().Select((trial, place) => (trial, place)))
        {
            report.AddRows(table, place + 1, trial, text);
        }

        return table;
    }

    private DataTable StepData()
    {
        var table = new DataTable(
            "search",
            [
                "step", "restart", "generation", FindingsText.FileName(report.Unit), $"{report.Unit}_of_policy",
                .. report.LeverNames, "best_value", "standard_error",
            ]);
        foreach (var (step, place) in found.Steps.Select((step, place) => (step, place)))
        {
            table.Add([
                place + 1, step.Restart, step.Generation, step.Units, step.UnitsOfPolicy,
                .. report.LeverData(step.Best), text.Sign(0) * step.Value, step.StandardError,
            ]);
        }

        return table;
    }

    private ImmutableArray<Chart> Charts()
    {
        var caption = report.Caption;
        var estimates = Ordered().Take(ShownCandidates).Select(trial =>
        {
            var value = text.Natural(0, trial.Objective(0));
            return new NamedEstimate(Place(trial.Policy), value.Value, value.Interval.Lower, value.Interval.Upper);
        });
        var sign = text.Sign(0);
        var steps = found.Steps.Select(step => (step.Units, Value: sign * step.Value, HalfWidth: Z * step.StandardError))
            .Where(step => double.IsFinite(step.Value))
            .Select(step => new CurvePoint(step.Units, step.Value, step.Value - step.HalfWidth, step.Value + step.HalfWidth));
        return
        [
            SideBySide.Of(Objective.Name, text.Style(0), [.. estimates], caption) with { Name = "candidates" },
            Convergence.Of(Objective.Name, text.Style(0), [.. steps], caption) with
            {
                Name = "convergence",
            },
        ];
    }

    private string Place(Point policy) => GoalText.Policy(report.Scenario, report.Space.Levers, policy);

    private static string Chance(double probability) =>
        probability > 0.999 ? "above 0.999" : Words.Number(Math.Round(probability, 3));
}
