using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Escalation.Benchmarks;

/// <summary>The verb that writes random words for batteries of tests such as dieharder, until nobody reads them.</summary>
internal static class StreamRun
{
    // A multiple of 1, 2, 3 and 4, so that a buffer ends where a key ends; 192 KiB.
    private const int Words = 12 * 2_048;
    private const int StandardOutput = 1;
    private const ulong DefaultSeed = 1;

    // What the system calls a reader that went away: EPIPE of Linux and macOS; ERROR_BROKEN_PIPE and ERROR_NO_DATA of Windows.
    private static readonly int[] NobodyReads = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    /// <summary>Writes 64-bit words, each with its least byte first.</summary>
    /// <param name="arguments">The name of an order of <see cref="StreamWords"/>, and a seed if it is not to be 1.</param>
    /// <returns>0 when nobody reads any more, 1 if writing fails otherwise, 2 for arguments that are not understood.</returns>
    public static int Write(string[] arguments)
    {
        var seed = DefaultSeed;
        var start = arguments switch
        {
            [var order] => Find(order),
            [var order, var text]
                when ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed) => Find(order),
            _ => null,
        };
        if (start is null)
        {
            Console.Error.WriteLine($"usage: stream {string.Join('|', StreamWords.Orders.Select(known => known.Name))} [SEED]");
            return 2;
        }

        try
        {
            WriteForEver(start(seed));
            return 0;
        }
        catch (IOException failure)
        {
            if (NobodyReads.Contains(failure.HResult))
            {
                return 0;
            }

            Console.Error.WriteLine($"error: cannot write the words: {failure.Message}");
            return 1;
        }
    }

    private static Func<ulong, Action<Span<ulong>>>? Find(string order) =>
        Array.Find(StreamWords.Orders, known => known.Name == order).Start;

    private static void WriteForEver(Action<Span<ulong>> fill)
    {
        var words = new ulong[Words];

        // Not the stream of Console: that one takes no notice of a reader that went away.
        using var handle = new SafeFileHandle(StandardOutput, ownsHandle: false);
        using var output = new FileStream(handle, FileAccess.Write, bufferSize: 0);
        while (true)
        {
            fill(words);
            output.Write(MemoryMarshal.AsBytes(words.AsSpan()));
        }
    }
}
