using System.Globalization;
using System.Text.Json;
using Escalation.Loading;

namespace Escalation.Tests.Support;

/// <summary>Holds YAML against a JSON Schema: the part of draft 7 that the schema of scenarios uses. A word of the schema that is
/// not known here is a failure, never passed over.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    private static readonly Lazy<SchemaCheck> OfScenarios = new(() => Written(ScenarioSchema.Write));
    private static readonly Lazy<SchemaCheck> OfStudies = new(() => Written(ScenarioSchema.WriteOfStudies));

    /// <summary>The schema.</summary>
    internal JsonElement Schema => schema;

    /// <summary>The schema of scenarios.</summary>
    internal static SchemaCheck Scenarios => OfScenarios.Value;

    /// <summary>The schema of files that hold studies alone.</summary>
    internal static SchemaCheck Studies => OfStudies.Value;

    /// <summary>What is wrong with a text.</summary>
    internal IReadOnlyList<string> Offences(string yaml) =>
        Offences(YamlTree.Read(new ScenarioText("test.yaml", yaml), new DiagnosticList())!);

    /// <summary>What is wrong with a node, each with its path; empty if it is valid.</summary>
    internal IReadOnlyList<string> Offences(YamlNode node) => [.. Check(schema, node, "")];

    private static SchemaCheck Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return new SchemaCheck(JsonDocument.Parse(stream.ToArray()).RootElement);
    }

    private IEnumerable<string> Check(JsonElement rule, YamlNode node, string path) =>
        rule.EnumerateObject().SelectMany(word => Check(rule, word, node, path));

    private IEnumerable<string> Check(JsonElement rule, JsonProperty word, YamlNode node, string path)
    {
        var value = word.Value;
        switch (word.Name)
        {
            case "$schema" or "title" or "description" or "definitions":
                return [];
            case "$ref":
                return Check(schema.GetProperty("definitions").GetProperty(value.GetString()!.Split('/')[^1]), node, path);
            case "type":
                var types = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
                var allowed = types.ConvertAll(type => type.GetString());
                return allowed.Contains(TypeOf(node)) ? [] : [$"{path}: {TypeOf(node)} instead of {string.Join('|', allowed)}"];
            case "enum":
                var words = value.EnumerateArray().Select(one => one.ToString().ToUpperInvariant()).ToList();
                return node is YamlScalar scalar && words.Contains(scalar.Value.ToUpperInvariant())
                    ? [] : [$"{path}: none of {string.Join(", ", words)}"];
            case "allOf":
                return value.EnumerateArray().SelectMany(one => Check(one, node, path));
            case "anyOf" or "oneOf":
                var tries = value.EnumerateArray().Select(one => Check(one, node, path).ToList()).ToList();
                var fits = tries.Count(found => found.Count == 0);
                return fits == 1 || (fits > 1 && word.Name == "anyOf")
                    ? [] : [FormattableString.Invariant($"{path}: {word.Name}: {fits} fit"), .. tries.SelectMany(found => found)];
            case "properties" or "required" or "additionalProperties":
                return node is YamlMapping mapping ? CheckMapping(rule, word, mapping, path) : [];
            case "items" or "minItems" or "maxItems":
                return node is YamlSequence list ? CheckList(word, list, path) : [];
            default:
                throw new NotSupportedException($"The check does not know '{word.Name}'.");
        }
    }

    private IEnumerable<string> CheckMapping(JsonElement rule, JsonProperty word, YamlMapping mapping, string path)
    {
        switch (word.Name)
        {
            case "properties":
                return mapping.Entries.Where(entry => word.Value.TryGetProperty(entry.Key.Value, out _)).SelectMany(entry =>
                    Check(word.Value.GetProperty(entry.Key.Value), entry.Value, $"{path}/{entry.Key.Value}"));
            case "required":
                return word.Value.EnumerateArray().Select(name => name.GetString())
                    .Where(name => mapping.Entries.All(entry => entry.Key.Value != name))
                    .Select(name => $"{path}: lacks {name}");
            default:
                var others = mapping.Entries.Where(entry =>
                    !(rule.TryGetProperty("properties", out var known) && known.TryGetProperty(entry.Key.Value, out _)));
                return word.Value.ValueKind == JsonValueKind.False
                    ? others.Select(entry => $"{path}: unknown key {entry.Key.Value}")
                    : others.SelectMany(entry => Check(word.Value, entry.Value, $"{path}/{entry.Key.Value}"));
        }
    }

    private IEnumerable<string> CheckList(JsonProperty word, YamlSequence list, string path) => word.Name switch
    {
        "items" => list.Items.SelectMany((item, index) =>
            Check(word.Value, item, $"{path}/{index.ToString(CultureInfo.InvariantCulture)}")),
        "minItems" => list.Items.Length < word.Value.GetInt32() ? [$"{path}: too few"] : [],
        _ => list.Items.Length > word.Value.GetInt32() ? [$"{path}: too many"] : [],
    };

    // The core schema of YAML 1.2, by which editors type scalars.
    private static string TypeOf(YamlNode node) => node switch
    {
        YamlMapping => "object",
        YamlSequence => "array",
        YamlScalar { IsPlain: true, Value: "" or "~" or "null" } => "null",
        YamlScalar { IsPlain: true, Value: "true" or "false" } => "boolean",
        YamlScalar { IsPlain: true } scalar when double.TryParse(
            scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => "number",
        _ => "string",
    };
}
