using System.Text;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Reads the bytes of a scenario and makes them text, or says why not.</summary>
internal static class ScenarioFile
{
    /// <summary>Reads a file, a pipe or a device; never more than the limit and one byte.</summary>
    /// <param name="path">The path.</param>
    /// <param name="list">Takes what is wrong with it.</param>
    /// <returns>The text, or null if there is none to read.</returns>
    public static ScenarioText? Read(string path, DiagnosticList list)
    {
        var bytes = ReadBytes(path, list);
        return bytes is null ? null : Decode(path, bytes, list);
    }

    /// <summary>Makes bytes text.</summary>
    /// <param name="path">What to call it.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="list">Takes what is wrong with them.</param>
    /// <returns>The text, or null if they are no UTF-8 text.</returns>
    public static ScenarioText? Decode(string path, byte[] bytes, DiagnosticList list)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            list.Error(SourceSpan.None, "the file is encoded as UTF-16, UTF-8 is expected", "save it as UTF-8 in your editor");
            return null;
        }

        if (Array.IndexOf(bytes, (byte)0) is >= 0 and var zero)
        {
            list.Error(
                SourceSpan.None,
                FormattableString.Invariant($"this is not a text: byte {zero + 1:N0} is a NUL, as in binary files"),
                "give the scenario's YAML file");
            return null;
        }

        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            return new ScenarioText(path, text, bytes);
        }
        catch (DecoderFallbackException fault)
        {
            list.Error(SourceSpan.None, NotUtf8(bytes, fault), "save it as UTF-8 in your editor");
            return null;
        }
    }

    private static byte[]? ReadBytes(string path, DiagnosticList list)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            list.Error(SourceSpan.None, "the name of the scenario file is empty", "name a YAML file");
            return null;
        }

        if (Directory.Exists(path))
        {
            list.Error(SourceSpan.None, "this is a folder, a scenario is a file", "name a YAML file inside it");
            return null;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return ReadBounded(stream, list);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            list.Error(SourceSpan.None, "there is no such file", NearestFile(path));
        }
        catch (UnauthorizedAccessException)
        {
            list.Error(SourceSpan.None, "the file may not be read", "give yourself the right to read it");
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or NotSupportedException)
        {
            list.Error(SourceSpan.None, $"the file cannot be read: {fault.Message.TrimEnd('.')}");
        }

        return null;
    }

    // A pipe or a device has no length and perhaps no end: what counts is how much has come.
    private static byte[]? ReadBounded(FileStream stream, DiagnosticList list)
    {
        var capacity = stream.CanSeek ? (int)Math.Min(stream.Length, ScenarioText.MaximumBytes) + 1 : 64 * 1024;
        var bytes = new byte[capacity];
        var count = 0;
        for (var read = -1; read != 0 && count <= ScenarioText.MaximumBytes; count += read)
        {
            if (count == bytes.Length)
            {
                Array.Resize(ref bytes, Math.Min(2 * bytes.Length, ScenarioText.MaximumBytes + 1));
            }

            read = stream.Read(bytes, count, bytes.Length - count);
        }

        if (count > ScenarioText.MaximumBytes)
        {
            list.Error(
                SourceSpan.None,
                "the file is larger than 4 MiB, the most that a scenario may have",
                "is it the scenario? Tables of data do not belong into it");
            return null;
        }

        return bytes[..count];
    }

    private static string NotUtf8(byte[] bytes, DecoderFallbackException fault)
    {
        var index = Math.Clamp(fault.Index, 0, bytes.Length - 1);
        var line = 1 + bytes.AsSpan(0, index).Count((byte)'\n');
        return FormattableString.Invariant($"the file is not UTF-8: line {line} holds the byte 0x{bytes[index]:X2}");
    }

    private static string? NearestFile(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path));
            if (folder is null || !Directory.Exists(folder))
            {
                return folder is null ? null : $"there is no folder '{folder}' either";
            }

            var files = Directory.EnumerateFiles(folder, "*.y*ml").Take(1000);
            var names = files.Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);
            return Hints.Nearest(Path.GetFileName(path), names) is { } near ? $"did you mean '{near}'?" : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            // The message is complete without a suggestion.
            return null;
        }
    }
}
