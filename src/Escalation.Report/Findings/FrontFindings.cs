using System.Collections.Immutable;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;
using Escalation.Report.Page;
using Escalation.Results;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>What tuning by several objectives found.</summary>
public sealed class FrontFindings
{
    private const double Z = 1.96;

    private readonly TuningReport report;
    private readonly TunedFront found;
    private readonly GoalText text;
    private readonly ImmutableArray<FrontMember> front;

    private FrontFindings(TuningReport report, TunedFront found)
    {
        (this.report, this.found) = (report, found);
        text = new GoalText(report.Goal);
        front = [.. found.Members.Where(member => member.IsOnFront)];
    }

    /// <summary>Makes the findings.</summary>
    /// <param name="report">What was asked.</param>
    /// <param name="found">What was found.</param>
    /// <returns>The findings.</returns>
    public static Findings Of(TuningReport report, TunedFront found)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(found);
        var findings = new FrontFindings(report, found);
        return new()
        {
            Experiment = "tune",
            ScenarioName = report.Scenario.Name,
            Answer = findings.Answer(),
            Notes = findings.Notes(),
            Tables = [findings.Table()],
            Data = [findings.Data(), findings.StepData()],
            Charts = findings.Charts(),
        };
    }

    private string Answer()
    {
        var names = report.Goal.Objectives.Select(objective => objective.Name).ToList();
        var both = names.Count == 2 ? $"both {names[0]} and {names[1]}" : $"all of {string.Join(", ", names)}";
        var ends = Enumerable.Range(0, names.Count).Select(objective =>
        {
            var best = front.MinBy(member => member.Trial.Objectives[objective])!.Trial;
            var word = report.Goal.Objectives[objective].IsMaximised ? "greatest" : "least";
            return $"{names[objective]} is {word} at {Place(best.Policy)}: {Values(best)}";
        });
        return $"{Words.Count(front.Length)} policies are beaten by none in {both}. "
            + $"{Words.Capital(string.Join("; ", ends.Distinct()))}. {Compared()}";
    }

    // The policy that was there before, against those of the front.
    private string Compared()
    {
        var written = $"As it was, at {Place(found.Written.Policy)}: {Values(found.Written)}";
        if (front.Any(member => member.Trial.Policy == found.Written.Policy))
        {
            return $"{written}: that is on the front.";
        }

        var beating = front.Count(member =>
            member.Trial.Objectives.Zip(found.Written.Objectives).All(pair => pair.First < pair.Second));
        return beating == 0
            ? $"{written}; none of them is better in everything."
            : $"{written}; {Words.Count(beating)} of them {(beating == 1 ? "is" : "are")} better in everything.";
    }

    private string Values(PolicyTrial trial) => string.Join(", ", report.Goal.Objectives.Select((objective, place) =>
        $"{objective.Name} {text.Value(place, trial.Objective(place))}"));

    private ImmutableArray<string> Notes()
    {
        var dropped = found.Members.Length - front.Length;
        var notes = ImmutableArray.CreateBuilder<string>();
        var lost = dropped == 0 ? "none was" : $"{Words.Count(dropped)} that the search had found were";
        notes.Add($"Each policy was judged on {Words.Count(found.Written.Count)} fresh {report.Unit}, the same for all, which "
            + "neither the search (NSGA-II) nor the choice among its policies had seen. A policy is said to be beaten if another "
            + "one is better in everything with confidence (95 % for each policy, over pairs with the same luck, corrected for "
            + $"their number); {lost} dropped for that.");
        if (found.Steps is [var first, .., var last])
        {
            var error = Words.Number(Z * last.StandardError);
            notes.Add($"The hypervolume that the front dominates, up to the worst of the first generation, grew from "
                + $"{Words.Number(first.Hypervolume)} to {Words.Number(last.Hypervolume)} ± {error} in "
                + $"{Words.Count(last.Generation)} generations ({Words.Count(last.Units)} {report.Unit}), as the search saw it.");
        }

        if (!report.Goal.Constraints.IsEmpty)
        {
            notes.Add(front.All(member => member.Trial.IsFeasible)
                ? "All of them keep what they are subject to, as far as these histories say."
                : "No policy was found that keeps what it is subject to: these break it.");
        }

        return notes.ToImmutable();
    }

    private FindingsTable Table() => new(
        $"The front, on {Words.Count(found.Written.Count)} fresh {report.Unit} each; 95 % intervals",
        [
            .. report.LeverHeads,
            .. report.Goal.Objectives.SelectMany(objective => new[] { (objective.Name, true), ("interval", true) }),
        ],
        [
            .. front.Select(member => member.Trial).Select(trial => (string[])
            [
                .. report.LeverCells(trial.Policy),
                .. Enumerable.Range(0, report.Goal.Objectives.Length).SelectMany(place => new[]
                {
                    text.Value(place, trial.Objective(place)), text.Interval(place, trial.Objective(place)),
                }),
            ]),
        ]);

    private DataTable Data()
    {
        var table = report.Table("front", "policy");
        foreach (var (member, place) in found.Members.Select((member, place) => (member, place)))
        {
            report.AddRows(table, member.IsOnFront ? $"front {place + 1}" : $"beaten {place + 1}", member.Trial, text);
        }

        report.AddRows(table, "as it was", found.Written, text);
        return table;
    }

    private DataTable StepData()
    {
        var table = new DataTable(
            "search", "generation", FindingsText.FileName(report.Unit), "on_front", "hypervolume", "standard_error");
        foreach (var step in found.Steps)
        {
            table.Add([step.Generation, step.Units, step.FrontSize, step.Hypervolume, step.StandardError]);
        }

        return table;
    }

    private ImmutableArray<Chart> Charts()
    {
        if (report.Goal.Objectives.Length != 2)
        {
            return [];
        }

        var points = found.Members.Select(member => Point(member.Trial, member.IsOnFront))
            .Concat(found.Members.Any(member => IsWritten(member.Trial)) ? [] : [Point(found.Written, false)]);
        var volumes = found.Steps.Select(step => new CurvePoint(
            step.Generation,
            step.Hypervolume,
            step.Hypervolume - (Z * step.StandardError),
            step.Hypervolume + (Z * step.StandardError)));
        return
        [
            ParetoFront.Of(
                (report.Goal.Objectives[0].Name, text.Style(0)),
                (report.Goal.Objectives[1].Name, text.Style(1)),
                [.. points],
                report.Caption),
            Convergence.OfFront([.. volumes], report.Caption) with { Name = "hypervolume" },
        ];

        ParetoPoint Point(PolicyTrial trial, bool isOnFront)
        {
            var (x, y) = (text.Natural(0, trial.Objective(0)), text.Natural(1, trial.Objective(1)));
            return new(Place(trial.Policy), x.Value, y.Value, isOnFront)
            {
                RangeOfX = (x.Interval.Lower, x.Interval.Upper),
                RangeOfY = (y.Interval.Lower, y.Interval.Upper),
                IsAsWritten = IsWritten(trial),
            };
        }
    }

    private bool IsWritten(PolicyTrial trial) => trial.Policy == found.Written.Policy;

    private string Place(Point policy) => GoalText.Policy(report.Scenario, report.Space.Levers, policy);
}
