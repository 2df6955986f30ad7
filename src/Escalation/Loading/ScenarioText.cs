using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Escalation.Loading;

/// <summary>The text of a scenario file, as it was read.</summary>
public sealed class ScenarioText
{
    /// <summary>The most bytes that a scenario may have: 4 MiB.</summary>
    public const int MaximumBytes = 4 * 1024 * 1024;

    /// <summary>Makes the text of a scenario from memory.</summary>
    /// <param name="path">What to call it in messages.</param>
    /// <param name="text">The text.</param>
    public ScenarioText(string path, string text)
        : this(path, text, Encoding.UTF8.GetBytes(text))
    {
    }

    internal ScenarioText(string path, string text, byte[] bytes)
    {
        Path = path;
        Text = text.StartsWith('\uFEFF') ? text[1..] : text;
        Bytes = bytes;
        Lines = SplitLines(Text);
        Sha256Hex = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>The path, as it was given.</summary>
    public string Path { get; }

    /// <summary>The whole text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>Its lines, without their ends.</summary>
    public ImmutableArray<string> Lines { get; }

    /// <summary>The bytes of the file, as they were.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public string Sha256Hex { get; }

    // The line ends of YAML 1.1, which is how the parser counts lines: an editor that does not know the last three of
    // them shows other numbers, but they do not stand in a file by chance.
    private static ImmutableArray<string> SplitLines(string text)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\u0085' or '\u2028' or '\u2029'))
            {
                continue;
            }

            lines.Add(text[start..i]);
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            start = i + 1;
        }

        lines.Add(text[start..]);
        return lines.ToImmutable();
    }
}
