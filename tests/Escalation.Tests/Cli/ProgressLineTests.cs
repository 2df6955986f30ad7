using Escalation.Cli;

namespace Escalation.Tests.Cli;

internal sealed class ProgressLineTests
{
    [Test]
    public void Progress_tells_share_rate_time_left_and_the_present_interval() => Assert.That(
        ProgressLine.Text(done: 4_200, hits: 160, total: 10_000, TimeSpan.FromSeconds(2), "spiral"),
        Is.EqualTo("━━━━━━━━────────────  42 %  4,200 of 10,000  2,100/s  0:03 left  spiral 3.8 % (2.8–5.1 %)"));

    [Test]
    public void Progress_before_the_first_history_promises_nothing() => Assert.That(
        ProgressLine.Text(done: 0, hits: 0, total: 10_000, TimeSpan.Zero, "spiral"),
        Is.EqualTo("────────────────────   0 %  0 of 10,000  0/s"));
}
