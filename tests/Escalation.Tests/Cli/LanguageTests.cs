using Escalation.Loading;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

[Parallelizable(ParallelScope.Self)]
internal sealed class LanguageTests
{
    [Test]
    public void Without_a_topic_the_whole_page_is_printed()
    {
        var answer = CliProcess.Run(Path.GetTempPath(), "language");

        Assert.That(answer, Is.EqualTo(new CliAnswer(0, LanguagePage.Text(), "")));
    }

    [Test]
    public void A_topic_is_printed_alone()
    {
        var answer = CliProcess.Run(Path.GetTempPath(), "language", "rules");

        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(answer.Out, Does.StartWith("## Rules\n").And.Not.Contain("\n## "));
    }

    [TestCase("rulse", "did you mean 'rules'?")]
    [TestCase("weather", "--help")]
    public void An_unknown_topic_is_told_with_all_topics_and_the_nearest(string topic, string hint)
    {
        var answer = CliProcess.Run(Path.GetTempPath(), "language", topic);

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Out, Is.Empty);
        Assert.That(answer.Error, Does.Contain($"there is no topic '{topic}'; topics: overview, file, ").And.Contain(hint));
    }
}
