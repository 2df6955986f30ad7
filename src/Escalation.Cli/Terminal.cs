using System.Text;

namespace Escalation.Cli;

/// <summary>Where answers (standard output) and messages (standard error) go, and what they can show.</summary>
/// <remarks>UTF-8 and LF on every machine. Colour and boxes only where a person looks: not into a pipe or file, not with NO_COLOR
/// (no-color.org), TERM=dumb or --no-color.</remarks>
internal sealed class Terminal : IDisposable
{
    private const int LeastWidth = 60;
    private const int WidthOfPipe = 120;

    private readonly Stream answers;

    private Terminal(Stream answers, Stream messages)
    {
        this.answers = answers;
        Out = Writer(answers);
        Error = Writer(messages);
    }

    /// <summary>Answers.</summary>
    internal TextWriter Out { get; }

    /// <summary>Messages.</summary>
    internal TextWriter Error { get; }

    /// <summary>True if answers may have colour and boxes.</summary>
    internal bool IsRich { get; init; }

    /// <summary>True if messages go to a terminal on which a line can be written over.</summary>
    internal bool IsLive { get; init; }

    /// <summary>Columns of the answers, at least 60.</summary>
    internal int Width { get; init; }

    /// <summary>Columns of the messages, at least 60.</summary>
    internal int MessageWidth { get; init; }

    /// <summary>True if answers go to a terminal, so that prose is broken into lines.</summary>
    internal bool IsTerminal { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
        answers.Dispose();
    }

    /// <summary>The streams of this process.</summary>
    /// <param name="isPlain">True: no colour, no boxes, whatever the terminal can do.</param>
    /// <returns>The terminal.</returns>
    internal static Terminal OfProcess(bool isPlain)
    {
        var isSimple = isPlain
            || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") is "dumb";
        return new(Console.OpenStandardOutput(), new MessageStream(Console.OpenStandardError()))
        {
            IsRich = !Console.IsOutputRedirected && !isSimple,
            IsTerminal = !Console.IsOutputRedirected,
            IsLive = !Console.IsErrorRedirected && !isSimple,
            MessageWidth = Math.Max(LeastWidth, Console.IsErrorRedirected ? WidthOfPipe : Console.WindowWidth),
            Width = Console.IsOutputRedirected ? WidthOfPipe : Math.Max(LeastWidth, Console.WindowWidth),
        };
    }

    /// <summary>Streams in memory, as tests need them.</summary>
    /// <param name="answers">Takes the answers.</param>
    /// <param name="messages">Takes the messages.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isRich">True: colour and boxes.</param>
    /// <returns>The terminal.</returns>
    internal static Terminal OfStreams(Stream answers, Stream messages, int width, bool isRich) =>
        new(answers, messages) { IsRich = isRich, IsTerminal = true, Width = width, MessageWidth = width };

    /// <summary>Writes an answer of bytes, such as a table or JSON.</summary>
    /// <param name="write">Writes it.</param>
    internal void WriteBytes(Action<Stream> write)
    {
        Out.Flush();
        write(answers);
        answers.Flush();
    }

    /// <summary>Writes a paragraph of an answer, broken into lines where a person looks and on one line elsewhere.</summary>
    /// <param name="text">The text, on one line.</param>
    internal void WriteParagraph(string text)
    {
        foreach (var line in IsTerminal ? Prose.Wrap(text, Width) : [text])
        {
            Out.WriteLine(line);
        }
    }

    /// <summary>Says what went wrong, on one line.</summary>
    /// <param name="message">What, where and how to mend it.</param>
    internal void Fail(string message) => Error.WriteLine($"escalate: error: {Prose.Harmless(message)}");

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
}
