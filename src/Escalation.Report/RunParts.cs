using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Escalation.Report;

/// <summary>How often an outcome came true.</summary>
/// <param name="Name">Its name.</param>
/// <param name="About">What it means.</param>
/// <param name="Hits">In how many histories.</param>
/// <param name="Share">In which share of them.</param>
/// <param name="Low">Lower end of the interval of the share.</param>
/// <param name="High">Upper end.</param>
/// <param name="MedianDay">The median first day; NaN if it has none.</param>
public sealed record RunOutcome(
    string Name, string About, long Hits, double Share, double Low, double High, double MedianDay)
{
    internal static RunOutcome Of(JsonProperty outcome) => new(
        outcome.Name,
        outcome.Value.GetProperty("about").GetString() ?? "",
        outcome.Value.GetProperty("hits").GetInt64(),
        outcome.Value.GetProperty("share").GetDouble(),
        outcome.Value.GetProperty("low").GetDouble(),
        outcome.Value.GetProperty("high").GetDouble(),
        JsonNumber.Of(outcome.Value, "median_day"));
}

/// <summary>How a measure is distributed.</summary>
/// <param name="Name">Its column.</param>
/// <param name="About">What it means.</param>
/// <param name="Unit">Its unit; empty if it has none.</param>
/// <param name="Missing">Histories without a value.</param>
/// <param name="Mean">The mean of the others.</param>
/// <param name="HalfWidth">Half the width of the interval of the mean.</param>
/// <param name="StandardDeviation">The standard deviation between histories.</param>
/// <param name="P05">One history of twenty is below.</param>
/// <param name="P50">Half are below.</param>
/// <param name="P95">One of twenty is above.</param>
public sealed record RunMeasure(
    string Name,
    string About,
    string Unit,
    long Missing,
    double Mean,
    double HalfWidth,
    double StandardDeviation,
    double P05,
    double P50,
    double P95)
{
    internal static RunMeasure Of(JsonProperty measure) => new(
        measure.Name,
        measure.Value.GetProperty("about").GetString() ?? "",
        measure.Value.GetProperty("unit").GetString() ?? "",
        measure.Value.GetProperty("missing").GetInt64(),
        JsonNumber.Of(measure.Value, "mean"),
        JsonNumber.Of(measure.Value, "half_width"),
        JsonNumber.Of(measure.Value, "sd"),
        JsonNumber.Of(measure.Value, "p05"),
        JsonNumber.Of(measure.Value, "p50"),
        JsonNumber.Of(measure.Value, "p95"));
}

/// <summary>How many histories climbed so high.</summary>
/// <param name="Title">The rung; empty for none.</param>
/// <param name="Share">The share of histories whose highest rung it is.</param>
/// <param name="Low">Lower end of its interval.</param>
/// <param name="High">Upper end.</param>
public sealed record RunRung(string Title, double Share, double Low, double High)
{
    internal static RunRung Of(JsonElement rung) => new(
        rung.GetProperty("title").GetString() ?? "",
        rung.GetProperty("share").GetDouble(),
        rung.GetProperty("low").GetDouble(),
        rung.GetProperty("high").GetDouble());
}

/// <summary>Facts of a run that do not follow from scenario and seed.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Command">The command line.</param>
/// <param name="ScenarioPath">Path of the scenario file.</param>
/// <param name="ScenarioSha256">Its hash, in hexadecimal digits.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Case">Title of the case; null: none.</param>
/// <param name="Settings">Settings <c>name=value</c>.</param>
/// <param name="IsSampled">Whether uncertainties were drawn from their priors.</param>
/// <param name="IsComplete">Whether all histories that were asked for were run.</param>
/// <param name="End">When it ended; empty if it did not.</param>
public sealed record RunFacts(
    string Version,
    ImmutableArray<string> Command,
    string ScenarioPath,
    string ScenarioSha256,
    ulong Seed,
    string? Case,
    ImmutableArray<string> Settings,
    bool IsSampled,
    bool IsComplete,
    string End)
{
    /// <summary>The seed, written out.</summary>
    public string SeedText => Seed.ToString(CultureInfo.InvariantCulture);

    internal static RunFacts Of(JsonElement manifest) => new(
        manifest.GetProperty("version").GetString() ?? "",
        Texts(manifest.GetProperty("command")),
        manifest.GetProperty("scenario").GetProperty("path").GetString() ?? "",
        manifest.GetProperty("scenario").GetProperty("sha256").GetString() ?? "",
        manifest.GetProperty("seed").GetUInt64(),
        manifest.GetProperty("case").GetString(),
        Texts(manifest.GetProperty("settings")),
        manifest.GetProperty("sample").GetBoolean(),
        manifest.GetProperty("complete").GetBoolean(),
        manifest.GetProperty("end").ValueKind == JsonValueKind.String ? manifest.GetProperty("end").GetString()! : "");

    private static ImmutableArray<string> Texts(JsonElement array) =>
        [.. array.EnumerateArray().Select(text => text.GetString() ?? "")];
}

/// <summary>Numbers of JSON that may be missing.</summary>
internal static class JsonNumber
{
    /// <summary>The number; NaN for null.</summary>
    public static double Of(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN;
}
