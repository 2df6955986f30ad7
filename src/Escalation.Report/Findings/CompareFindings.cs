using System.Collections.Immutable;
using System.Globalization;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;
using Escalation.Report.Page;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>What a comparison found: how much each contender differs from the first, history by history.</summary>
public sealed class CompareFindings
{
    private const double Level = 0.95;

    private readonly ImmutableArray<Contender> contenders;
    private readonly ImmutableArray<ComparedResult> results;
    private readonly ImmutableArray<PairedDifference> differences;
    private readonly string caption;
    private readonly int count;

    private CompareFindings(ImmutableArray<Contender> contenders, ImmutableArray<ComparedResult> results, string origin)
    {
        (this.contenders, this.results) = (contenders, results);
        count = contenders.Min(contender => contender.Count);
        var together = Bonferroni.LevelOfEach(Level, (contenders.Length - 1) * results.Length);
        ImmutableArray<PairedDifference> plain =
        [
            .. contenders.Skip(1).SelectMany(contender => results.Select(result =>
                PairedDifference.Of(contenders[0], contender, result, count, Level, together))),
        ];
        var adjusted = Holm.Adjust(plain.Select(difference => difference.P).ToArray());
        differences = [.. plain.Select((difference, place) => difference with { AdjustedP = adjusted[place] })];
        caption = $"Differences from '{contenders[0].Label}'. " + string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} pairs of histories with the same luck; {100 * Level:0.##} % intervals{origin}");
    }

    /// <summary>Makes the findings of a comparison.</summary>
    /// <param name="scenarioName">The name of the scenario.</param>
    /// <param name="contenders">Two or more; all others are compared with the first.</param>
    /// <param name="results">What is compared; the first is what is asked about.</param>
    /// <param name="origin">Seed and hash, for the charts; begins with a semicolon.</param>
    /// <returns>The findings, without a table of each contender by itself.</returns>
    public static Findings Of(
        string scenarioName, ImmutableArray<Contender> contenders, ImmutableArray<ComparedResult> results, string origin)
    {
        var compared = new CompareFindings(contenders, results, origin);
        return new()
        {
            Experiment = "compare",
            ScenarioName = scenarioName,
            Answer = string.Join(' ', compared.differences.Where(one => one.Result == results[0]).Select(compared.Sentence)),
            Notes = compared.Notes(),
            Tables = [compared.Table()],
            Data = [compared.Data()],
            Charts = [.. results.Select(compared.Chart)],
        };
    }

    private string Sentence(PairedDifference one)
    {
        var what = one.Result.IsOutcome
            ? $"{one.Result.Name} comes true in {one.Value(one.Second)} of the histories with '{one.Contender.Label}' and in "
                + $"{one.Value(one.First)} with '{contenders[0].Label}'"
            : $"the mean of {one.Result.Name} is {one.Value(one.Second)} with '{one.Contender.Label}' and "
                + $"{one.Value(one.First)} with '{contenders[0].Label}'";
        if (one.Pairs == 0)
        {
            return $"{one.Result.Name} has no value in both histories of any pair of '{one.Contender.Label}' and "
                + $"'{contenders[0].Label}'.";
        }

        var difference = $"{one.Told()} (95 % interval {one.ToldInterval()})";
        return one.IsTold(Level)
            ? $"{Upper(what)}: {difference}. {Words.Count(one.Pairs)} pairs tell them apart (p {Equal(one.AdjustedP)})."
            : $"{Upper(what)}: {difference}. {Words.Count(one.Pairs)} pairs do not tell them apart (p {Equal(one.AdjustedP)}): "
                + $"{WhatItTakes(one)}.";
    }

    private static string Equal(double p) => PairedDifference.Chance(p) is var text && text[0] == '<' ? text : "= " + text;

    private static string WhatItTakes(PairedDifference one)
    {
        var scale = one.Result.IsOutcome ? 100 : 1;
        var unit = one.Result.IsOutcome ? " points" : "";
        var could = double.IsFinite(one.Detectable)
            ? $"these could have told a difference of {Words.Number(Rough(scale * one.Detectable))}{unit}"
            : "these are too few to tell any difference";
        return double.IsFinite(one.RequiredPairs)
            ? $"{could}, and it would take about {Words.Count((long)Rough(Math.Min(one.RequiredPairs, 1e15)))} to tell one like "
                + "this"
            : could;
    }

    private static string Upper(string text) =>
        text.StartsWith("the mean", StringComparison.Ordinal) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    private ImmutableArray<string> Notes()
    {
        var saved = differences
            .Where(one => one.Result == results[0]).Select(one => one.VarianceSaved).Where(double.IsFinite).ToList();
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add("History k of one has the luck of history k of the other, so that what differs between the two is what was "
            + "changed and what came of it.");
        if (saved.Count > 0)
        {
            var (low, high) = (saved.Min(), saved.Max());
            var part = low == high ? Percent(low) : $"{Percent(low)} to {Percent(high)}";
            notes.Add(high <= 0
                ? $"For {results[0].Name} the pairs saved no variance ({part}): the histories have little in common any more."
                : $"For {results[0].Name} the pairs saved {part} of the variance that as many histories with luck of their own "
                    + "would have.");
        }

        var family = differences.Length == 1
            ? ""
            : $", with Holm's correction for all {Words.Count(differences.Length)} differences here";
        notes.Add("Intervals: Tango's score for shares, Student's t for means, each of 95 % by itself; p-values: McNemar's "
            + $"exact test and Student's{family}. It takes so many pairs: to tell a difference of this size with a chance of "
            + "80 %.");
        return notes.ToImmutable();
    }

    // A rounded nothing has no sign.
    private static string Percent(double part) =>
        (Math.Round(100 * part) + 0.0).ToString("0;−0;0", CultureInfo.InvariantCulture) + " %";

    // It is an estimate from an estimate: two digits are what it is worth.
    private static double Rough(double value)
    {
        var digit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        return Math.Round(value / digit) * digit;
    }

    private FindingsTable Table() => new(
        $"Differences from the baseline '{contenders[0].Label}', over {Words.Count(count)} pairs of histories",
        [
            ("compared", false), ("result", false), ("baseline", true), ("value", true), ("difference", true),
            ("95 % interval", true), ("p (Holm)", true), ("variance saved", true),
        ],
        [
            .. differences.Select(one => new[]
            {
                one.Contender.Label, one.Result.Name, one.Value(one.First), one.Value(one.Second), one.Told(), one.ToldInterval(),
                PairedDifference.Chance(one.AdjustedP), double.IsFinite(one.VarianceSaved) ? Percent(one.VarianceSaved) : "–",
            }),
        ]);

    private DataTable Data()
    {
        var table = new DataTable(
            "differences",
            "case", "against", "result", "kind", "unit", "pairs", "missing", "estimate", "estimate_against", "difference",
            "low", "high", "low_together", "high_together", "p", "p_holm", "variance_saved", "pairs_needed",
            "detectable_difference");
        foreach (var one in differences)
        {
            table.Add(
                one.Contender.Label, contenders[0].Label, one.Result.Name, one.Result.IsOutcome ? "share" : "mean",
                one.Result.Unit, one.Pairs, one.Missing, one.Second, one.First, one.Difference, one.Interval.Lower,
                one.Interval.Upper,
                one.Together.Lower, one.Together.Upper, one.P, one.AdjustedP, one.VarianceSaved, one.RequiredPairs,
                one.Detectable);
        }

        return table;
    }

    private Chart Chart(ComparedResult result) => Forest.Of(
        result.Name,
        result.IsOutcome ? NumberStyle.Percent : NumberStyle.Plain,
        [
            .. differences.Where(one => one.Result == result).Select(one => new NamedEstimate(
                one.Contender.Label, one.Difference, one.Interval.Lower, one.Interval.Upper)),
        ],
        caption);
}
