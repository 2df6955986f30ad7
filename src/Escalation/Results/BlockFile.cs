using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Escalation.Results;

/// <summary>Rows of one point in a block.</summary>
/// <param name="Point">The name of the point.</param>
/// <param name="First">Number of the first replication.</param>
/// <param name="Values">One row after the other.</param>
internal sealed record BlockEntry(UInt128 Point, long First, double[] Values);

/// <summary>The form of a block: a head, who is in it, the rows column by column and compressed, and a checksum of all that.
/// Numbers are little-endian.</summary>
internal static class BlockFile
{
    private const int HeadLength = 48;
    private const int EntryLength = 32;

    // Enough for the largest batch of the widest table; a damaged head must not ask for more memory than there is.
    private const long MostNumbers = 1L << 28;

    private static ReadOnlySpan<byte> Mark => "escalate rows 1\n"u8;

    /// <summary>Writes a block.</summary>
    /// <param name="experiment">What all points have in common, 16 bytes.</param>
    /// <param name="width">Numbers a row.</param>
    /// <param name="entries">The rows.</param>
    /// <returns>The bytes of the file: the same for the same rows.</returns>
    internal static byte[] Bytes(ReadOnlySpan<byte> experiment, int width, IReadOnlyList<BlockEntry> entries)
    {
        using var file = new MemoryStream();
        file.Write(Mark);
        file.Write(experiment);
        Span<byte> number = stackalloc byte[EntryLength];
        BinaryPrimitives.WriteInt64LittleEndian(number, width);
        BinaryPrimitives.WriteInt64LittleEndian(number[8..], entries.Count);
        file.Write(number[..16]);
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(number, entry.Point);
            BinaryPrimitives.WriteInt64LittleEndian(number[16..], entry.First);
            BinaryPrimitives.WriteInt64LittleEndian(number[24..], entry.Values.Length / width);
            file.Write(number);
        }

        using (var packed = new ZLibStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(MemoryMarshal.AsBytes(ByColumn(width, [.. entries.SelectMany(entry => entry.Values)]).AsSpan()));
        }

        file.Write(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)));
        return file.ToArray();
    }

    /// <summary>Reads a block.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="experiment">What all points of the experiment have in common.</param>
    /// <param name="width">Numbers a row.</param>
    /// <param name="entries">The rows.</param>
    /// <returns>Null, or what is wrong with it.</returns>
    internal static string? Read(
        ReadOnlySpan<byte> file, ReadOnlySpan<byte> experiment, int width, out IReadOnlyList<BlockEntry> entries)
    {
        entries = [];
        if (file.Length < HeadLength + SHA256.HashSizeInBytes || !file.StartsWith(Mark))
        {
            return "is no block of rows";
        }

        var body = file[..^SHA256.HashSizeInBytes];
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(file[^SHA256.HashSizeInBytes..]))
        {
            return "is damaged: its checksum is wrong";
        }

        if (!body[Mark.Length..32].SequenceEqual(experiment) || BinaryPrimitives.ReadInt64LittleEndian(body[32..]) != width)
        {
            return "belongs to another scenario, seed or version";
        }

        var count = BinaryPrimitives.ReadInt64LittleEndian(body[40..]);
        return count < 0 || count > (body.Length - HeadLength) / EntryLength
            ? "is damaged: its head is wrong"
            : Unpack(body, width, (int)count, out entries);
    }

    private static string? Unpack(ReadOnlySpan<byte> body, int width, int count, out IReadOnlyList<BlockEntry> entries)
    {
        entries = [];
        var rows = new long[count];
        var total = 0L;
        for (var index = 0; index < count; index++)
        {
            rows[index] = BinaryPrimitives.ReadInt64LittleEndian(body[(HeadLength + (index * EntryLength) + 24)..]);
            if (rows[index] < 1 || rows[index] > MostNumbers / width || (total += rows[index]) > MostNumbers / width)
            {
                return "is damaged: its head is wrong";
            }
        }

        var columns = new double[total * width];
        try
        {
            using var packed = new ZLibStream(
                new MemoryStream(body[(HeadLength + (count * EntryLength))..].ToArray()), CompressionMode.Decompress);
            packed.ReadExactly(MemoryMarshal.AsBytes(columns.AsSpan()));
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            return "is damaged: its rows cannot be unpacked";
        }

        entries = Cut(body, ByRow(width, columns), width, rows);
        return null;
    }

    private static BlockEntry[] Cut(ReadOnlySpan<byte> body, double[] values, int width, long[] rows)
    {
        var entries = new BlockEntry[rows.Length];
        var start = 0;
        for (var index = 0; index < rows.Length; index++)
        {
            var entry = body[(HeadLength + (index * EntryLength))..];
            var length = (int)rows[index] * width;
            entries[index] = new(
                BinaryPrimitives.ReadUInt128LittleEndian(entry),
                BinaryPrimitives.ReadInt64LittleEndian(entry[16..]),
                values[start..(start + length)]);
            start += length;
        }

        return entries;
    }

    // Numbers of one column are alike, so they pack better one after the other.
    private static double[] ByColumn(int width, double[] rows) => Turned(rows, width, rows.Length / width);

    private static double[] ByRow(int width, double[] columns) => Turned(columns, columns.Length / width, width);

    private static double[] Turned(double[] values, int width, int height)
    {
        var turned = new double[values.Length];
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                turned[(column * height) + row] = values[(row * width) + column];
            }
        }

        return turned;
    }
}
