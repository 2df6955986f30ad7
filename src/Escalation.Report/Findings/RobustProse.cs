using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>What a tuning under what nobody knows found, in sentences.</summary>
/// <param name="report">What was asked.</param>
/// <param name="found">What was found.</param>
/// <param name="text">How values are written.</param>
/// <param name="words">The criteria.</param>
internal sealed class RobustProse(RobustReport report, RobustPolicies found, GoalText text, RobustText words)
{
    private Objective Objective => report.Tuning.Goal.Objectives[0];

    private RobustCriterion Criterion => report.Plan.Criterion;

    private PolicyTrial Best => found.Trials[0];

    /// <summary>The answer: which policy, how good, against what was there before, and where it fails.</summary>
    internal string Answer()
    {
        var figure = found.Figure(Criterion, 0)!.Value;
        var place = report.PlaceOf(Best.Policy);
        var value = $"{words.Figure(Criterion, figure)} (95 % interval {words.Interval(Criterion, figure)})";
        var aim = Objective.IsMaximised ? "greatest" : "least";
        var answer = Criterion switch
        {
            RobustCriterion.RegretPoint =>
                $"The regret in {Objective.Name} is least at {place}: in nine of ten futures it is at most {value} "
                    + $"{(Objective.IsMaximised ? "less" : "more")} than with the best of those compared",
            RobustCriterion.WorstMean => $"{Objective.Name} in its worst tenth of futures is {aim} at {place}: {value}",
            _ => $"{Objective.Name} on average over futures is {aim} at {place}: {value}",
        };
        return $"{answer}, on {report.Judged}. {Compared()}{report.Tuning.Kept(Best)}{Failing()}";
    }

    /// <summary>What else a reader must know.</summary>
    internal ImmutableArray<string> Notes()
    {
        var compared = found.Compared.Length;
        var histories = Words.Histories(report.Plan.Histories);
        var sureness = RobustText.Percent(found.Decision.By(Criterion).BestShares[0]);
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add(
            $"{report.Future} with luck of its own; all policies have the same futures with the same luck. The policy was chosen "
            + $"in other futures ({found.Search.Method}{Refined()}); those of the tables were seen by nobody before.");
        notes.Add(
            $"Regret: what a policy costs in a future beyond the best of the {compared} that are compared. The best is chosen on "
            + "one half of a future's histories and valued on the other, so that it looks no better than it is. The regret of a "
            + $"single future has the noise of {histories} and may be below 0, and nine of ten are the greater for it. Near: a "
            + $"regret of at most {text.Amount(0, found.Far)}"
            + (double.IsNaN(report.Plan.Far) ? ", a tenth of what the policies differ by." : "."));
        notes.Add(
            "Intervals, and how surely a policy is the best: from draws of the futures with repetition. By what it was chosen "
            + $"for the chosen one is the best of the {compared} in {sureness} of them. The worst tenth is another one for each "
            + "policy.");
        if (LeftOut() is { Length: > 0 } leftOut)
        {
            notes.Add(leftOut);
        }

        return notes.ToImmutable();
    }

    // The policy that was there before.
    private string Compared()
    {
        if (found.Written == 0)
        {
            return "That is the policy of the file.";
        }

        var before = found.Figure(Criterion, found.Written);
        var place = $"At {report.PlaceOf(found.Table.Policies[found.Written])}, as it was, it is";
        if (Criterion == RobustCriterion.RegretPoint)
        {
            return before is null
                ? "The policy that was there before cannot be compared."
                : $"{place} {words.Figure(Criterion, before)}.";
        }

        var written = found.Trials[found.Written].Objective(0);
        var difference = text.Difference(0, written.To(Best.Objective(0)));
        return $"{place} {text.Value(0, written.Value)}: {difference}, in the same futures.";
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
            : $" {fails}; half of the futures suggest that these are where {BoxWords.Limits(failing.Searched, box.Box)}, but the "
                + "other half does not confirm it.";
    }

    private string Refined() => found.Rounds.Length switch
    {
        0 => "",
        1 => " by the mean, then by regret among its candidates",
        var rounds => " by the mean, then by regret among its candidates and those of "
            + FormattableString.Invariant($"{rounds - 1} rounds about the best of them"),
    };

    private string LeftOut()
    {
        var policies = found.Table.Policies.Length - found.Compared.Length;
        var futures = found.Decision.LeftOut;
        var left = policies > 0
            ? $"Of the policies that were tried {Words.Count(policies)} break a constraint or have no value in too many futures: "
                + "they have no regret, and are nobody's best."
            : "";
        return futures > 0
            ? $"{left} Of the futures {Words.Count(futures)} do not count, since a policy has no value in them.".TrimStart()
            : left;
    }
}
