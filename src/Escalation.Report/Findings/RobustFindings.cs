using System.Collections.Immutable;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Results;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>What tuning by one objective under what nobody knows found.</summary>
public sealed class RobustFindings
{
    private const int ShownPolicies = 12;

    private readonly RobustReport report;
    private readonly RobustPolicies found;
    private readonly GoalText text;
    private readonly RobustText words;

    private RobustFindings(RobustReport report, RobustPolicies found)
    {
        (this.report, this.found) = (report, found);
        text = new GoalText(report.Tuning.Goal);
        words = new RobustText(text);
    }

    private Objective Objective => report.Tuning.Goal.Objectives[0];

    private RobustCriterion Criterion => report.Plan.Criterion;

    private PolicyTrial Best => found.Trials[0];

    /// <summary>Makes the findings.</summary>
    /// <param name="report">What was asked.</param>
    /// <param name="found">What was found; null: the chosen policy has no value in any future.</param>
    /// <returns>The findings.</returns>
    public static Findings Of(RobustReport report, RobustPolicies? found)
    {
        ArgumentNullException.ThrowIfNull(report);
        var name = report.Tuning.Scenario.Name;
        if (found is null)
        {
            return new()
            {
                Experiment = "tune",
                ScenarioName = name,
                Answer = $"Nothing can be said: {report.Tuning.Goal.Objectives[0].Name} has no value in any future with the policy that "
                    + "looked best.",
                Data = [new DataTable("policies", "policy")],
            };
        }

        var findings = new RobustFindings(report, found);
        var tables = new RobustTables(report, found, findings.text, findings.words);
        return new()
        {
            Experiment = "tune",
            ScenarioName = name,
            Answer = findings.Answer(),
            Notes = findings.Notes(),
            Tables = [findings.Policies(), findings.Winners()],
            Data =
            [
                tables.Policies(), tables.Regrets(), tables.Futures(), tables.Boxes(),
                report.Tuning.StepData(found.Search.Steps, findings.text),
            ],
            Charts = findings.Charts(),
        };
    }

    private string Answer()
    {
        var figure = found.Figure(Criterion, 0)!.Value;
        var place = Place(Best.Policy);
        var value = $"{words.Figure(Criterion, figure)} (95 % interval {words.Interval(Criterion, figure)})";
        var aim = Objective.IsMaximised ? "greatest" : "least";
        var answer = Criterion switch
        {
            RobustCriterion.RegretPoint => $"The regret in {Objective.Name} is least at {place}: in nine of ten futures it is at most "
                + $"{value} {(Objective.IsMaximised ? "less" : "more")} than with the best of those compared",
            RobustCriterion.WorstMean => $"{Objective.Name} in its worst tenth of futures is {aim} at {place}: {value}",
            _ => $"{Objective.Name} on average over futures is {aim} at {place}: {value}",
        };
        return $"{answer}, on {report.Judged}. {Compared()}{report.Tuning.Kept(Best)}{Failing()}";
    }

    // The policy that was there before.
    private string Compared()
    {
        if (found.Written == 0)
        {
            return "That is the policy of the file.";
        }

        var before = found.Figure(Criterion, found.Written);
        var place = $"At {Place(found.Table.Policies[found.Written])}, as it was, it is";
        var written = found.Trials[found.Written];
        return Criterion == RobustCriterion.RegretPoint
            ? before is null ? "The policy that was there before cannot be compared." : $"{place} {words.Figure(Criterion, before)}."
            : $"{place} {text.Value(0, written.Objective(0).Value)}: {text.Difference(0, written.Objective(0).To(Best.Objective(0)))}, "
                + "in the same futures.";
    }

    private string Failing()
    {
        if (found.Compared.Length == 1 || found.Failing is not { } failing)
        {
            return "";
        }

        var far = text.Amount(0, failing.Limit);
        var fails = $"Its regret exceeds {far} in {RobustText.Percent(failing.Share)} of the futures";
        if (failing.Share is 0 or 1)
        {
            return failing.Share == 0 ? $" Its regret exceeds {far} in no future." : $" {fails}.";
        }

        if (failing is not { Found: { } box, Judged: { } judged })
        {
            return $" {fails}, and no limits to what was varied tell in which.";
        }

        return failing.IsConfirmed
            ? " " + BoxWords.Sentence(failing.Searched, box.Box, judged, "", $"its regret exceeds {far}")
            : $" {fails}: as one half of them suggests where {BoxWords.Limits(failing.Searched, box.Box)}, but the other half does not "
                + "confirm it.";
    }

    private ImmutableArray<string> Notes()
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var plan = report.Plan;
        notes.Add($"A future is a draw of {string.Join(", ", report.Unknowns)} with luck of its own; all policies have the same futures "
            + $"with the same luck. The policy was chosen in other futures ({found.Search.Method}"
            + (found.Rounds.IsEmpty ? ")" : $" by the mean, then {Refined()})")
            + $"; those of the tables, {report.Judged}, were seen by nobody before.");
        notes.Add($"Regret: what a policy costs in a future beyond the best of the {found.Compared.Length} that are compared. The best is "
            + "chosen on one half of a future's histories and valued on the other, so that it looks no better than it is. The regret of "
            + $"a single future has the noise of {Words.Histories(plan.Histories)} and may be below 0, and nine of ten and the "
            + $"greatest are the greater for it. Far: a regret of more than {text.Amount(0, found.Far)}"
            + (double.IsNaN(plan.Far) ? ", a tenth of what the policies differ by." : "."));
        notes.Add("Intervals and how surely a policy is the best: from draws of the futures with repetition; the chosen one is the best of "
            + $"the {found.Compared.Length} by what it was chosen for in {RobustText.Percent(found.Decision.By(Criterion).BestShares[0])} of "
            + "them. The worst tenth is another one for each policy.");
        if (LeftOut() is { Length: > 0 } leftOut)
        {
            notes.Add(leftOut);
        }

        return notes.ToImmutable();
    }

    private string Refined() => found.Rounds.Length == 1
        ? "by regret among its candidates"
        : $"by regret among its candidates and those of {found.Rounds.Length - 1} rounds about the best of them";

    private string LeftOut()
    {
        var policies = found.Table.Policies.Length - found.Compared.Length;
        var futures = found.Decision.LeftOut;
        return (policies > 0
                ? $"{Words.Count(policies)} of the policies that were tried break a constraint or have no value in too many futures: they "
                    + "have no regret, and are nobody's best. "
                : "")
            + (futures > 0 ? $"{Words.Count(futures)} futures do not count, since a policy has no value in them." : "");
    }

    private FindingsTable Policies()
    {
        var hasGood = !found.GoodEnough.IsEmpty;
        return new(
            $"Policies in {report.Judged}",
            [
                ("policy", false), .. report.Tuning.LeverHeads, .. RobustText.Told.Select(one => (one.Head, true)),
                .. hasGood ? [("good enough in", true)] : Enumerable.Empty<(string, bool)>(),
            ],
            [
                .. Ordered().Take(ShownPolicies).Select(policy => (string[])
                [
                    RobustTables.Role(found, policy), .. report.Tuning.LeverCells(found.Table.Policies[policy]),
                    .. RobustText.Told.Select(one => words.Figure(one.Criterion, found.Figure(one.Criterion, policy))),
                    .. hasGood ? [RobustText.Percent(found.GoodEnough[policy].Value)] : Enumerable.Empty<string>(),
                ]),
            ]);
    }

    // The chosen one, the one that was there before, the others by the criterion.
    private IEnumerable<int> Ordered() => Enumerable.Range(0, found.Table.Policies.Length)
        .OrderBy(policy => policy != 0)
        .ThenBy(policy => policy != found.Written)
        .ThenBy(policy => found.Figure(Criterion, policy)?.Value ?? double.PositiveInfinity);

    private FindingsTable Winners() => new(
        "Which policy is the best by which criterion",
        [("criterion", false), ("best policy", false), ("figure", true), ("interval", true), ("surely", true), ("chosen one", true)],
        [
            .. RobustText.Told.Where(one => found.Decision.By(one.Criterion).Best >= 0).Select(one =>
            {
                var ranking = found.Decision.By(one.Criterion);
                return (string[])
                [
                    one.Head, Place(found.Table.Policies[found.Compared[ranking.Best]]),
                    words.Figure(one.Criterion, ranking.Policies[ranking.Best]),
                    words.Interval(one.Criterion, ranking.Policies[ranking.Best]),
                    RobustText.Percent(ranking.BestShares[ranking.Best]), words.Figure(one.Criterion, ranking.Policies[0]),
                ];
            }),
        ]);

    private ImmutableArray<Chart> Charts()
    {
        var caption = $"{report.Judged}; {report.Tuning.Caption}";
        var shown = Ordered().Where(policy => found.Compared.Contains(policy)).Take(ShownPolicies).ToList();
        var charts = ImmutableArray.CreateBuilder<Chart>();
        charts.Add(RegretMap.Of(Objective.Name, text.Style(0), [.. shown.Select(Regret)], found.Far, caption) with { Name = "regret" });
        var means = shown.Select(policy =>
        {
            var (value, low, high) = words.Natural(RobustCriterion.Expected, found.Figure(RobustCriterion.Expected, policy)!.Value);
            return new NamedEstimate(Place(found.Table.Policies[policy]), value, low, high);
        });
        charts.Add(SideBySide.Of($"mean {Objective.Name}", text.Style(0), [.. means], caption) with { Name = "means" });
        if (found.Failing is { IsConfirmed: true, Found: { } box } failing)
        {
            charts.Add(RobustTables.Box(failing.Searched, box, caption));
        }

        return charts.ToImmutable();
    }

    private PolicyRegret Regret(int policy)
    {
        var place = found.Compared.IndexOf(policy);
        double[] regrets = [.. found.Matrix.Futures.Select(future => found.Matrix.Regret(place, future)).Order()];
        double At(double part) => OrderStatistics.Quantile(regrets, part);
        return new(Place(found.Table.Policies[policy]), At(0.1), At(0.25), At(0.5), At(0.75), At(0.9), regrets[^1]);
    }

    private string Place(Point policy) => GoalText.Policy(report.Tuning.Scenario, report.Tuning.Space.Levers, policy);
}
