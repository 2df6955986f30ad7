using System.Text;
using Escalation.Cli;
using Escalation.Experiments;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

/// <summary>Small pictures in the answer: true in their proportions, and for terminals alone.</summary>
internal sealed class GlyphTests
{
    [TestCase(0, "")]
    [TestCase(0.001, "▏")]
    [TestCase(0.5, "████")]
    [TestCase(0.5625, "████▌")]
    [TestCase(1, "████████")]
    public void A_bar_is_as_long_as_its_share(double share, string bar) => Assert.That(Glyphs.Bar(share, 8), Is.EqualTo(bar));

    [TestCase(new double[0], "")]
    [TestCase(new[] { 7.0, 7, 7 }, "█")]
    [TestCase(new[] { 0.0, 1, 1, 1, 1, 2, 2, 3 }, "▂█▄▂")]
    [TestCase(new[] { 0.0, 0, 3 }, "█  ▄")]
    public void A_shape_is_as_high_as_its_counts(double[] values, string shape) =>
        Assert.That(Glyphs.Shape(values, 4), Is.EqualTo(shape));

    [Test]
    public void One_far_number_does_not_press_the_others_together()
    {
        double[] values = [.. Enumerable.Range(0, 1_000).Select(place => (double)(place % 10)), 1e9];

        Assert.That(Glyphs.Shape(values, 10).Distinct().Count(), Is.EqualTo(1), "All stretches are equally full.");
    }

    [TestCase(120, true, true)]
    [TestCase(90, true, false)]
    [TestCase(120, false, false)]
    public void Pictures_are_for_wide_terminals(int width, bool isRich, bool hasPictures)
    {
        using var answers = new MemoryStream();
        using (var terminal = Terminal.OfStreams(answers, new MemoryStream(), width, isRich))
        {
            var program = ScenarioProgram.Compile(ScenarioRun.Read(SourceScenarios.Feud), ParameterChoice.AsWritten);
            var result = ReplicationRunner.Run(program, new RunPlan(200, Seed: 1, Threads: 1));
            RunAnswer.Write(terminal, RunSummary.Of(program, result), result.Rows, new string('0', 64));
        }

        var text = Encoding.UTF8.GetString(answers.ToArray());
        Assert.That(text.Contains('█', StringComparison.Ordinal), Is.EqualTo(hasPictures));
        Assert.That(text.Contains("Shape", StringComparison.Ordinal), Is.EqualTo(hasPictures));
    }
}
