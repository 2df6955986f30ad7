using Escalation.Loading;
using Escalation.Tests.Support;

namespace Escalation.Tests.Loading;

internal sealed class StudyFileReaderTests
{
    private const string Right = """
        escalation: 1
        scenario: cases/border.yaml
        about: what the report was made from
        studies:
          first: {run: {seed: 1}}
          second: {sweep: {lever: firmness=0:1:11}}

        """;

    [Test]
    public void A_file_of_studies_names_its_scenario_from_its_own_folder()
    {
        var file = StudyFileReader.ReadText("work/march.yaml", Right).File!;

        Assert.That((file.Scenario, file.About), Is.EqualTo(("cases/border.yaml", "what the report was made from")));
        Assert.That(file.ScenarioPath.Replace('\\', '/'), Is.EqualTo("work/cases/border.yaml"));
        Assert.That((file.ScenarioWhere.Line, file.ScenarioWhere.Column), Is.EqualTo((2, 11)));
        Assert.That(file.Studies.Select(study => study.Title), Is.EqualTo(new[] { "first", "second" }));
        Assert.That(SchemaCheck.Studies.Offences(Right), Is.Empty);
    }

    [TestCase("march.yaml", "border.yaml", "border.yaml")]
    [TestCase("work/march.yaml", "../border.yaml", "work/../border.yaml")]
    [TestCase("work/march.yaml", "/data/border.yaml", "/data/border.yaml")]
    [Platform("Unix")]
    public void A_scenario_may_lie_anywhere(string file, string written, string path)
    {
        var text = Right.Replace("cases/border.yaml", written, StringComparison.Ordinal);

        Assert.That(StudyFileReader.ReadText(file, text).File!.ScenarioPath, Is.EqualTo(path));
    }

    [TestCase("", "the file is empty")]
    [TestCase("just words", "a file of studies is a mapping, but a text stands here")]
    [TestCase("escalation: 2\nscenario: a\nstudies: {a: {run: {}}}", "version '2' of the language is not known here")]
    [TestCase("scenario: a\nstudies: {a: {run: {}}}", "'escalation' is missing: a file of studies needs it")]
    [TestCase("escalation: 1\nstudies: {a: {run: {}}}", "'scenario' is missing: a file of studies needs it")]
    [TestCase(
        "escalation: 1\nscenario:\nstudies: {a: {run: {}}}",
        "the file of the scenario is expected here, but nothing stands here")]
    [TestCase(
        "escalation: 1\nscenario: \" \"\nstudies: {a: {run: {}}}",
        "the file of the scenario is expected here, but nothing stands here")]
    [TestCase(
        "escalation: 1\nscenario: [a]\nstudies: {a: {run: {}}}",
        "the file of the scenario is expected here, but a list stands here")]
    [TestCase("escalation: 1\nscenario: a\n", "'studies' is missing: a file of studies needs it")]
    [TestCase("escalation: 1\nscenario: a\nstudies: {}", "there is no study")]
    [TestCase("escalation: 1\nscenario: a\nstudies: 1", "'studies' is a mapping, but a text stands here")]
    [TestCase("escalation: 1\nscenaro: a\nstudies: {a: {run: {}}}", "unknown key 'scenaro' of a file of studies")]
    [TestCase(
        "escalation: 1\nscenario: a\nstudies: {a: {run: {seed: [[1]]}}}",
        "a value of 'seed' is expected here, but a list stands here")]
    public void A_mistake_is_told(string text, string message)
    {
        var reading = StudyFileReader.ReadText("march.yaml", text);

        Assert.That(reading.File, Is.Null);
        Assert.That(reading.Diagnostics.Select(found => found.Message), Is.EqualTo(new[] { message }));
    }

    [Test]
    public void A_file_that_is_not_there_is_told()
    {
        var reading = StudyFileReader.ReadFile("nowhere/march.yaml");

        Assert.That((reading.Source, reading.File), Is.EqualTo(((ScenarioText?)null, (StudyFile?)null)));
        Assert.That(reading.Diagnostics.Single().Message, Is.EqualTo("there is no such file"));
    }

    [TestCase("scenario: a.yaml\nstudies: {}", true)]
    [TestCase("escalation: 1\nactors: {}\nstudies: {}", false)]
    [TestCase("scenario: a.yaml\nactors: {}", false)]
    [TestCase("- scenario", false)]
    [TestCase("{", false)]
    [TestCase("", false)]
    public void A_file_of_studies_is_told_from_a_scenario(string text, bool isStudyFile) =>
        Assert.That(StudyFileReader.Recognises(new ScenarioText("a.yaml", text)), Is.EqualTo(isStudyFile));

    [FsCheck.NUnit.Property(MaxTest = 100, Replay = "42,1")]
    public bool Damage_is_answered((int Place, byte Value)[] changes)
    {
        const string Marks = ":,[]{}()#&*!|>'\"%@`-?.=<+/^ \t\n0a";
        var text = Right.ToCharArray();
        foreach (var (place, value) in changes)
        {
            text[(int)((uint)(place * 7919) % (uint)text.Length)] = Marks[value % Marks.Length];
        }

        var reading = StudyFileReader.ReadText("a.yaml", new string(text));
        var rendered = reading.Diagnostics.All(found =>
            DiagnosticText.Render(found, "a.yaml", reading.Source).Split('\n').Length <= 4
            && found.Where.Line <= reading.Source!.Lines.Length);
        return rendered && (reading.File is null) == reading.Diagnostics.Any(found => found.Severity == Severity.Error);
    }
}
