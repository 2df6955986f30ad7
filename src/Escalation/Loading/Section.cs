using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>A mapping with known keys: finds them, and reports the others.</summary>
internal sealed class Section
{
    private readonly DiagnosticList list;
    private readonly Dictionary<string, YamlEntry> entries = new(StringComparer.Ordinal);
    private readonly string noun;

    // Known keys that unknown ones were probably meant to be: that they are missing needs no second message.
    private readonly HashSet<string> meant;

    private Section(YamlMapping mapping, DiagnosticList list, string noun, HashSet<string> meant)
    {
        this.list = list;
        this.noun = noun;
        Where = mapping.Where;
        this.meant = meant;
        foreach (var entry in mapping.Entries)
        {
            entries.Add(entry.Key.Value, entry);
        }
    }

    /// <summary>Where the mapping begins.</summary>
    public SourceSpan Where { get; }

    /// <summary>Takes a node as a mapping.</summary>
    /// <param name="node">The node.</param>
    /// <param name="list">Takes what is wrong with it.</param>
    /// <param name="known">What the mapping is, and which keys may stand in it.</param>
    /// <param name="example">How it is written here, for the hint; null: as its description says.</param>
    /// <returns>The section, or null if the node is no mapping.</returns>
    public static Section? Of(YamlNode node, DiagnosticList list, MappingDescription known, string? example = null) =>
        Of(node, list, known.Noun, example ?? known.Example, known.KeyNames);

    /// <summary>Takes a node as a mapping that is none of the language.</summary>
    /// <param name="node">The node.</param>
    /// <param name="list">Takes what is wrong with it.</param>
    /// <param name="noun">What the mapping is: "a reference case".</param>
    /// <param name="example">How it is written, for the hint.</param>
    /// <param name="known">The keys that may stand in it.</param>
    /// <returns>The section, or null if the node is no mapping.</returns>
    public static Section? Of(YamlNode node, DiagnosticList list, string noun, string example, ImmutableArray<string> known)
    {
        if (Mapping(node, list, noun, example) is not { } mapping)
        {
            return null;
        }

        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (!known.Contains(entry.Key.Value))
            {
                list.Error(
                    entry.Key.Where,
                    $"unknown key {Quote.Of(entry.Key.Value)} of {noun}",
                    list.IsFull ? null : UnknownHint(list, entry.Key.Value, known, meant));
            }
        }

        return new Section(mapping, list, noun, meant);
    }

    private static string UnknownHint(DiagnosticList list, string key, ImmutableArray<string> known, HashSet<string> meant)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && known.Contains(key[..colon]))
        {
            meant.Add(key[..colon]);
            return $"a blank follows a ':': write '{key[..colon]}: …'";
        }

        if (Hints.Nearest(key, known) is { } near)
        {
            meant.Add(near);
        }

        return list.Near(key, "Keys here", known);
    }

    /// <summary>Whether a key that is missing was probably meant by one that is unknown, and reported.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True if so.</returns>
    public bool IsMeant(string key) => meant.Contains(key);

    /// <summary>What a section of the file is called in messages: its key, quoted.</summary>
    /// <param name="example">How it is written, its key first.</param>
    /// <returns>The noun.</returns>
    public static string NounOf(string example) => $"'{example[..example.IndexOf(':', StringComparison.Ordinal)]}'";

    /// <summary>Takes a node as a mapping of any keys.</summary>
    /// <param name="node">The node.</param>
    /// <param name="list">Takes what is wrong with it.</param>
    /// <param name="noun">What the mapping is.</param>
    /// <param name="example">How it is written, for the hint.</param>
    /// <returns>The mapping, or null.</returns>
    public static YamlMapping? Mapping(YamlNode node, DiagnosticList list, string noun, string example)
    {
        if (node is YamlMapping mapping)
        {
            return mapping;
        }

        if (!node.IsBroken)
        {
            var lacksBlank = node is YamlScalar { IsPlain: true } text && text.Value.Contains(':', StringComparison.Ordinal);
            var hint = lacksBlank ? $"a blank follows a ':': {example}" : $"write {example}";
            list.Error(node.Where, $"{noun} is a mapping, but {node.Noun} stands here", hint);
        }

        return null;
    }

    /// <summary>Takes a node as a list.</summary>
    /// <param name="node">The node.</param>
    /// <param name="list">Takes what is wrong with it.</param>
    /// <param name="noun">What the list is: "a policy".</param>
    /// <param name="example">How it is written, for the hint.</param>
    /// <returns>The list, or null.</returns>
    public static YamlSequence? Sequence(YamlNode node, DiagnosticList list, string noun, string example)
    {
        if (node is YamlSequence sequence)
        {
            return sequence;
        }

        if (!node.IsBroken)
        {
            list.Error(node.Where, $"{noun} is a list, but {node.Noun} stands here", $"write {example}");
        }

        return null;
    }

    /// <summary>Takes a node as a text that is not empty.</summary>
    /// <param name="node">The node.</param>
    /// <param name="list">Takes what is wrong with it.</param>
    /// <param name="noun">What the text is: "the name of an action".</param>
    /// <returns>The scalar, or null.</returns>
    public static YamlScalar? Scalar(YamlNode node, DiagnosticList list, string noun)
    {
        if (node is YamlScalar { IsBroken: false } scalar && !string.IsNullOrWhiteSpace(scalar.Value))
        {
            return scalar;
        }

        if (!node.IsBroken)
        {
            var found = node is YamlScalar ? "nothing" : node.Noun;
            list.Error(node.Where, $"{noun} is expected here, but {found} stands here");
        }

        return null;
    }

    /// <summary>The value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value, or null if the key is not there.</returns>
    public YamlNode? Find(string key) => entries.TryGetValue(key, out var entry) ? entry.Value : null;

    /// <summary>The place of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Its place; that of the mapping if the key is not there.</returns>
    public SourceSpan KeyWhere(string key) => entries.TryGetValue(key, out var entry) ? entry.Key.Where : Where;

    /// <summary>The value of a key that must be there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hint">How to write it.</param>
    /// <returns>The value, or null if the key is not there, which is reported.</returns>
    public YamlNode? Require(string key, string hint)
    {
        if (entries.TryGetValue(key, out var entry))
        {
            return entry.Value;
        }

        if (!IsMeant(key))
        {
            list.Error(Where, $"'{key}' is missing: {noun} needs it", hint);
        }

        return null;
    }

    /// <summary>The text of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The text; empty if the key is not there.</returns>
    public string Text(string key) =>
        Find(key) is { } node && Scalar(node, list, $"the text of '{key}'") is { } scalar ? scalar.Value.Trim() : "";

    /// <summary>A key that says yes or no.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True if it says yes; false if it says no or is not there.</returns>
    public bool IsTrue(string key)
    {
        switch (Find(key))
        {
            case null or { IsBroken: true } or YamlScalar { Value: "false" }:
                return false;
            case YamlScalar { Value: "true" }:
                return true;
            case var node:
                list.Error(node.Where, $"'{key}' is true or false", $"write '{key}: true', or leave it out");
                return false;
        }
    }

    /// <summary>Which of several keys is there, where one and only one may be.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="what">What they are: "an occasion".</param>
    /// <returns>The key, or null if there is none or several, which is reported.</returns>
    public string? Only(ReadOnlySpan<string> keys, string what)
    {
        string? found = null;
        foreach (var key in keys)
        {
            if (!entries.ContainsKey(key))
            {
                continue;
            }

            if (found is not null)
            {
                list.Error(KeyWhere(key), $"'{found}' and '{key}' stand together: {noun} has one {what}", "keep one of them");
                return null;
            }

            found = key;
        }

        if (found is null && !keys.ToArray().Any(IsMeant))
        {
            list.Error(Where, $"{noun} needs {Article(what)}", $"give one of {string.Join(", ", keys.ToArray())}");
        }

        return found;
    }

    /// <summary>Reports keys that have no meaning beside another.</summary>
    /// <param name="beside">The other key, for the message.</param>
    /// <param name="hint">Why, or what to do.</param>
    /// <param name="keys">The keys.</param>
    public void Refuse(string beside, string hint, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (entries.ContainsKey(key))
            {
                list.Error(KeyWhere(key), $"'{key}' has no meaning beside '{beside}'", hint);
            }
        }
    }

    private static string Article(string noun) => noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? $"an {noun}" : $"a {noun}";
}
