using System.Text;
using Escalation.Cli;

namespace Escalation.Tests.Cli;

internal sealed class MessageStreamTests
{
    [Test]
    public void A_message_is_handed_on()
    {
        using var inner = new MemoryStream();
        using var messages = new MessageStream(inner);

        messages.Write("told"u8);
        messages.Flush();

        Assert.That(Encoding.UTF8.GetString(inner.ToArray()), Is.EqualTo("told"));
        Assert.That(messages.HasLost, Is.False);
    }

    [Test]
    public void A_message_that_cannot_be_written_is_lost_and_ends_nothing()
    {
        using var messages = new MessageStream(new FullStream());

        messages.Write("told"u8);
        messages.Flush();

        Assert.That(messages.HasLost, Is.True);
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");
    }
}
