using System.Text.Encodings.Web;
using System.Text.Json;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>The JSON Schema of scenario files, for editors: it completes keys, shows what they mean and marks unknown ones. What
/// only a reader of expressions can know, <c>validate</c> says.</summary>
/// <remarks>Draft 7, the newest that the language servers for YAML understand: json-schema.org/draft-07.</remarks>
public static class ScenarioSchema
{
    /// <summary>The name of the file that scenarios of <c>escalate new</c> look for.</summary>
    public const string FileName = "escalate.schema.json";

    /// <summary>The line at the top of a scenario that tells an editor where the schema lies.</summary>
    public const string Modeline = $"# yaml-language-server: $schema=./{FileName}";

    /// <summary>Writes the schema.</summary>
    /// <param name="stream">Takes UTF-8 with line feeds.</param>
    public static void Write(Stream stream) => Write(stream, ScenarioMapping.File, "Scenario of escalate");

    /// <summary>Writes the schema of files that hold studies alone.</summary>
    /// <param name="stream">Takes UTF-8 with line feeds.</param>
    public static void WriteOfStudies(Stream stream) => Write(stream, StudyMappings.File, "Studies of escalate");

    private static void Write(Stream stream, MappingDescription file, string title)
    {
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",

            // The file is read by editors, not put into a web page: quotes stay as they are.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", title);
            WriteMapping(json, file);
            json.WriteStartObject("definitions");
            var used = Within(file);
            foreach (var mapping in Mappings.All.Where(mapping => mapping != file && used.Contains(mapping)))
            {
                json.WriteStartObject(mapping.Name);
                WriteMapping(json, mapping);
                json.WriteEndObject();
            }

            var keys = Mappings.All.Where(used.Contains).SelectMany(mapping => mapping.Keys);
            foreach (var scalar in keys.SelectMany(key => Scalars(key.Form)).Distinct())
            {
                json.WriteStartObject(scalar.Name);
                WriteScalar(json, scalar);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteMapping(Utf8JsonWriter json, MappingDescription mapping)
    {
        json.WriteString("description", mapping.About);
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var key in mapping.Keys)
        {
            json.WriteStartObject(key.Name);
            json.WriteString("description", key.About);
            WriteForm(json, key.Form, isBesideDescription: true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteNames(json, "required", mapping.Keys.Where(key => key.Place == KeyPlace.Required).Select(key => key.Name));
        if (!mapping.Choices.IsEmpty)
        {
            json.WriteStartArray("oneOf");
            foreach (var choice in mapping.Choices)
            {
                json.WriteStartObject();
                WriteNames(json, "required", [choice]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteBoolean("additionalProperties", false);
    }

    private static void WriteObject(Utf8JsonWriter json, ValueForm form)
    {
        json.WriteStartObject();
        WriteForm(json, form);
        json.WriteEndObject();
    }

    private static void WriteForm(Utf8JsonWriter json, ValueForm form, bool isBesideDescription = false)
    {
        switch (form)
        {
            case ScalarForm scalar:
                WriteReference(json, scalar.Name, isBesideDescription);
                break;
            case KnownForm known:
                WriteReference(json, known.Mapping.Name, isBesideDescription);
                break;
            case WordForm words:
                WriteWords(json, words);
                break;
            case ListForm list:
                json.WriteString("type", "array");
                json.WritePropertyName("items");
                WriteObject(json, list.Item);
                if (list.Count > 0)
                {
                    json.WriteNumber("minItems", list.Count);
                    json.WriteNumber("maxItems", list.Count);
                }

                break;
            case MapForm map:
                json.WriteString("type", "object");
                json.WritePropertyName("additionalProperties");
                WriteObject(json, map.Entry);
                break;
            case EitherForm either:
                json.WriteStartArray("anyOf");
                foreach (var one in either.Forms)
                {
                    WriteObject(json, one);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteString("type", "null");
                break;
        }
    }

    // Draft 7 overlooks what stands beside a '$ref', so a description needs the detour.
    private static void WriteReference(Utf8JsonWriter json, string name, bool isBesideDescription)
    {
        if (isBesideDescription)
        {
            json.WriteStartArray("allOf");
            json.WriteStartObject();
        }

        json.WriteString("$ref", "#/definitions/" + name);
        if (isBesideDescription)
        {
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    // The reader takes every scalar as text; an editor takes '1' for a number and 'true' for a truth.
    private static void WriteWords(Utf8JsonWriter json, WordForm form)
    {
        json.WriteStartArray("enum");
        foreach (var word in form.Words)
        {
            if (bool.TryParse(word, out var truth))
            {
                json.WriteBooleanValue(truth);
            }
            else if (word == "1")
            {
                json.WriteNumberValue(1);
            }
            else
            {
                json.WriteStringValue(word);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteScalar(Utf8JsonWriter json, ScalarForm scalar)
    {
        var functions = string.Join(", ", Functions.All.Select(function => function.Signature));
        var distributions = string.Join(", ", Distributions.All.Select(distribution => distribution.Signature));
        var isDrawn = scalar.Name.StartsWith("drawn_", StringComparison.Ordinal);
        json.WriteString("description", scalar.About
            + (scalar.HoldsExpression ? $" Functions: {functions}." : "")
            + (isDrawn ? $" Distributions: {distributions}." : ""));
        WriteNames(json, "type", scalar.HoldsExpression ? ["string", "number"] : ["string", "number", "boolean"]);
    }

    private static void WriteNames(Utf8JsonWriter json, string key, IEnumerable<string> names)
    {
        var all = names.ToList();
        if (all.Count == 0)
        {
            return;
        }

        json.WriteStartArray(key);
        all.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    /// <summary>A mapping, and all that stand within it.</summary>
    private static HashSet<MappingDescription> Within(MappingDescription file)
    {
        var found = new HashSet<MappingDescription> { file };
        var open = new Stack<MappingDescription>(found);
        while (open.TryPop(out var mapping))
        {
            foreach (var inner in mapping.Keys.SelectMany(key => Known(key.Form)).Where(found.Add))
            {
                open.Push(inner);
            }
        }

        return found;
    }

    private static IEnumerable<MappingDescription> Known(ValueForm form) => form switch
    {
        KnownForm known => [known.Mapping],
        ListForm list => Known(list.Item),
        MapForm map => Known(map.Entry),
        EitherForm either => either.Forms.SelectMany(Known),
        _ => [],
    };

    private static IEnumerable<ScalarForm> Scalars(ValueForm form) => form switch
    {
        ScalarForm scalar => [scalar],
        ListForm list => Scalars(list.Item),
        MapForm map => Scalars(map.Entry),
        EitherForm either => either.Forms.SelectMany(Scalars),
        _ => [],
    };
}
