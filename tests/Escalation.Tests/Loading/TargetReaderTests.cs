using System.Collections.Immutable;
using Escalation.Loading;
using Escalation.Model;
using Escalation.Tests.Support;

namespace Escalation.Tests.Loading;

/// <summary>Targets with their noise, and tables of counts beside the scenario.</summary>
internal sealed class TargetReaderTests
{
    private const string Head = """
        escalation: 1
        name: Small
        start: 2023-10-17
        horizon: 60 d
        actions: {hit: {}}
        actors: {us: {policy: [{name: hits, rate: 1 per d, do: [{act: hit}]}]}}
        measures: {hits: {count: hit}, recent: {count: hit, within: 7 d}, first: {first: hit}}
        outcomes: {war: {when: hits >= 5}}
        targets:

        """;

    [TestCase("", NoiseKind.None, double.NaN)]
    [TestCase(", noise: poisson", NoiseKind.Poisson, double.NaN)]
    [TestCase(", noise: Negative_Binomial", NoiseKind.NegativeBinomial, double.NaN)]
    [TestCase(", noise: negative_binomial(shape=5)", NoiseKind.NegativeBinomial, 5)]
    [TestCase(", noise: negative_binomial( 2.5 )", NoiseKind.NegativeBinomial, 2.5)]
    [TestCase(", noise: 2.5", NoiseKind.Normal, 2.5)]
    [TestCase(", noise: 10%", NoiseKind.Normal, 0.8)]
    [TestCase(", noise: 25 %", NoiseKind.Normal, 2)]
    public void Noise_is_a_law_a_standard_error_or_a_share(string noise, NoiseKind kind, double size)
    {
        var target = ScenarioRun.Read(Head + $"  one: {{of: hits, at: 14 d, observed: 8{noise}}}\n").Targets.Single();

        Assert.That(target.Noise.Kind, Is.EqualTo(kind));
        Assert.That(target.Noise.Size, Is.EqualTo(size).Within(1e-12));
        Assert.That(target.Measure, Is.Zero);
        Assert.That(target.AtDay, Is.EqualTo(14));
    }

    [TestCase("of: first, observed: 2 d, noise: 12 h", 0.5)]
    [TestCase("of: mean(hits), observed: 2, noise: 1 / 4", 0.25)]
    public void A_standard_error_has_the_unit_of_what_was_observed(string target, double size)
    {
        var read = ScenarioRun.Read(Head + $"  one: {{{target}}}\n").Targets.Single();

        Assert.That(read.Noise, Is.EqualTo(new TargetNoise(NoiseKind.Normal, size)));
        Assert.That(read.Formula is null, Is.EqualTo(read.Measure >= 0));
    }

    [TestCase("noise: posson", "unknown law of an error 'posson'", "did you mean 'poisson'?")]
    [TestCase("noise: gaussian", "unknown law of an error 'gaussian'", "write 'poisson'")]
    [TestCase("noise: negative_binomial(shape=0)", "a shape is above 0, and this is 0", "write")]
    [TestCase("noise: -2", "a standard error is above 0, and this is -2", "write")]
    [TestCase("noise: 0 %", "a standard error is above 0", "write")]
    [TestCase("noise: 2 d", "is", "")]
    [TestCase("column: x", "'column' has no meaning beside 'observed'", "csv")]
    [TestCase("csv: a.csv", "stand together", "keep one")]
    public void Wrong_noise_is_told(string words, string message, string hint)
    {
        var found = ScenarioReader.ReadText("a.yaml", Head + $"  one: {{of: hits, observed: 8, {words}}}\n");

        var said = found.Diagnostics.First();
        Assert.That(found.Scenario, Is.Null);
        Assert.That(said.Message, Does.Contain(message));
        Assert.That(said.Hint ?? "", Does.Contain(hint));
    }

    [Test]
    public void A_date_counts_to_its_end_and_rows_follow_each_other()
    {
        var targets = Read(
            "date,attacks,deaths\n# a remark\n2023-10-17,3,0\n2023-10-19,\"2\",1\n\n2023-10-25T12:00,4,0\n",
            ", column: attacks, noise: poisson");

        Assert.That(targets.Select(Step), Is.EqualTo(new (double?, double?, double)[] { (0, 1, 3), (1, 3, 2), (3, 8.5, 4) }));
        Assert.That(targets.Select(target => target.Title).First(), Is.EqualTo("weeks: 2023-10-17"));
        Assert.That(targets, Has.All.Property("Table").EqualTo("weeks"));
    }

    [Test]
    public void Rows_are_added_up_to_steps() => Assert.That(
        Read("day,n\n1,1\n2,2\n3,3\n4,4\n6,5\n7,6\n", ", every: 3 d").Select(Step),
        Is.EqualTo(new (double?, double?, double)[] { (0, 3, 6), (3, 6, 9), (6, 7, 6) }));

    [TestCase("day,n\n1,1\n4,2\n", ", every: 3 d", "a.csv:3:1: error: the row ends on day 4, and a step ends on day 3 before it")]
    [TestCase("day,n\n1,x\n", "", "a.csv:2:3: error: a number is expected, and this is 'x'")]
    [TestCase("day,n\n1,1.5\n", ", noise: poisson", "a.csv:2:3: error: a count is expected, and this is '1.5'")]
    [TestCase("day,n\n1,-1\n", "", "a.csv:2:3: error: a count is expected, and this is '-1'")]
    [TestCase("day,n\n2,1\n 2,1\n", "", "a.csv:3:2: error: '2' does not lie after the row before")]
    [TestCase("date,n\n2023-10-16,1\n", "", "a.csv:2:1: error: '2023-10-16' does not lie after the start")]
    [TestCase("date,n\n17.10.2023,1\n", "", "a.csv:2:1: error: '17.10.2023' is not a date")]
    [TestCase("day,n\n1\n", "", "a.csv:2:1: error: the row has 1 cells, and its head says more")]
    [TestCase("when,n\n1,1\n", "", "a.csv:1:1: error: no column is called 'date' or 'day'")]
    [TestCase("day,n,m\n1,1,1\n", "", "a.csv:1:1: error: nothing says which column holds the counts")]
    [TestCase("day,n\n1,1\n", ", column: m", "a.csv:1:1: error: no column of counts is called 'm'")]
    [TestCase("day,n\n", "", "a.csv: error: the table has a head and no row")]
    [TestCase("", "", "a.csv: error: the table is empty")]
    public void What_is_wrong_in_a_table_is_told_at_its_place(string table, string words, string message)
    {
        using var folder = new SourceFolder();
        folder.Write("a.csv", table);
        var path = folder.Write("a.yaml", Head + $"  weeks: {{of: hits, csv: a.csv{words}}}\n");

        var reading = ScenarioReader.ReadFile(path);

        Assert.That(reading.Scenario, Is.Null);
        Assert.That(
            DiagnosticText.Render(reading.Diagnostics[0], path, reading.Source),
            Does.StartWith(Path.Combine(folder.Path, message)));
    }

    [TestCase("../a.csv", "is not the name of a file beside the scenario")]
    [TestCase("/etc/passwd", "is not the name of a file beside the scenario")]
    [TestCase("sub/a.csv", "is not the name of a file beside the scenario")]
    [TestCase("'..'", "is not the name of a file beside the scenario")]
    [TestCase("b.csv", "there is no file 'b.csv' beside the scenario")]
    public void Only_files_beside_the_scenario_are_read(string name, string message)
    {
        using var folder = new SourceFolder();
        folder.Write("a.csv", "day,n\n1,1\n");

        var reading = ScenarioReader.ReadFile(folder.Write("a.yaml", Head + $"  weeks: {{of: hits, csv: {name}}}\n"));

        Assert.That(reading.Diagnostics[0].Message, Does.Contain(message));
    }

    [TestCase("recent")]
    [TestCase("first")]
    [TestCase("war")]
    public void A_table_is_about_what_counts_on(string of)
    {
        var reading = ScenarioReader.ReadText("a.yaml", Head + $"  weeks: {{of: {of}, csv: a.csv}}\n");

        Assert.That(reading.Diagnostics[0].Message, Does.StartWith("a table of counts is about a measure that counts on"));
    }

    [Test]
    public void A_file_that_is_too_large_is_not_read()
    {
        using var folder = new SourceFolder();
        File.WriteAllBytes(folder.At("a.csv"), new byte[ScenarioText.MaximumBytes + 1]);

        var reading = ScenarioReader.ReadFile(folder.Write("a.yaml", Head + "  weeks: {of: hits, csv: a.csv}\n"));

        Assert.That(reading.Diagnostics[0].Message, Is.EqualTo("'a.csv' is larger than 4 MiB, the most that is read"));
    }

    [Test]
    public void A_text_without_a_folder_leaves_its_tables_out_and_says_so()
    {
        var reading = ScenarioReader.ReadText(
            "a.yaml", Head + "  weeks: {of: hits, csv: a.csv}\n  one: {of: hits, observed: 3}\n");

        Assert.That(reading.Scenario!.Targets.Single().Title, Is.EqualTo("one"));
        Assert.That(reading.Diagnostics.Single().Severity, Is.EqualTo(Severity.Warning));
        Assert.That(reading.Beside, Is.Empty);
    }

    private static (double?, double?, double) Step(Target target) => (target.SinceDay, target.AtDay, target.Observed);

    private static ImmutableArray<Target> Read(string table, string words)
    {
        using var folder = new SourceFolder();
        folder.Write("a.csv", table);
        var reading = ScenarioReader.ReadFile(folder.Write("a.yaml", Head + $"  weeks: {{of: hits, csv: a.csv{words}}}\n"));
        Assert.That(reading.Diagnostics, Is.Empty);
        Assert.That(reading.Beside.Single().Text, Is.EqualTo(table));
        return reading.Scenario!.Targets;
    }
}
