namespace Escalation.Cli;

/// <summary>Standard error, for messages. One that cannot be written is lost: there is nowhere left to say so, and a full disk
/// behind it must not end a run, least of all from the thread that shows the progress.</summary>
internal sealed class MessageStream : Stream
{
    private readonly Stream messages;

    /// <summary>Makes one.</summary>
    /// <param name="messages">Where messages go; disposed with this.</param>
    internal MessageStream(Stream messages) => this.messages = messages;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Gets a value indicating whether a message was lost.</summary>
    internal bool HasLost { get; private set; }

    /// <inheritdoc/>
    public override void Flush() => Try(messages.Flush);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Try(() => messages.Write(buffer, offset, count));

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            messages.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            HasLost = true;
        }
    }
}
