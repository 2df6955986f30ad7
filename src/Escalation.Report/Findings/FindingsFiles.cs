using System.Text;
using System.Text.Json;
using Escalation.Report.Page;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>Writes what an experiment found into its folder: tables, summary, charts, page.</summary>
public static class FindingsFiles
{
    /// <summary>Writes all files of an experiment but its manifest.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="wantsReport">True: charts and report.html too.</param>
    /// <exception cref="RunFolderException">A file cannot be written.</exception>
    public static void Write(ExperimentFolder folder, Findings findings, bool wantsReport)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var table in findings.Data)
        {
            folder.Write(table);
        }

        folder.Write("summary.json", stream => WriteSummary(stream, findings, folder.Manifest));
        if (!wantsReport)
        {
            return;
        }

        // Of an earlier and smaller set of points there may be charts that nobody draws any more.
        folder.ForCharts.ClearCharts();
        foreach (var chart in findings.Charts)
        {
            ReportFiles.WriteChart(folder.ForCharts, chart);
        }

        var page = Encoding.UTF8.GetBytes(FindingsPage.Of(findings, folder.Manifest));
        folder.Write("report.html", stream => stream.Write(page));
    }

    /// <summary>Writes the file <c>summary.json</c>: what follows from scenario, seed and question, and nothing else.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="manifest">Seed and replications.</param>
    /// <exception cref="IOException">The stream does not take it.</exception>
    public static void WriteSummary(Stream stream, Findings findings, ExperimentManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(manifest);
        using (var json = new Utf8JsonWriter(stream, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteString("experiment", findings.Experiment);
            json.WriteString("scenario", findings.ScenarioName);
            json.WriteString("answer", findings.Answer);
            json.WriteStartArray("notes");
            foreach (var note in findings.Notes)
            {
                json.WriteStringValue(note);
            }

            json.WriteEndArray();
            json.WriteNumber("points", manifest.Points);
            json.WriteNumber("replications", manifest.Replications);
            json.WriteNumber("seed", manifest.Seed);
            foreach (var table in findings.Data)
            {
                table.WriteJson(json);
            }

            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }
}
