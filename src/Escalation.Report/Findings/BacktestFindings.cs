using System.Collections.Immutable;
using System.Globalization;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>What a backtest found: what the model's forecasts are worth beside naive ones.</summary>
public sealed class BacktestFindings
{
    private const double RangeLevel = 0.8;
    private const int ShownCounts = 40;

    private readonly BacktestResult result;
    private readonly Scenario scenario;
    private readonly string caption;

    private BacktestFindings(BacktestResult result, string sha256)
    {
        this.result = result;
        scenario = result.Plan.Later.Scenario;
        caption = string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Plan.Forecasts:N0} particles of the record to {When(result.Plan.UntilDay)}, seed {result.Plan.Fit.Seed}; ")
            + $"scenario {sha256[..12]}.";
    }

    /// <summary>Makes the findings of a backtest.</summary>
    /// <param name="result">What it found.</param>
    /// <param name="scenarioSha256">SHA-256 of the scenario file.</param>
    /// <returns>The findings.</returns>
    public static Findings Of(BacktestResult result, string scenarioSha256)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(scenarioSha256);
        var found = new BacktestFindings(result, scenarioSha256);
        ImmutableArray<FindingsTable> tables = [.. found.ScoreTable(), .. found.CountTable(), .. found.OutcomeTable()];
        return new()
        {
            Experiment = "backtest",
            ScenarioName = found.scenario.Name,
            Answer = found.Answer(),
            Notes = found.Notes(),
            Tables = tables,
            Data =
            [
                found.ScoreData(), found.ForecastData(), found.OutcomeData(), found.CoverageData(), found.PitData(),
                .. CalibrationTables.Of(result.Calibration),
            ],
            Charts = found.Charts(),
        };
    }

    private string Answer()
    {
        var fitted = Words.Counted(result.Plan.Fit.Readings.Source.Length, "figure");
        var before = $"Fitted to the {fitted} to {When(result.Plan.UntilDay)}, ";
        if (result.Counts.IsEmpty)
        {
            return before + string.Join("; ", result.Outcomes.Select(Sentence)) + ".";
        }

        var parts = BacktestResult.Forecasters.Skip(1).Select(one => (one.Name, Found: result.Against(one.Forecast)))
            .Where(one => one.Found is not null).Select(one => Compared(one.Name, one.Found!.Value.Log)).ToList();
        var coverage = result.Coverage.First(one => one.Level == RangeLevel);
        var score = Words.Number(result.Counts.Average(one => one.Model.LogScore(one.Observed)));
        var inside = $"{Words.Count(coverage.Hits)} of {Words.Count(coverage.Count)} lie in its 80 % ranges, where "
            + $"{Words.Number(coverage.Expected * coverage.Count)} were to be expected.";
        return before + $"the model scores {score} a count over the {Words.Counted(result.Counts.Length, "count")} after it "
            + $"(log score, less is better): {string.Join("; ", parts)}. {inside}"
            + string.Concat(result.Outcomes.Select(one => " " + Words.Capital(Sentence(one)) + "."));
    }

    // Second less first: above 0 speaks for the model.
    private static string Compared(string name, ForecastComparison scores)
    {
        var gap = Words.Number(Math.Abs(scores.Scores.Difference.Mean));
        var told = !(scores.Interval.Lower <= 0 && scores.Interval.Upper >= 0);
        var than = name switch
        {
            "prior" => "than before it was fitted",
            "constant rate" => "than a constant rate",
            _ => "than the rate of the last window",
        };
        var word = scores.Scores.Difference.Mean >= 0 ? "better" : "worse";
        return $"by {gap} {word} {than}{(told ? "" : ", not told from equal")}";
    }

    private string Sentence(OutcomeBacktest one)
    {
        var share = ProportionEstimate.Of(one.Hits, one.Count);
        return $"{one.Target.Title}: forecast {ShareText.Of(share)}, and it {(one.HasCome ? "came" : "did not come")} "
            + $"(Brier score {Words.Number(OutcomeScore.Brier(one.Hits, one.Count, one.HasCome))}, before the fit "
            + $"{Words.Number(OutcomeScore.Brier(one.PriorHits, one.PriorCount, one.HasCome))})";
    }

    private ImmutableArray<string> Notes()
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add($"What came after {When(result.Plan.UntilDay)} was not fitted. Forecasts are whole histories with values of "
            + "the posterior, not the record gone on with; all are made on that day, so that one error of the fit is in all of "
            + "them, and scores of neighbouring windows hang together more than the tests allow for.");
        if (result.Counts.Any(one => one.ConstantRate is not null))
        {
            notes.Add("A constant rate is that of all windows before, the last window's that of the last one; both are Poisson "
                + "with a rate of Jeffreys' prior, so that their forecasts are negative binomial. Differences of scores: Diebold "
                + "and Mariano's test with the correction of Harvey, Leybourne and Newbold.");
        }

        if (result.Pit is { } pit)
        {
            notes.Add("If the forecasts are right, the counts lie evenly in them: a histogram as uneven as theirs has the "
                + $"chance {Words.Number(pit.P)}.");
        }

        notes.Add($"The fit rests on {Words.Count((long)result.Calibration.Sampler.Cloud.EffectiveCount)} effective particles; "
            + "what it says of the uncertainties stands in uncertainties.csv.");
        return notes.ToImmutable();
    }

    private IEnumerable<FindingsTable> ScoreTable()
    {
        if (result.Counts.IsEmpty)
        {
            yield break;
        }

        yield return new(
            $"Mean scores over {Words.Counted(result.Counts.Length, "count")}; less is better",
            [
                ("forecaster", false), ("counts", true), ("log score", true), ("CRPS", true), ("worse than the model by", true),
                ("95 % interval", true), ("p", true),
            ],
            [
                .. BacktestResult.Forecasters.Select(one => (one.Name, one.Forecast, Found: result.Against(one.Forecast)))
                    .Where(one => one.Found is not null).Select(one => ScoreRow(one.Name, one.Found!.Value)),
            ]);
    }

    private static string[] ScoreRow(string name, (ForecastComparison Log, ForecastComparison Crps) found)
    {
        var (log, crps) = (found.Log, found.Crps);
        var isModel = name == "model";
        return
        [
            name, Words.Count(log.Scores.Difference.Count), Words.Number(log.Scores.Second), Words.Number(crps.Scores.Second),
            isModel ? "–" : Words.Number(log.Scores.Difference.Mean),
            isModel || !double.IsFinite(log.Interval.Lower) ? "–"
                : $"{Words.Number(log.Interval.Lower)} to {Words.Number(log.Interval.Upper)}",
            isModel ? "–" : Words.Number(log.P),
        ];
    }

    private IEnumerable<FindingsTable> CountTable()
    {
        if (result.Counts.IsEmpty)
        {
            yield break;
        }

        yield return new(
            result.Counts.Length > ShownCounts ? $"The first {ShownCounts} counts; all stand in forecasts.csv" : "The counts",
            [("count", false), ("observed", true), ("median", true), ("80 % range", true), ("log score", true)],
            [
                .. result.Counts.Take(ShownCounts).Select(one => new[]
                {
                    one.Target.Title, Words.Count(one.Observed), Words.Count(one.Model.Quantile(0.5)),
                    $"{Words.Count((long)one.Model.CentralRange(RangeLevel).Lower)} to "
                        + Words.Count((long)one.Model.CentralRange(RangeLevel).Upper),
                    Words.Number(one.Model.LogScore(one.Observed)),
                }),
            ]);
    }

    private IEnumerable<FindingsTable> OutcomeTable()
    {
        if (result.Outcomes.IsEmpty)
        {
            yield break;
        }

        yield return new(
            "The outcomes",
            [("outcome", false), ("came", false), ("forecast", true), ("interval", true), ("Brier", true), ("log score", true)],
            [
                .. result.Outcomes.Select(one => new[]
                {
                    one.Target.Title, one.HasCome ? "yes" : "no", ShareText.Of(ProportionEstimate.Of(one.Hits, one.Count)),
                    ShareText.Interval(ProportionEstimate.Of(one.Hits, one.Count)),
                    Words.Number(OutcomeScore.Brier(one.Hits, one.Count, one.HasCome)),
                    Words.Number(OutcomeScore.Log(one.Hits, one.Count, one.HasCome)),
                }),
            ]);
    }

    private DataTable ScoreData()
    {
        var table = new DataTable(
            "scores", "forecaster", "score", "counts", "mean", "mean_of_model", "difference", "low", "high", "p");
        foreach (var (name, forecast) in BacktestResult.Forecasters)
        {
            if (result.Against(forecast) is not var (log, crps))
            {
                continue;
            }

            foreach (var (kind, one) in new[] { ("log", log), ("crps", crps) })
            {
                table.Add(
                    name, kind, one.Scores.Difference.Count, one.Scores.Second, one.Scores.First, one.Scores.Difference.Mean,
                    one.Interval.Lower, one.Interval.Upper, one.P);
            }
        }

        return table;
    }

    private DataTable ForecastData()
    {
        var table = new DataTable(
            "forecasts", "count", "from_day", "to_day", "observed", "forecaster", "mean", "p05", "p25", "p50", "p75", "p95",
            "log_score", "crps", "below", "up_to");
        foreach (var one in result.Counts)
        {
            foreach (var (name, forecast) in BacktestResult.Forecasters)
            {
                if (forecast(one) is { } law)
                {
                    table.Add(
                        one.Target.Title, one.Target.SinceDay ?? 0, one.Target.AtDay ?? double.NaN, one.Observed, name, law.Mean,
                        law.Quantile(0.05), law.Quantile(0.25), law.Quantile(0.5), law.Quantile(0.75), law.Quantile(0.95),
                        law.LogScore(one.Observed), law.Crps(one.Observed), law.AtMost(one.Observed - 1),
                        law.AtMost(one.Observed));
                }
            }
        }

        return table;
    }

    private DataTable OutcomeData()
    {
        var table = new DataTable(
            "outcomes", "outcome", "came", "share", "low", "high", "histories", "share_of_prior", "brier", "log_score",
            "brier_of_prior", "log_score_of_prior");
        foreach (var one in result.Outcomes)
        {
            var share = ProportionEstimate.Of(one.Hits, one.Count);
            table.Add(
                one.Target.Title, one.HasCome ? 1 : 0, share.Value, share.Interval.Lower, share.Interval.Upper, one.Count,
                (double)one.PriorHits / one.PriorCount,
                OutcomeScore.Brier(one.Hits, one.Count, one.HasCome), OutcomeScore.Log(one.Hits, one.Count, one.HasCome),
                OutcomeScore.Brier(one.PriorHits, one.PriorCount, one.HasCome),
                OutcomeScore.Log(one.PriorHits, one.PriorCount, one.HasCome));
        }

        return table;
    }

    private DataTable CoverageData()
    {
        var table = new DataTable("coverage", "level", "counts", "inside", "expected_share", "share", "low", "high");
        foreach (var one in result.Coverage)
        {
            table.Add(
                one.Level, one.Count, one.Hits, one.Expected, one.Share.Value, one.Share.Interval.Lower,
                one.Share.Interval.Upper);
        }

        return table;
    }

    private DataTable PitData()
    {
        var table = new DataTable("pit", "bin", "share", "low", "high");
        if (result.Pit is { } pit)
        {
            for (var bin = 0; bin < pit.Shares.Length; bin++)
            {
                table.Add(bin + 1, pit.Shares[bin], pit.Bands[bin].Lower, pit.Bands[bin].Upper);
            }
        }

        return table;
    }

    private ImmutableArray<Chart> Charts()
    {
        var charts = ImmutableArray.CreateBuilder<Chart>();
        foreach (var table in result.Counts.Select(one => one.Target.Table).Where(name => name.Length > 0).Distinct())
        {
            charts.Add(Fan(table));
        }

        if (result.Pit is { } pit)
        {
            var bins = pit.Shares.Zip(pit.Bands, (share, band) => new PitBin(share, band.Lower, band.Upper));
            charts.Add(PitHistogram.Of("counts", [.. bins], pit.Count, pit.P, caption));
        }

        return charts.ToImmutable();
    }

    // Where it was fitted, what the posterior says of it; after that the forecast; the record in both.
    private Chart Fan(string table)
    {
        var fitted = result.Calibration.Fits.Where(fit => fit.Target.Table == table && fit.Posterior is not null)
            .Select(fit => new FanPoint(
                fit.Target.AtDay!.Value, fit.Posterior!.Quantile(0.05), fit.Posterior.Quantile(0.25), fit.Posterior.Quantile(0.5),
                fit.Posterior.Quantile(0.75), fit.Posterior.Quantile(0.95)));
        var later = result.Counts.Where(one => one.Target.Table == table).Select(one => new FanPoint(
            one.Target.AtDay!.Value, one.Model.Quantile(0.05), one.Model.Quantile(0.25), one.Model.Quantile(0.5),
            one.Model.Quantile(0.75), one.Model.Quantile(0.95)));
        var record = result.Plan.Fit.Readings.Source.Concat(result.Plan.Later.Source).Where(target => target.Table == table)
            .Select(target => (target.AtDay!.Value, target.Observed));
        return ForecastFan.Of(
            table,
            [.. fitted.Concat(later).OrderBy(point => point.Day)],
            [.. record],
            result.Plan.UntilDay,
            scenario.Start is { } start ? DateOnly.FromDateTime(start) : null,
            caption);
    }

    private string When(double day) => scenario.Start is { } start
        ? start.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"day {day:0.##}");
}
