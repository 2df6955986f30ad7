using Escalation.Cli;

namespace Escalation.Tests.Cli;

internal sealed class ProseTests
{
    [Test]
    public void Lines_are_broken_at_blanks_and_lose_no_word()
    {
        var lines = Prose.Wrap("one two  three extraordinarily four", width: 9).ToList();

        Assert.That(lines, Is.EqualTo(new[] { "one two", "three", "extraordinarily", "four" }));
    }

    [Test]
    public void What_a_terminal_obeys_is_blank() =>
        Assert.That(Prose.Harmless("a\u001b[31mb\u202ec\nd"), Is.EqualTo("a [31mb c d"));

    [TestCase(1, "1 rule")]
    [TestCase(0, "0 rules")]
    [TestCase(12_000, "12,000 rules")]
    public void Counts_know_one_from_many(int count, string text) => Assert.That(Prose.Counted(count, "rule"), Is.EqualTo(text));
}
