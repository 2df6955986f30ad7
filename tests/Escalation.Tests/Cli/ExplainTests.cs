using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Escalation.Cli;
using Escalation.Report.Stories;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class ExplainTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public ExplainTests()
    {
        folder.Write("feud.yaml", SourceScenarios.Feud);
        folder.Write("smoke.yaml", SourceHistories.Smoke);
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public void The_first_history_with_the_outcome_is_explained_as_a_tree()
    {
        var answer = Explain("feud.yaml", "--outcome", "war");

        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(answer.Error, Is.Empty);
        Golden.Check(answer.Out, "explanation-of-feud.txt");
    }

    [TestCase("feud")]
    [TestCase("furious")]
    [TestCase("over")]
    public void On_a_terminal_the_tree_has_branches_and_fits_into_60_columns(string outcome)
    {
        var history = SourceHistories.Of(SourceHistories.Smoke);
        var index = history.Program.Scenario.Outcomes.ToList().FindIndex(known => known.Name == outcome);

        var text = Written(Explanation.Of(history, index)!);

        Assert.That(text.Split('\n').Select(line => line.Length), Is.All.AtMost(60));
        Golden.Check(text, $"explanation-of-{outcome}-at-60-columns.txt");
    }

    [Test]
    public void Without_colour_and_boxes_hyphens_stand_for_branches_and_the_words_are_the_same()
    {
        var explanation = Explanation.Of(SourceHistories.Of(SourceHistories.Smoke), outcome: 0)!;

        var (plain, rich) = (Written(explanation, isRich: false), Written(explanation));

        Assert.That(plain.Split('\n').Select(line => line.Length), Is.All.AtMost(60));
        Assert.That(plain, Is.All.LessThan('\u0080'));
        Assert.That(plain, Does.Contain("\n- #8 day 3.75 south does reply").And.Contain("\n  - #3 day 2.25 south decides"));
        Assert.That(Words(plain), Is.EqualTo(Words(rich)));

        static string Words(string text) => Regex.Replace(text, @"\n[-├└│ ]*|\s+", " ");
    }

    [Test]
    public void Of_a_long_chain_the_middle_is_left_out_and_text_keeps_its_room()
    {
        var text = SourceHistories.Smoke.Replace("regret\n        upon: reply against me\n        do: [", "regret\n"
            + "        upon: reply against me\n        do: [{act: raid, against: south}, ", StringComparison.Ordinal)
            .Replace("after: 36 h", "after: 3 h", StringComparison.Ordinal)
            .Replace("replies >= 1", "replies >= 40", StringComparison.Ordinal);
        var explanation = Explanation.Of(SourceHistories.Of(text), outcome: 0)!;

        var written = Written(explanation);

        Assert.That(explanation.Chain, Has.Length.AtLeast(50));
        Assert.That(written, Does.Contain(FormattableString.Invariant($"… {explanation.Chain.Length - 24} more causes …")));
        Assert.That(written, Does.Contain("the last 5 of 40:"));
        Assert.That(written.Split('\n').Select(line => line.Length), Is.All.AtMost(60));
    }

    [Test]
    public void Json_has_the_chain_and_every_line_that_it_names()
    {
        using var json = JsonDocument.Parse(Explain("smoke.yaml", "--outcome", "feud", "-k", "0", "--json").Out);

        var root = json.RootElement;
        var lines = root.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("id").GetInt32()).ToList();
        var chain = root.GetProperty("chain").EnumerateArray().Select(number => number.GetInt32()).ToList();
        Assert.That(chain, Is.EqualTo(new[] { 8, 3, 1 }));
        Assert.That(lines, Is.EqualTo(new[] { 1, 3, 4, 8 }));
        Assert.That(root.GetProperty("condition").GetString(), Is.EqualTo("raids >= 2 and replies >= 1"));
        Assert.That(root.GetProperty("grounds")[0].GetProperty("count").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public void The_timeline_shows_the_acts_of_the_chain_alone()
    {
        var answer = Explain("smoke.yaml", "--outcome", "feud", "--svg", "feud.svg");

        Assert.That((answer.ExitCode, answer.Error), Is.EqualTo((0, "Chart: feud.svg\n")));
        var svg = XDocument.Load(folder.At("feud.svg"));
        Assert.That(svg.Descendants().Count(element => element.Name.LocalName == "circle"), Is.EqualTo(3));
        Assert.That(
            File.ReadAllText(folder.At("feud.svg")), Does.Contain("how it comes that both sides have shed blood on day 3.8"));
    }

    [TestCase(1, "comes true in none of 1,000 histories of seed 1", "smoke.yaml", "--outcome", "bliss")]
    [TestCase(1, "does not come true in history 0 of seed 1", "smoke.yaml", "--outcome", "bliss", "-k", "0")]
    [TestCase(2, "did you mean 'feud'?", "smoke.yaml", "--outcome", "fued")]
    [TestCase(2, "those of this file are feud, furious, over, bliss", "smoke.yaml", "--outcome", "annihilation")]
    [TestCase(2, "one of them is enough", "smoke.yaml", "--outcome", "feud", "-k", "0", "-n", "5")]
    [TestCase(2, "--set", "smoke.yaml", "--outcome", "feud", "--set", "fury=2")]
    [TestCase(1, "nowhere.yaml", "nowhere.yaml", "--outcome", "feud")]
    public void What_cannot_be_explained_is_told_on_standard_error(int exitCode, string problem, params string[] arguments)
    {
        var answer = Explain(arguments);

        Assert.That(answer.ExitCode, Is.EqualTo(exitCode));
        Assert.That(answer.Out, Is.Empty);
        Assert.That(answer.Error, Does.Contain(problem).And.Not.Contain("   at "));
    }

    [Test]
    public void A_history_that_cannot_be_finished_is_told_with_exit_code_1()
    {
        folder.Write("fragile.yaml", SourceScenarios.Fragile.Replace("pieces > 0", "pieces > 99", StringComparison.Ordinal));

        var search = Explain("fragile.yaml", "--outcome", "broken");
        var number = Regex.Match(search.Error, @"replication (\d+)").Groups[1].Value;
        var chosen = Explain("fragile.yaml", "--outcome", "broken", "-k", number);

        Assert.That(search.ExitCode, Is.EqualTo(1));
        Assert.That(search.Error, Does.Contain("division by zero"));
        Assert.That(chosen, Is.EqualTo(search));
    }

    private static string Written(Explanation explanation, bool isRich = true)
    {
        using var answers = new MemoryStream();
        using var terminal = Terminal.OfStreams(answers, Stream.Null, width: 60, isRich);
        ExplanationText.Write(terminal, explanation, isChosen: true);
        return Encoding.UTF8.GetString(answers.ToArray());
    }

    private CliAnswer Explain(params string[] arguments) => CliProcess.Run(folder.Path, ["explain", .. arguments]);
}
