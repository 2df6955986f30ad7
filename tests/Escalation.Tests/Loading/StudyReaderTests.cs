using Escalation.Loading;
using Escalation.Model;
using Escalation.Tests.Support;

namespace Escalation.Tests.Loading;

internal sealed class StudyReaderTests
{
    private const string Rest = """
        escalation: 1
        name: Example
        horizon: 60 d
        actors: {us: {}}
        outcomes: {late: {at_end: day > 1 d}}

        """;

    [Test]
    public void A_study_has_title_verb_and_options_as_they_are_written()
    {
        var study = Read("studies: {a title: {about: why, run: {set: [x=0:1, \"y = 2\"], no-report: true, seed: 7}}}");

        Assert.That((study.Title, study.About, study.Verb), Is.EqualTo(("a title", "why", "run")));
        Assert.That(
            study.Options.Select(option => $"{option.Name}: {string.Join('|', option.Values.Select(value => value.Text))}"),
            Is.EqualTo(new[] { "set: x=0:1|y = 2", "no-report: true", "seed: 7" }));
    }

    [Test]
    public void Every_part_knows_its_place()
    {
        var study = Read("studies:\n  a:\n    run:\n      set: [x=1, y=2]\n");

        var option = study.Options.Single();
        Assert.That((study.Where.Line, study.Where.Column), Is.EqualTo((7, 3)));
        Assert.That((study.VerbWhere.Line, study.VerbWhere.Column), Is.EqualTo((8, 5)));
        Assert.That((option.Where.Line, option.Where.Column, option.Where.Length), Is.EqualTo((9, 7, 3)));
        Assert.That(option.Values.Select(value => (value.Where.Line, value.Where.Column, value.Where.Length)), Is.EqualTo(
            new[] { (9, 13, 3), (9, 18, 3) }));
    }

    [Test]
    public void A_verb_without_options_is_a_study() => Assert.That(Read("studies: {a: {discover: {}}}").Options, Is.Empty);

    [Test]
    public void A_scenario_without_studies_has_none() =>
        Assert.That(ScenarioReader.ReadText("a.yaml", Rest).Scenario!.Studies, Is.Empty);

    // What the reader refuses in the form of a study, the schema refuses, too: an editor marks it.
    [TestCase("{run: {seed: 1}}", true)]
    [TestCase("{run: {}}", true)]
    [TestCase("{about: x, sweep: {lever: [a=1, b=2], quiet: true}}", true)]
    [TestCase("{}", false)]
    [TestCase("{about: x}", false)]
    [TestCase("{run: {}, sweep: {}}", false)]
    [TestCase("{fly: {}}", false)]
    [TestCase("{run: 1}", false)]
    [TestCase("{run: [seed]}", false)]
    [TestCase("{run: {seed: {a: 1}}}", false)]
    [TestCase("{run: {seed: [[1]]}}", false)]
    [TestCase("run", false)]
    public void Reader_and_schema_agree(string study, bool isRight)
    {
        var text = $"{Rest}studies: {{a: {study}}}\n";

        Assert.That(ScenarioReader.ReadText("a.yaml", text).Scenario is not null, Is.EqualTo(isRight));
        Assert.That(SchemaCheck.Scenarios.Offences(text), isRight ? Is.Empty : Is.Not.Empty);
    }

    private static Study Read(string studies)
    {
        var reading = ScenarioReader.ReadText("a.yaml", Rest + studies);

        Assert.That(reading.Diagnostics, Is.Empty);
        return reading.Scenario!.Studies.Single();
    }
}
