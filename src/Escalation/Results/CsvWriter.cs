using System.Buffers;
using System.Diagnostics;
using System.Globalization;

namespace Escalation.Results;

/// <summary>Writes a table as RFC 4180 wants it, but with LF: comma, quotes where needed, UTF-8, numbers that read back to the
/// same bits, an empty cell for nothing.</summary>
/// <remarks>Numbers go straight into a byte buffer: no string is made for any of them. The stream stays open; call
/// <see cref="Flush"/> at the end.</remarks>
/// <param name="stream">Where the bytes go.</param>
internal sealed class CsvWriter(Stream stream)
{
    private const int LongestNumber = 32;

    // Beyond it not every whole number is a double, and "R" is the text to print.
    private const double WholeBelow = 1e15;

    private static readonly SearchValues<char> ToQuote = SearchValues.Create(",\"\r\n");

    private readonly byte[] buffer = new byte[1 << 16];
    private int used;
    private bool isInRow;

    /// <summary>Writes a cell of text.</summary>
    internal void Cell(string text)
    {
        StartCell();
        var quoted = text.AsSpan().ContainsAny(ToQuote) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        foreach (var rune in quoted.EnumerateRunes())
        {
            Reserve(4);
            used += rune.EncodeToUtf8(buffer.AsSpan(used));
        }
    }

    /// <summary>Writes a number; NaN, which is nothing, as an empty cell.</summary>
    internal void Cell(double value)
    {
        Debug.Assert(!double.IsInfinity(value), "Nothing is NaN in a table, and no number of a run is infinite.");
        if (value == Math.Truncate(value) && Math.Abs(value) < WholeBelow)
        {
            Cell((long)value);
            return;
        }

        StartCell();
        if (!double.IsNaN(value))
        {
            Reserve(LongestNumber);
            var isWritten = value.TryFormat(buffer.AsSpan(used), out var length, "R", CultureInfo.InvariantCulture);
            Debug.Assert(isWritten, "A double has at most 24 characters.");
            used += length;
        }
    }

    /// <summary>Writes a whole number.</summary>
    internal void Cell(long value)
    {
        StartCell();
        Reserve(LongestNumber);
        var isWritten = value.TryFormat(buffer.AsSpan(used), out var length, default, CultureInfo.InvariantCulture);
        Debug.Assert(isWritten, "A whole number has at most 20 characters.");
        used += length;
    }

    /// <summary>Ends the row.</summary>
    internal void EndRow()
    {
        Reserve(1);
        buffer[used++] = (byte)'\n';
        isInRow = false;
    }

    /// <summary>Hands on what is still in the buffer.</summary>
    internal void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    private void StartCell()
    {
        if (isInRow)
        {
            Reserve(1);
            buffer[used++] = (byte)',';
        }

        isInRow = true;
    }

    private void Reserve(int bytes)
    {
        if (used + bytes > buffer.Length)
        {
            Flush();
        }
    }
}
