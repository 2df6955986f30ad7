using System.Text.Json;
using Escalation.Experiments;

namespace Escalation.Results;

/// <summary>The file <c>summary.json</c>: the estimates of a run.</summary>
/// <remarks>It holds what follows from the scenario and the seed, and nothing else: no time, no machine, no number of threads,
/// no path. So two runs of the same thing give the same bytes. Those other facts stand in <c>manifest.json</c>.</remarks>
public static class SummaryJson
{
    /// <summary>Writes the summary: UTF-8, LF, keys in fixed order, numbers that read back to the same bits.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="summary">The summary.</param>
    /// <param name="answer">The answer in one sentence.</param>
    /// <exception cref="IOException">The stream does not take it.</exception>
    public static void Write(Stream stream, RunSummary summary, string answer)
    {
        using (var json = new Utf8JsonWriter(stream, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteString("scenario", summary.Scenario.Name);
            json.WriteString("answer", answer);
            json.WriteNumber("replications", summary.Replications);
            json.WriteNumber("seed", summary.Seed);
            json.WriteNumber("horizon_days", summary.HorizonDays);
            json.WriteNumber("level", summary.Level);
            json.WriteString("share_interval", "Clopper-Pearson");
            json.WriteString("mean_interval", "Student t");
            PrecisionJson.Write(json, summary.Precision);
            WriteIgnorance(json, summary);
            WriteOutcomes(json, summary);
            WriteMeasures(json, summary);
            WriteRungs(json, summary);
            WriteActs(json, summary);
            WriteDrops(json, summary);
            json.WriteStartObject("totals");
            json.WriteNumber("ended_early", summary.EndedEarly);
            json.WriteNumber("ended_early_share", (double)summary.EndedEarly / summary.Replications);
            json.WriteNumber("acts", summary.ActCount);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    // How the ignorance of outcomes and measures was found; without twins there is none anywhere.
    private static void WriteIgnorance(Utf8JsonWriter json, RunSummary summary)
    {
        if (summary.Twins is not { } twins)
        {
            return;
        }

        json.WriteStartObject("ignorance");
        json.WriteNumber("twins", twins);
        json.WriteString("spread", "covariance of pairs");
        json.WriteString("range", "beta law by mean and spread");
        json.WriteEndObject();
    }

    private static void WriteOutcomes(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartObject("outcomes");
        foreach (var outcome in summary.Outcomes)
        {
            json.WriteStartObject(outcome.Outcome.Name);
            json.WriteString("about", outcome.Outcome.About);
            WriteShare(json, outcome.Share);
            JsonText.Number(json, "median_day", outcome.MedianDay ?? double.NaN);
            if (outcome.Ignorance is { } ignorance)
            {
                json.WriteStartObject("ignorance");
                json.WriteNumber("level", ignorance.Level);
                JsonText.Number(json, "low", ignorance.Range.Lower);
                JsonText.Number(json, "high", ignorance.Range.Upper);
                JsonText.Number(json, "share", ignorance.Mean);
                WriteSpread(json, ignorance.Spread);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMeasures(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartObject("measures");
        foreach (var measure in summary.Measures)
        {
            json.WriteStartObject(measure.Column);
            json.WriteString("about", measure.Measure.About);
            json.WriteString("unit", JsonText.Unit(measure.Measure.Quantity));
            json.WriteNumber("n", measure.Mean.Count);
            json.WriteNumber("missing", measure.Mean.MissingCount);
            JsonText.Number(json, "mean", measure.Mean.Mean);
            JsonText.Number(json, "sd", measure.Mean.StandardDeviation);
            JsonText.Number(json, "half_width", measure.Mean.HalfWidth);
            WriteQuantile(json, "p05", measure.P05, measure.P05Interval);
            WriteQuantile(json, "p50", measure.P50, measure.P50Interval);
            WriteQuantile(json, "p95", measure.P95, measure.P95Interval);
            WriteTail(json, measure.Tail);
            if (measure.Ignorance is { } ignorance)
            {
                json.WriteStartObject("ignorance");
                WriteSpread(json, ignorance);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteQuantile(Utf8JsonWriter json, string name, double value, Interval? interval)
    {
        JsonText.Number(json, name, value);
        JsonText.Number(json, name + "_low", interval?.Lower ?? double.NaN);
        JsonText.Number(json, name + "_high", interval?.Upper ?? double.NaN);
    }

    // Null where fewer values lie beyond the quantile than an interval needs.
    private static void WriteTail(Utf8JsonWriter json, ConditionalTail? tail)
    {
        if (tail is null)
        {
            json.WriteNull("cvar95");
            return;
        }

        json.WriteStartObject("cvar95");
        JsonText.Number(json, "value", tail.Value);
        JsonText.Number(json, "low", tail.Interval.Lower);
        JsonText.Number(json, "high", tail.Interval.Upper);
        json.WriteNumber("n", tail.Count);
        json.WriteEndObject();
    }

    private static void WriteSpread(Utf8JsonWriter json, IgnoranceEstimate spread)
    {
        json.WriteNumber("pairs", spread.Pairs);
        JsonText.Number(json, "variance", spread.Variance);
        JsonText.Number(json, "covariance", spread.Covariance);
        JsonText.Number(json, "covariance_se", spread.StandardError);
        JsonText.Number(json, "variance_share", spread.Share);
        JsonText.Number(json, "variance_share_se", spread.ShareError);
        JsonText.Number(json, "sd_between_sets", spread.StandardDeviation);
        JsonText.Number(json, "sd_at_most", spread.MostStandardDeviation);
        json.WriteBoolean("seen", spread.IsSeen);
    }

    private static void WriteRungs(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartArray("highest_rung");
        foreach (var rung in summary.Rungs)
        {
            json.WriteStartObject();
            if (rung.Rung < 0)
            {
                json.WriteNull("rung");
            }
            else
            {
                json.WriteNumber("rung", rung.Rung);
            }

            json.WriteString("title", rung.Title);
            WriteShare(json, rung.Share);
            json.WriteStartObject("by");
            foreach (var (actor, count) in rung.By)
            {
                json.WriteNumber(actor, count);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteActs(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartArray("acts");
        foreach (var act in summary.Acts)
        {
            json.WriteStartObject();
            json.WriteString("action", act.Action);
            json.WriteString("actor", act.Actor);
            json.WriteNumber("count", act.Count);
            json.WriteNumber("mean", act.Mean);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDrops(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartArray("dropped");
        foreach (var drop in summary.Drops)
        {
            json.WriteStartObject();
            json.WriteString("actor", drop.Actor);
            json.WriteString("rule", drop.Rule);
            json.WriteString("reason", JsonText.Reason(drop.Reason));
            json.WriteNumber("count", drop.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteShare(Utf8JsonWriter json, ProportionEstimate share)
    {
        json.WriteNumber("hits", share.Hits);
        json.WriteNumber("share", share.Value);
        json.WriteNumber("low", share.Interval.Lower);
        json.WriteNumber("high", share.Interval.Upper);
    }
}
