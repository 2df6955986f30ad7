using System.Collections.Immutable;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;
using Escalation.Results;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>What tuning by one objective under what nobody knows found.</summary>
public sealed class RobustFindings
{
    private const int MostLeversNamed = 2;
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

    private string Name => report.Tuning.Goal.Objectives[0].Name;

    /// <summary>Makes the findings.</summary>
    /// <param name="report">What was asked.</param>
    /// <param name="found">What was found; null: the chosen policy has no value in any future.</param>
    /// <returns>The findings.</returns>
    public static Findings Of(RobustReport report, RobustPolicies? found)
    {
        ArgumentNullException.ThrowIfNull(report);
        return found is null ? Nothing(report) : new RobustFindings(report, found).All();
    }

    private static Findings Nothing(RobustReport report) => new()
    {
        Experiment = "tune",
        ScenarioName = report.Tuning.Scenario.Name,
        Answer = $"Nothing can be said: {report.Tuning.Goal.Objectives[0].Name} has no value in any future with the policy that "
            + "looked best.",
        Data = [new DataTable("policies", "policy")],
    };

    private Findings All()
    {
        var prose = new RobustProse(report, found, text, words);
        var tables = new RobustTables(report, found, text, words);
        return new()
        {
            Experiment = "tune",
            ScenarioName = report.Tuning.Scenario.Name,
            Answer = prose.Answer(),
            Notes = prose.Notes(),
            Tables = [Policies(), Winners()],
            Data =
            [
                tables.Policies(), tables.Regrets(), tables.Futures(), tables.Boxes(),
                report.Tuning.StepData(found.Search.Steps, text),
            ],
            Charts = Charts(),
        };
    }

    private FindingsTable Policies()
    {
        var hasGood = !found.GoodEnough.IsEmpty;
        return new(
            $"Policies in {report.Judged}",
            [
                ("policy", true), .. report.Tuning.LeverHeads, .. RobustText.Told.Select(one => (one.Head, true)),
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
        .ThenBy(policy => found.Figure(report.Plan.Criterion, policy)?.Value ?? double.PositiveInfinity);

    private FindingsTable Winners() => new(
        "The best policy by each criterion",
        [("criterion", false), ("policy", true), ("figure", true), ("interval", true), ("surely", true), ("chosen one", true)],
        [
            .. RobustText.Told.Where(one => found.Decision.By(one.Criterion).Best >= 0).Select(one =>
            {
                var ranking = found.Decision.By(one.Criterion);
                var best = ranking.Policies[ranking.Best];
                return (string[])
                [
                    one.Head, RobustTables.Role(found, found.Compared[ranking.Best]), words.Figure(one.Criterion, best),
                    words.Interval(one.Criterion, best), RobustText.Percent(ranking.BestShares[ranking.Best]),
                    words.Figure(one.Criterion, ranking.Policies[0]),
                ];
            }),
        ]);

    private ImmutableArray<Chart> Charts()
    {
        var caption = $"{report.Judged}; {report.Tuning.Caption}";
        var shown = Ordered().Where(policy => found.Compared.Contains(policy)).Take(ShownPolicies).ToList();
        var regrets = RegretMap.Of(Name, text.Style(0), [.. shown.Select(Regret)], found.Far, caption);
        var means = shown.Select(policy =>
        {
            var figure = found.Figure(RobustCriterion.Expected, policy)!.Value;
            var (value, low, high) = words.Natural(RobustCriterion.Expected, figure);
            return new NamedEstimate(Label(policy), value, low, high);
        });
        var charts = ImmutableArray.CreateBuilder<Chart>();
        charts.Add(regrets with { Name = "regret" });
        charts.Add(SideBySide.Of($"mean {Name}", text.Style(0), [.. means], caption) with { Name = "means" });
        if (found.Failing is { IsConfirmed: true, Found: { } box } failing)
        {
            charts.Add(RobustTables.Box(failing.Searched, box, caption));
        }

        return charts.ToImmutable();
    }

    // Many levers have no room beside a chart; policies.csv has them by the same name.
    private string Label(int policy) => report.Tuning.Space.Levers.Length <= MostLeversNamed
        ? report.PlaceOf(found.Table.Policies[policy])
        : RobustTables.Role(found, policy) is var role && char.IsAsciiDigit(role[0]) ? $"policy {role}" : role;

    private PolicyRegret Regret(int policy)
    {
        var place = found.Compared.IndexOf(policy);
        double[] regrets = [.. found.Matrix.Futures.Select(future => found.Matrix.Regret(place, future)).Order()];
        double At(double part) => OrderStatistics.Quantile(regrets, part);
        return new(Label(policy), At(0.1), At(0.25), At(0.5), At(0.75), At(0.9), regrets[^1]);
    }
}
