using System.Collections.Immutable;
using System.Text.Json;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>What a run left in its folder, read back.</summary>
public sealed class RunData
{
    private readonly Lazy<NumberTable> rows;
    private readonly Lazy<ImmutableArray<SampledPath>> paths;

    private RunData(string folder, JsonElement manifest, JsonElement summary)
    {
        Folder = folder;
        Manifest = RunFacts.Of(manifest);
        Summary = summary;
        Outcomes = [.. summary.GetProperty("outcomes").EnumerateObject().Select(RunOutcome.Of)];
        Measures = [.. summary.GetProperty("measures").EnumerateObject().Select(RunMeasure.Of)];
        Rungs = [.. summary.GetProperty("highest_rung").EnumerateArray().Select(RunRung.Of)];
        rows = new(() => NumberTable.Read(Path.Combine(folder, "replications.csv")));
        paths = new(() => SampledPath.Read(Path.Combine(folder, "series.csv")));
    }

    /// <summary>Path of the folder.</summary>
    public string Folder { get; }

    /// <summary>Facts of the run that do not follow from scenario and seed.</summary>
    public RunFacts Manifest { get; }

    /// <summary>The whole of <c>summary.json</c>.</summary>
    public JsonElement Summary { get; }

    /// <summary>Name of the scenario.</summary>
    public string ScenarioName => Summary.GetProperty("scenario").GetString() ?? "";

    /// <summary>The answer in one sentence.</summary>
    public string Answer => Summary.TryGetProperty("answer", out var answer) ? answer.GetString() ?? "" : "";

    /// <summary>How many histories there are.</summary>
    public long Replications => Summary.GetProperty("replications").GetInt64();

    /// <summary>Level of the intervals, such as 0.95.</summary>
    public double Level => Summary.GetProperty("level").GetDouble();

    /// <summary>Length of a history in days.</summary>
    public double HorizonDays => Summary.GetProperty("horizon_days").GetDouble();

    /// <summary>The outcomes, in order of the file.</summary>
    public ImmutableArray<RunOutcome> Outcomes { get; }

    /// <summary>The measures, in order of the file.</summary>
    public ImmutableArray<RunMeasure> Measures { get; }

    /// <summary>Histories by their highest rung: those without one first, then the ladder upwards.</summary>
    public ImmutableArray<RunRung> Rungs { get; }

    /// <summary>One row a history.</summary>
    public NumberTable Rows => rows.Value;

    /// <summary>The sampled paths; none if the scenario asks for none.</summary>
    public ImmutableArray<SampledPath> Paths => paths.Value;

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Its path.</param>
    /// <exception cref="RunFolderException">It is no run folder, or its files cannot be read or are not whole.</exception>
    public static RunData Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new RunFolderException(
                $"cannot read '{folder}': there is no such folder; name one that 'escalate run' left, such as runs/…");
        }

        try
        {
            return new RunData(folder, Json(folder, "manifest.json"), Json(folder, "summary.json"));
        }
        catch (Exception cause) when (cause is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RunFolderException(
                $"cannot read '{folder}': manifest.json or summary.json lacks what a run writes; run the scenario again", cause);
        }
    }

    private static JsonElement Json(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.Clone();
        }
        catch (FileNotFoundException cause)
        {
            throw new RunFolderException(
                $"cannot read '{folder}': it has no {name}; name a folder of 'escalate run' whose run came to its end", cause);
        }
        catch (JsonException cause)
        {
            throw new RunFolderException(
                $"cannot read '{path}': it is damaged ({cause.Message.Split('.')[0]}); run the scenario again", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException($"cannot read '{path}': {cause.Message.TrimEnd('.')}", cause);
        }
    }
}
