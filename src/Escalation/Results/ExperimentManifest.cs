using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Escalation.Results;

/// <summary>What experiment was run, by what, where and when: the facts that do not follow from scenario and seed, and those by
/// which it can go on.</summary>
public sealed record ExperimentManifest
{
    /// <summary>Which verb: <c>sweep</c>, <c>compare</c>, …</summary>
    public required string Experiment { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>The command line after the name of the program.</summary>
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>Path of the scenario file, as given.</summary>
    public required string ScenarioPath { get; init; }

    /// <summary>SHA-256 of its bytes, 64 hexadecimal digits.</summary>
    public required string ScenarioSha256 { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Points of the experiment.</summary>
    public required int Points { get; init; }

    /// <summary>Points that are done.</summary>
    public int PointsDone { get; init; }

    /// <summary>Replications a point.</summary>
    public required long Replications { get; init; }

    /// <summary>Threads that worked.</summary>
    public required int Threads { get; init; }

    /// <summary>When it began, at first.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When it was written; null while it is under way.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>True if all points are done and everything is written.</summary>
    public bool IsComplete => End is not null && PointsDone == Points;

    /// <summary>Writes it, with operating system, processor and runtime of this machine.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <exception cref="IOException">The stream does not take it.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteString("program", "escalate");
            json.WriteString("version", Version);
            json.WriteString("experiment", Experiment);
            json.WriteBoolean("complete", IsComplete);
            ManifestJson.WriteTexts(json, "command", Command);
            json.WriteStartObject("scenario");
            json.WriteString("path", ScenarioPath);
            json.WriteString("sha256", ScenarioSha256);
            json.WriteEndObject();
            json.WriteNumber("seed", Seed);
            json.WriteNumber("points", Points);
            json.WriteNumber("points_done", PointsDone);
            json.WriteNumber("replications", Replications);
            json.WriteNumber("threads", Threads);
            ManifestJson.WriteMachine(json);
            json.WriteString("start", ManifestJson.Time(Start));
            json.WriteString("end", End is { } end ? ManifestJson.Time(end) : null);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads the manifest of a folder.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <returns>The manifest; null if the folder holds none, or one of a plain run.</returns>
    /// <exception cref="RunFolderException">It cannot be read, or is damaged.</exception>
    public static ExperimentManifest? Read(string folder)
    {
        var path = Path.Combine(folder, "manifest.json");
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return root.TryGetProperty("experiment", out _) ? Of(root) : null;
        }
        catch (Exception cause)
            when (cause is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RunFolderException($"cannot read '{path}': it is damaged; run the experiment anew, with --force", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException($"cannot read '{path}': {cause.Message.TrimEnd('.')}", cause);
        }
    }

    private static ExperimentManifest Of(JsonElement root) => new()
    {
        Experiment = Text(root, "experiment"),
        Version = Text(root, "version"),
        Command = [.. root.GetProperty("command").EnumerateArray().Select(word => word.GetString() ?? "")],
        ScenarioPath = Text(root.GetProperty("scenario"), "path"),
        ScenarioSha256 = Text(root.GetProperty("scenario"), "sha256"),
        Seed = root.GetProperty("seed").GetUInt64(),
        Points = root.GetProperty("points").GetInt32(),
        PointsDone = root.GetProperty("points_done").GetInt32(),
        Replications = root.GetProperty("replications").GetInt64(),
        Threads = root.GetProperty("threads").GetInt32(),
        Start = Time(root, "start") ?? DateTimeOffset.UnixEpoch,
        End = Time(root, "end"),
    };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static DateTimeOffset? Time(JsonElement root, string name) => root.GetProperty(name).GetString() is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
