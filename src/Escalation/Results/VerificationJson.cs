using System.Text.Json;
using Escalation.Verification;

namespace Escalation.Results;

/// <summary>The results of reference cases as JSON.</summary>
public static class VerificationJson
{
    /// <summary>Writes an array of cases, each with its figures; null where there is no number.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="results">The cases that were run.</param>
    public static void Write(Stream stream, IReadOnlyList<CaseResult> results)
    {
        using (var json = new Utf8JsonWriter(stream, JsonText.Options))
        {
            json.WriteStartArray();
            foreach (var result in results)
            {
                WriteCase(json, result);
            }

            json.WriteEndArray();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteCase(Utf8JsonWriter json, CaseResult result)
    {
        json.WriteStartObject();
        json.WriteString("case", result.Case.Id);
        json.WriteString("model", result.Case.Model);
        json.WriteNumber("replications", result.Plan.Replications);
        json.WriteNumber("seed", result.Plan.Seed);
        json.WriteNumber("seed_of_case", result.Seed);
        json.WriteStartArray("figures");
        foreach (var figure in result.Statistics)
        {
            json.WriteStartObject();
            json.WriteString("name", figure.Statistic.Name);
            json.WriteString("estimated_as", figure.Statistic.Estimate.ToString());
            JsonText.Number(json, "exact", figure.Statistic.IsSignOnly ? double.NaN : figure.Statistic.Value);
            JsonText.Number(json, "estimate", figure.Estimate);
            JsonText.Number(json, "lower", figure.Interval.Lower);
            JsonText.Number(json, "upper", figure.Interval.Upper);
            JsonText.Number(json, "z", figure.Z);
            json.WriteString("verdict", ProofText.Verdict(figure));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
