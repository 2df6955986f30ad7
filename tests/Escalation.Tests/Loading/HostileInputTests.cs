using System.Text;
using Escalation.Loading;

namespace Escalation.Tests.Loading;

/// <summary>Whatever a file holds, the answer is a message, soon, and never an exception.</summary>
internal sealed class HostileInputTests
{
    private const int Megabytes4 = 4 * 1024 * 1024;

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("escalate-tests-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void A_missing_file_is_said_to_be_missing_with_the_nearest_name()
    {
        File.WriteAllText(Path.Combine(folder, "iraq.yaml"), "");

        var said = Read("irak.yaml");

        Assert.That(said.Message, Is.EqualTo("there is no such file"));
        Assert.That(said.Hint, Is.EqualTo("did you mean 'iraq.yaml'?"));
    }

    [Test]
    public void A_file_in_a_missing_folder_is_said_to_be_missing()
    {
        Assert.That(Read("nowhere/a.yaml").Message, Is.EqualTo("there is no such file"));
    }

    [Test]
    public void A_folder_is_not_a_file()
    {
        Assert.That(Read("").Message, Is.EqualTo("this is a folder, a scenario is a file"));
    }

    [TestCase("", "the file is empty")]
    [TestCase("# only a comment\n", "the file is empty")]
    [TestCase("just words", "a scenario is a mapping, but a text stands here")]
    [TestCase("- a\n- b\n", "a scenario is a mapping, but a list stands here")]
    [TestCase("escalation:1\n", "a scenario is a mapping, but a text stands here")]
    public void What_is_no_scenario_is_told_so(string text, string message)
    {
        File.WriteAllText(Path.Combine(folder, "a.yaml"), text);

        Assert.That(Read("a.yaml").Message, Is.EqualTo(message));
    }

    [Test]
    public void A_binary_file_is_told_so()
    {
        File.WriteAllBytes(Path.Combine(folder, "a.yaml"), [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0]);

        Assert.That(Read("a.yaml").Message, Is.EqualTo("this is not a text: byte 8 is a NUL, as in binary files"));
    }

    [Test]
    public void A_file_that_is_not_utf_8_is_told_so_with_the_line()
    {
        File.WriteAllBytes(Path.Combine(folder, "a.yaml"), [.. "escalation: 1\nname: caf"u8, 0xE9, .. "\n"u8]);

        Assert.That(Read("a.yaml").Message, Is.EqualTo("the file is not UTF-8: line 2 holds the byte 0xE9"));
    }

    [Test]
    public void A_file_in_utf_16_is_told_so()
    {
        File.WriteAllText(Path.Combine(folder, "a.yaml"), "escalation: 1\n", Encoding.Unicode);

        Assert.That(Read("a.yaml").Message, Is.EqualTo("the file is encoded as UTF-16, UTF-8 is expected"));
    }

    [Test]
    public void A_byte_order_mark_is_no_mistake()
    {
        File.WriteAllText(
            Path.Combine(folder, "a.yaml"), "escalation: 2\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        var reading = ScenarioReader.ReadFile(Path.Combine(folder, "a.yaml"));

        Assert.That(reading.Diagnostics.Any(d => d.Message == "version '2' of the language is not known here"
            && d.Where.Column == 13));
    }

    [Test]
    public void A_file_of_100_MB_is_refused_without_being_read()
    {
        using (var stream = File.Create(Path.Combine(folder, "a.yaml")))
        {
            stream.SetLength(100_000_000);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var said = Read("a.yaml");

        Assert.That(said.Message, Is.EqualTo("the file is larger than 4 MiB, the most that a scenario may have"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(10_000_000));
    }

    [Test]
    [Platform("Unix")]
    public void A_device_without_end_is_refused()
    {
        var said = ScenarioReader.ReadFile("/dev/zero").Diagnostics.Single();

        Assert.That(said.Message, Is.EqualTo("the file is larger than 4 MiB, the most that a scenario may have"));
    }

    [TestCase("[")]
    [TestCase("{")]
    [TestCase("[\n")]
    [TestCase("- ")]
    [TestCase("? ")]
    [TestCase("a: ")]
    [TestCase("a: b\n")]
    [TestCase("&a ")]
    [TestCase("- &a b\n")]
    [TestCase("- *a\n")]
    [TestCase("!t ")]
    [TestCase("- !t b\n")]
    [TestCase("\t")]
    [TestCase("\tx\n")]
    [TestCase("\"")]
    [TestCase("'")]
    [TestCase("---\n")]
    [TestCase("%")]
    [TestCase("|\n")]
    [TestCase("x")]
    [TestCase("é")]
    [TestCase("- - a\n")]
    public void Four_megabytes_of_one_thing_are_answered(string part)
    {
        var reading = ScenarioReader.ReadText("a.yaml", string.Concat(Enumerable.Repeat(part, Megabytes4 / part.Length)));

        Assert.That(reading.Scenario, Is.Null);
        Assert.That(reading.Diagnostics, Has.Length.InRange(1, 201));
    }

    [TestCase("levers", "x{0}: {{value: 1}}")]
    [TestCase("uncertainties", "x{0}: 1")]
    [TestCase("uncertainties", "x{0}: {{prior: \"exponential(mean=x{0} + y)\"}}")]
    [TestCase("conditions", "x{0}: {{states: [a, b], starts: c}}")]
    [TestCase("actions", "x{0}: {{draws: {{f{0}: event.f}}}}")]
    [TestCase("actors", "x{0}: {{sponsor: x}}")]
    [TestCase("actors", "x{0}: {{policy: [{{name: a, upon: any action, if: event.a > 0, do: [{{act: a}}]}}]}}")]
    [TestCase("measures", "x{0}: {{level: y}}")]
    [TestCase("measures", "x{0}: {{count: any action}}")]
    [TestCase("outcomes", "x{0}: {{when: y > 3}}")]
    [TestCase("studies", "x{0}: {{run: {{a: [[1], [2]], b: {{}}}}}}")]
    [TestCase("studies", "x{0}: {{runn: {{}}}}")]
    [TestCase("{0}", "1")]
    public void A_file_that_repeats_itself_is_answered(string section, string entry)
    {
        var text = new StringBuilder("escalation: 1\nname: a\nhorizon: 1 d\n");
        var isSection = !section.Contains('{', StringComparison.Ordinal);
        text.Append(isSection ? $"{section}:\n" : "");
        for (var i = 0; text.Length < Megabytes4 / 8; i++)
        {
            var line = isSection ? "  " + string.Format(null, entry, i) : $"x{i}: {entry}";
            text.Append(line).Append('\n');
        }

        var reading = ScenarioReader.ReadText("a.yaml", text.ToString());

        Assert.That(reading.Scenario, Is.Null);
        Assert.That(reading.Diagnostics, Has.Length.InRange(1, 201));
    }

    [Test]
    public void A_chain_of_measures_without_end_is_answered()
    {
        var text = new StringBuilder("measures:\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append(null, $"  m{i}: {{level: m{i + 1}}}\n");
        }

        var reading = ScenarioReader.ReadText("a.yaml", text.ToString());

        Assert.That(reading.Diagnostics.Any(d => d.Message == "measures read each other in a chain of more than 200"));
    }

    [Test]
    public void More_rules_than_memory_holds_are_refused()
    {
        var text = new StringBuilder("kinds:\n  k:\n    policy:\n");
        for (var i = 0; i < 2000; i++)
        {
            text.Append(null, $"      - {{name: r{i}}}\n");
        }

        text.Append("actors:\n");
        for (var i = 0; i < 2000; i++)
        {
            text.Append(null, $"  a{i}: {{kind: k}}\n");
        }

        var reading = ScenarioReader.ReadText("a.yaml", text.ToString());

        Assert.That(
            reading.Diagnostics.Select(d => d.Message),
            Does.Contain("the actors have 4,000,000 rules and levels in all, the most is 1,000,000"));
    }

    private Diagnostic Read(string name) => ScenarioReader.ReadFile(Path.Combine(folder, name)).Diagnostics.First();
}
