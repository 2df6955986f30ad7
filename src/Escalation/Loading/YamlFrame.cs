using System.Collections.Immutable;
using Escalation.Language;
using YamlDotNet.Core;

namespace Escalation.Loading;

/// <summary>A mapping or list that is being read.</summary>
/// <param name="isMapping">Whether it is a mapping.</param>
/// <param name="isFlow">Whether it stands in brackets.</param>
/// <param name="start">Where it begins.</param>
internal sealed class YamlFrame(bool isMapping, bool isFlow, Mark start)
{
    private readonly ImmutableArray<YamlNode>.Builder items = ImmutableArray.CreateBuilder<YamlNode>();
    private readonly ImmutableArray<YamlEntry>.Builder entries = ImmutableArray.CreateBuilder<YamlEntry>();
    private readonly Dictionary<string, SourceSpan> keys = new(StringComparer.Ordinal);

    // An expression that was cut at its comma: how many of its brackets are still open.
    private int openRound;

    /// <summary>Whether it is a mapping.</summary>
    public bool IsMapping => isMapping;

    /// <summary>Whether it stands in brackets.</summary>
    public bool IsFlow => isFlow;

    /// <summary>Where it begins.</summary>
    public Mark Start => start;

    /// <summary>The key whose value comes next.</summary>
    public YamlScalar? PendingKey { get; private set; }

    /// <summary>Takes the next key, value or item.</summary>
    /// <param name="node">The node.</param>
    /// <param name="list">Takes what is wrong with it.</param>
    public void Add(YamlNode node, DiagnosticList list)
    {
        if (!IsMapping)
        {
            AddItem(node, list);
        }
        else if (PendingKey is null)
        {
            PendingKey = ToKey(node, list);
        }
        else
        {
            AddEntry(PendingKey, node, list);
            PendingKey = null;
        }
    }

    /// <summary>The finished node.</summary>
    /// <param name="source">The text of the file.</param>
    /// <returns>The node.</returns>
    public YamlNode ToNode(ScenarioText source)
    {
        var where = Spans.Between(source, Start, Start);
        if (!IsMapping)
        {
            return new YamlSequence(items.ToImmutable(), where);
        }

        return new YamlMapping(entries.ToImmutable(), !IsFlow && entries is [var first, ..] ? first.Key.Where : where);
    }

    private static YamlScalar ToKey(YamlNode node, DiagnosticList list)
    {
        if (node is YamlScalar key)
        {
            return key;
        }

        list.Error(node.Where, $"{node.Noun} stands where a key is expected", "a key is a name or a title: 'key: value'");
        return new YamlScalar("", IsPlain: true, 0, 0, node.Where) { IsBroken = true };
    }

    private void AddItem(YamlNode node, DiagnosticList list)
    {
        if (IsFlow && node is YamlScalar { IsPlain: true } part && TakesPart(part, item: null, list))
        {
            return;
        }

        items.Add(node);
    }

    private void AddEntry(YamlScalar key, YamlNode value, DiagnosticList list)
    {
        if (key.IsBroken)
        {
            return;
        }

        if (IsFlow && openRound > 0 && TakesPart(key, item: null, list))
        {
            return;
        }

        if (!keys.TryAdd(key.Value, key.Where))
        {
            list.Error(
                key.Where,
                FormattableString.Invariant($"{Quote.Of(key.Value)} stands here twice; first in line {keys[key.Value].Line}"),
                "remove one of them, or rename it");
            return;
        }

        if (IsFlow && value is YamlScalar { IsPlain: true } text && TakesPart(text, key.Value, list))
        {
            value = text with { IsBroken = true };
        }

        entries.Add(new YamlEntry(key, value));
    }

    // {after: lognormal(median=1 d, spread=2)} is, for YAML, two entries. The first part opens a bracket that it does not
    // close: it is reported, and the parts up to the closing one are passed over. True: the node was such a part.
    private bool TakesPart(YamlScalar part, string? item, DiagnosticList list)
    {
        var balance = part.Value.AsSpan().Count('(') - part.Value.AsSpan().Count(')');
        if (openRound > 0)
        {
            openRound = Math.Max(0, openRound + balance);
            return true;
        }

        if (balance <= 0)
        {
            return false;
        }

        openRound = balance;
        var start = item is null ? "\"" : $"{item}: \"";
        list.Error(
            part.Where,
            "an expression with a comma needs quotes inside { } and [ ], where a comma ends the value",
            $"write {start}{Quote.Short(part.Value)}, …\"");
        if (item is null)
        {
            items.Add(part with { IsBroken = true });
        }

        return true;
    }
}
