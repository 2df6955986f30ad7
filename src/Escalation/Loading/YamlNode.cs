using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>A node of a YAML file with its place.</summary>
/// <param name="Where">Where it begins; its length ends with the line.</param>
internal abstract record YamlNode(SourceSpan Where)
{
    /// <summary>Whether it was refused already, so that nothing more is to be said about it.</summary>
    public bool IsBroken { get; init; }

    /// <summary>What it is, for messages: "a text", "a list", "a mapping".</summary>
    public abstract string Noun { get; }
}

/// <summary>A text; its place in the file says what it means.</summary>
/// <param name="Value">The text, quotes and escapes undone.</param>
/// <param name="IsPlain">Whether it stands without quotes, on the line.</param>
/// <param name="Start">Index of its first character in the text of the file, its quote included.</param>
/// <param name="End">Index after its last character.</param>
/// <param name="Where">Where it begins.</param>
internal sealed record YamlScalar(string Value, bool IsPlain, int Start, int End, SourceSpan Where) : YamlNode(Where)
{
    /// <inheritdoc/>
    public override string Noun => IsEmpty ? "nothing" : IsPlain && Value is "~" or "null" ? $"'{Value}'" : "a text";

    /// <summary>Whether nothing stands where a value is expected.</summary>
    public bool IsEmpty => IsPlain && Value.Length == 0;
}

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Where">Where it begins.</param>
internal sealed record YamlSequence(ImmutableArray<YamlNode> Items, SourceSpan Where) : YamlNode(Where)
{
    /// <inheritdoc/>
    public override string Noun => "a list";
}

/// <summary>A mapping of keys to values; every key stands once.</summary>
/// <param name="Entries">Its entries, in the order of the file.</param>
/// <param name="Where">Where it begins: its bracket, or its first key.</param>
internal sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, SourceSpan Where) : YamlNode(Where)
{
    /// <inheritdoc/>
    public override string Noun => "a mapping";
}

/// <summary>One entry of a mapping.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value; an empty scalar where none is written.</param>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
