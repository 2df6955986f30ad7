using System.Text.Json;
using Escalation.Experiments;

namespace Escalation.Results;

/// <summary>The part of <c>summary.json</c> about the precision that was asked for.</summary>
internal static class PrecisionJson
{
    /// <summary>Writes it, if there is any.</summary>
    internal static void Write(Utf8JsonWriter json, PrecisionReport? report)
    {
        if (report is null)
        {
            return;
        }

        json.WriteStartObject("precision");
        json.WriteString("of", report.Goal.Name);
        json.WriteString("kind", Kind(report.Goal.Kind));
        json.WriteNumber("asked", report.Goal.Target);
        json.WriteBoolean("reached", report.IsReached);
        json.WriteNumber("stopped_at", report.Count);
        JsonText.Number(json, "estimate", report.Estimate);
        JsonText.Number(json, "low", report.Interval.Lower);
        JsonText.Number(json, "high", report.Interval.Upper);
        JsonText.Number(json, "half_width", report.HalfWidth);
        json.WriteString("interval", Method(report.Method));
        JsonText.Number(json, "level_of_formula", report.LevelOfFormula ?? double.NaN);
        json.WriteEndObject();
    }

    private static string Kind(PrecisionKind kind) => kind switch
    {
        PrecisionKind.Share => "share",
        PrecisionKind.RelativeShare => "share, relative",
        PrecisionKind.Mean => "mean",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    private static string Method(PrecisionMethod method) => method switch
    {
        PrecisionMethod.AdjustedClopperPearson => "Clopper-Pearson, adjusted for stopping",
        PrecisionMethod.GammaBernoulli => "Gamma-Bernoulli",
        PrecisionMethod.SequentialStudent => "Student t, sequential",
        PrecisionMethod.ConfidenceSequence => "beta-mixture confidence sequence",
        PrecisionMethod.ClopperPearsonAtEnd => "Clopper-Pearson, at the end",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "No such method."),
    };
}
