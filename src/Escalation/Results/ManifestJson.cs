using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Escalation.Results;

/// <summary>The file <c>manifest.json</c>.</summary>
public static class ManifestJson
{
    /// <summary>Writes the manifest, with operating system, processor and runtime of this machine.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="manifest">The manifest.</param>
    /// <exception cref="IOException">The stream does not take it.</exception>
    public static void Write(Stream stream, Manifest manifest)
    {
        using (var json = new Utf8JsonWriter(stream, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteString("program", "escalate");
            json.WriteString("version", manifest.Version);
            json.WriteBoolean("complete", manifest.IsComplete);
            WriteTexts(json, "command", manifest.Command);
            json.WriteStartObject("scenario");
            json.WriteString("path", manifest.ScenarioPath);
            json.WriteString("sha256", manifest.ScenarioSha256);
            json.WriteEndObject();
            json.WriteNumber("seed", manifest.Seed);
            json.WriteNumber("replications", manifest.Replications);
            json.WriteNumber("replications_done", manifest.ReplicationsDone);
            json.WriteNumber("twins", manifest.Twins);
            json.WriteNumber("twins_done", manifest.TwinsDone);
            json.WriteString("case", manifest.Case);
            WriteTexts(json, "settings", manifest.Settings);
            json.WriteBoolean("sample", manifest.IsSampled);
            if (manifest.Precision is { } precision)
            {
                json.WriteStartObject("precision");
                json.WriteString("asked", precision);
                WriteTruth(json, "reached", manifest.IsPrecisionReached);
                json.WriteEndObject();
            }

            json.WriteNumber("threads", manifest.Threads);
            WriteMachine(json);
            json.WriteString("start", Time(manifest.Start));
            json.WriteString("end", manifest.End is { } end ? Time(end) : null);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes what the machine is.</summary>
    internal static void WriteMachine(Utf8JsonWriter json)
    {
        json.WriteStartObject("machine");
        json.WriteString("system", RuntimeInformation.OSDescription);
        json.WriteString("architecture", RuntimeInformation.ProcessArchitecture.ToString());
        json.WriteNumber("processors", Environment.ProcessorCount);
        json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        json.WriteEndObject();
    }

    /// <summary>A time as it is written.</summary>
    internal static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>Writes a list of texts.</summary>
    internal static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteTruth(Utf8JsonWriter json, string name, bool? truth)
    {
        if (truth is { } known)
        {
            json.WriteBoolean(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
