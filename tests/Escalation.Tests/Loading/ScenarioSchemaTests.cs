using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Escalation.Loading;
using Escalation.Tests.Support;
using Escalation.Verification;

namespace Escalation.Tests.Loading;

internal sealed class ScenarioSchemaTests
{
    private static JsonElement Schema => SchemaCheck.Scenarios.Schema;

    private static IEnumerable<string> Files =>
        Source.Files("scenarios", "*.yaml").Concat(Source.Files("benchmarks/workloads", "*.yaml"));

    private static IEnumerable<string> MappingNames => Mappings.All.Select(mapping => mapping.Name);

    [TestCaseSource(nameof(Files))]
    public void A_scenario_of_the_repository_fits_the_schema(string path) =>
        Assert.That(SchemaCheck.Scenarios.Offences(Source.Text(path)), Is.Empty);

    [Test]
    public void The_schema_beside_the_scenarios_is_that_of_today()
    {
        using var today = new MemoryStream();
        ScenarioSchema.Write(today);

        Assert.That(
            Source.Text($"scenarios/{ScenarioSchema.FileName}"),
            Is.EqualTo(Encoding.UTF8.GetString(today.ToArray())),
            $"escalate schema --out scenarios/{ScenarioSchema.FileName} --force");
    }

    [Test]
    public void Every_scenario_begins_with_the_line_that_leads_an_editor_to_it() => Assert.That(
        Source.Files("scenarios", "*.yaml").Where(path => Source.LinesOf(path).First().Text != ScenarioSchema.Modeline),
        Is.Empty);

    [TestCaseSource(typeof(ReferenceCases), nameof(ReferenceCases.All))]
    public void A_reference_case_fits_the_schema(ReferenceCase known) =>
        Assert.That(SchemaCheck.Scenarios.Offences(known.ScenarioText), Is.Empty);

    [TestCase("horizon: 60 d", "horizont: 60 d", "unknown key horizont")]
    [TestCase("rate: temper,", "rate: temper, upon: blow,", "oneOf: 2 fit")]
    [TestCase("rate: temper,", "", "oneOf: 0 fit")]
    [TestCase("range: [0, 1]", "range: [0, 1, 2]", "too many")]
    [TestCase("limits: {pending: 1}", "limits: 1", "number instead of object")]
    [TestCase("name: mock, ", "", "lacks name")]
    [TestCase("ends: true", "ends: perhaps", "none of TRUE, FALSE")]
    [TestCase("escalation: 1", "escalation: 2", "none of 1")]
    [TestCase("chance: 1 - restraint", "chance: true", "boolean instead of string|number")]
    public void A_mistake_that_the_schema_knows_is_found(string right, string wrong, string offence)
    {
        var text = SourceScenarios.Feud.Replace(right, wrong, StringComparison.Ordinal);

        Assert.That(text, Is.Not.EqualTo(SourceScenarios.Feud));
        Assert.That(SchemaCheck.Scenarios.Offences(text), Has.Some.Contains(offence));
    }

    // The reader takes its keys from the descriptions; here it is asked itself, by the key of nobody.
    [TestCaseSource(nameof(MappingNames))]
    public void The_keys_that_the_reader_knows_are_those_of_the_schema(string name)
    {
        var properties = Definition(name).GetProperty("properties").EnumerateObject().Select(property => property.Name).ToList();
        var known = properties.Where(key => IsKnownToTheReader(name, key));

        Assert.That(known, Is.EqualTo(properties));
        Assert.That(properties, Is.EqualTo(Mappings.All.Single(mapping => mapping.Name == name).KeyNames));
        Assert.That(IsKnownToTheReader(name, "nobody"), Is.False);
    }

    [Test]
    public void Every_definition_is_used_and_every_reference_is_defined([Values] bool isOfStudies)
    {
        var schema = isOfStudies ? SchemaCheck.Studies.Schema : Schema;
        var text = schema.GetRawText();
        var definitions = schema.GetProperty("definitions").EnumerateObject().Select(known => known.Name).ToList();
        var references = Regex.Matches(text, "\"#/definitions/(\\w+)\"")
            .Select(match => match.Groups[1].Value).Distinct();

        Assert.That(references, Is.EquivalentTo(definitions));
    }

    private static JsonElement Definition(string name) => name == "scenario" ? Schema
        : name == "study_file" ? SchemaCheck.Studies.Schema
        : Schema.GetProperty("definitions").GetProperty(name);

    private static bool IsKnownToTheReader(string mapping, string key)
    {
        var entry = $"{{{key}: x}}";
        var text = mapping switch
        {
            "scenario" => entry,
            "lever" => $"levers: {{a: {entry}}}",
            "uncertainty" => $"uncertainties: {{a: {entry}}}",
            "condition" => $"conditions: {{a: {entry}}}",
            "action" => $"actions: {{a: {entry}}}",
            "report" => $"actions: {{a: {{report: {entry}}}}}",
            "level" => $"actors: {{a: {{levels: {{b: {entry}}}}}}}",
            "world" => $"world: {entry}",
            "kind" => $"kinds: {{a: {entry}}}",
            "actor" => $"actors: {{a: {entry}}}",
            "rule" when key == "name" => "actors: {a: {policy: [{name: x}]}}",
            "rule" => $"actors: {{a: {{policy: [{{name: b, {key}: x}}]}}}}",
            "limits" => $"actors: {{a: {{policy: [{{name: b, limits: {entry}}}]}}}}",
            "effect" => $"actors: {{a: {{policy: [{{name: b, do: [{entry}]}}]}}}}",
            "measure" => $"measures: {{a: {entry}}}",
            "outcome" => $"outcomes: {{a: {entry}}}",
            "series" => $"series: {entry}",
            "objective" => $"objectives: {{a: {entry}}}",
            "target" => $"targets: {{a: {entry}}}",
            "study" => $"studies: {{a: {entry}}}",
            "study_file" => entry,
            _ => throw new ArgumentOutOfRangeException(nameof(mapping), mapping, "Say where it stands in a file."),
        };
        var found = mapping == "study_file"
            ? StudyFileReader.ReadText("test.yaml", text).Diagnostics
            : ScenarioReader.ReadText("test.yaml", text).Diagnostics;
        return found.All(one => !one.Message.StartsWith($"unknown key '{key}'", StringComparison.Ordinal));
    }
}
