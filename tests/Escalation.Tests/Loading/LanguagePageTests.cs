using System.Text.RegularExpressions;
using Escalation.Experiments;
using Escalation.Language;
using Escalation.Loading;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Loading;

internal sealed class LanguagePageTests
{
    // What an example leaves out, as a person would add it.
    private static readonly (string Key, string Text)[] Defaults =
    [
        ("escalation", "escalation: 1\n"),
        ("name", "name: Example\n"),
        ("horizon", "horizon: 60 d\n"),
        ("actors", "actors: {us: {}}\n"),
        ("outcomes", "outcomes: {late: {at_end: day > 1 d}}\n"),
    ];

    private static IEnumerable<TestCaseData> Examples => Fenced(isStudyFile: false);

    private static IEnumerable<TestCaseData> StudyFiles => Fenced(isStudyFile: true);

    private static IEnumerable<string> Constructs =>
        Functions.All.Select(function => function.Name).Concat(Distributions.All.Select(distribution => distribution.Name));

    private static IEnumerable<string> KeyNames => Mappings.All.SelectMany(mapping => mapping.KeyNames).Distinct();

    [TestCaseSource(nameof(Examples))]
    public void An_example_is_valid_without_warnings_fits_the_schema_and_runs(string example)
    {
        var text = Whole(example);

        var reading = ScenarioReader.ReadText(
            "example.yaml", text, new Dictionary<string, string> { ["attacks.csv"] = "day,attacks\n3,1\n7,2\n14,5\n" });

        var found = reading.Diagnostics.Select(diagnostic => DiagnosticText.Render(diagnostic, "example.yaml", reading.Source));
        Assert.That(found, Is.Empty);
        Assert.That(SchemaCheck.Scenarios.Offences(text), Is.Empty);
        var program = ScenarioProgram.Compile(reading.Scenario!, ParameterChoice.AsWritten);
        Assert.That(ReplicationRunner.Run(program, new(64, Seed: 1, Threads: 1)).IsComplete, Is.True);
    }

    [TestCaseSource(nameof(StudyFiles))]
    public void An_example_of_studies_is_valid_without_warnings_and_fits_the_schema(string example)
    {
        var reading = StudyFileReader.ReadText("example.yaml", example);

        Assert.That(reading.Diagnostics, Is.Empty);
        Assert.That(SchemaCheck.Studies.Offences(example), Is.Empty);
    }

    [Test]
    public void Every_topic_has_an_example() => Assert.That(
        LanguagePage.Topics.Where(topic => !Fences(LanguagePage.Text(topic)).Any()), Is.Empty);

    [TestCaseSource(nameof(Constructs))]
    public void Every_function_and_distribution_stands_in_an_example(string name) =>
        Assert.That(AllExamples(), Does.Match($@"\b{name}\("));

    [TestCase("my sponsor")]
    [TestCase("my proxies")]
    [TestCase("sponsor of event.actor")]
    [TestCase("against: event.actor")]
    [TestCase("against: event.target")]
    [TestCase("sponsor.will")]
    [TestCase("observer.radar")]
    [TestCase("becomes")]
    [TestCase("any action")]
    [TestCase("by others")]
    [TestCase("outcome war")]
    public void Every_way_to_name_an_actor_or_event_stands_in_an_example(string words) =>
        Assert.That(AllExamples(), Does.Contain(words));

    [TestCaseSource(nameof(KeyNames))]
    public void Every_key_stands_in_an_example(string key) => Assert.That(AllExamples(), Does.Match($@"\b{key}:\s"));

    [TestCaseSource(nameof(KeyNames))]
    public void Every_key_stands_in_a_table(string key) => Assert.That(LanguagePage.Text(), Does.Contain($"| `{key}` | "));

    [Test]
    public void No_place_to_be_filled_is_left() => Assert.That(LanguagePage.Text(), Does.Not.Contain("{{"));

    [Test]
    public void The_page_in_the_repository_is_the_one_that_is_printed() => Assert.That(
        Source.Text("docs/language.md"), Is.EqualTo(LanguagePage.Text()), "escalate language > docs/language.md");

    private static IEnumerable<TestCaseData> Fenced(bool isStudyFile) =>
        from topic in LanguagePage.Topics
        from fence in Fences(LanguagePage.Text(topic)).Select((text, index) => (Text: text, Index: index))
        where StudyFileReader.Recognises(new ScenarioText("example.yaml", fence.Text)) == isStudyFile
        select new TestCaseData(fence.Text).SetArgDisplayNames(topic.Name, $"{fence.Index}");

    private static string AllExamples() => string.Join('\n', Fences(LanguagePage.Text()));

    private static IEnumerable<string> Fences(string page) =>
        Regex.Matches(page, @"^```yaml\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value);

    private static string Whole(string example) => string.Concat(Defaults
        .Where(known => !Regex.IsMatch(example, $"^{known.Key}:", RegexOptions.Multiline))
        .Select(known => known.Text)) + example;
}
