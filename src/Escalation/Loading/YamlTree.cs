using Escalation.Language;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Escalation.Loading;

/// <summary>Builds the tree of a YAML file from the events of the parser.</summary>
/// <remarks>A loop with a stack of its own, not a recursion: a file of nothing but brackets must not end the process. The
/// parser is read lazily, so that it never goes deeper than the limit either.</remarks>
internal sealed class YamlTree
{
    /// <summary>How deep mappings and lists may be nested.</summary>
    public const int MaximumDepth = 64;

    private readonly ScenarioText source;
    private readonly DiagnosticList list;
    private readonly Stack<YamlFrame> open = new();
    private YamlNode? root;
    private Mark last = Mark.Empty;

    // What the parser stumbles over behind a tab or an alias mostly follows from it: one message is enough.
    private bool hasTab;
    private long lineOfAlias;

    private YamlTree(ScenarioText source, DiagnosticList list)
    {
        this.source = source;
        this.list = list;
    }

    /// <summary>Reads a YAML text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="list">Takes what is wrong with it.</param>
    /// <returns>The root; null if the text has none, is not YAML, or is nested too deep.</returns>
    public static YamlNode? Read(ScenarioText source, DiagnosticList list) => new YamlTree(source, list).Read();

    private YamlNode? Read()
    {
        try
        {
            using var reader = new StringReader(source.Text);
            var parser = new Parser(reader);
            var goesOn = true;
            while (goesOn && parser.MoveNext())
            {
                goesOn = Take(parser.Current!);
                last = parser.Current!.End;
            }

            return goesOn ? root : null;
        }
        catch (YamlException fault)
        {
            if (!hasTab && fault.Start.Line != lineOfAlias)
            {
                YamlTrouble.Explain(source, list, new YamlFault(fault.Message, fault.Start, last, InnermostFlow()));
            }
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser throws these instead of its own on some broken texts, such as an unclosed bracket.
            YamlTrouble.Explain(source, list, new YamlFault(null, last, last, InnermostFlow()));
        }

        return null;
    }

    private YamlFrame? InnermostFlow() => open.TryPeek(out var frame) && frame.IsFlow ? frame : null;

    // False: this is so wrong that there is no use in going on.
    private bool Take(ParsingEvent happening)
    {
        if (happening is NodeEvent)
        {
            RefuseTab(happening.Start);
        }

        switch (happening)
        {
            case MappingStart start:
                return Open(start, new YamlFrame(isMapping: true, start.Style == MappingStyle.Flow, start.Start));
            case SequenceStart start:
                return Open(start, new YamlFrame(isMapping: false, start.Style == SequenceStyle.Flow, start.Start));
            case MappingEnd or SequenceEnd:
                Add(open.Pop().ToNode(source));
                return true;
            case Scalar scalar:
                RefuseProperties(scalar);
                RefuseSwallowedItem(scalar);
                Add(ToNode(scalar));
                return true;
            case AnchorAlias alias:
                lineOfAlias = alias.Start.Line;
                var span = Spans.Between(source, alias.Start, alias.End);
                list.Error(
                    span,
                    $"{Quote.Of("*" + alias.Value)} is an alias, which scenarios do not have",
                    "write the value itself; an expression that begins with '*' lacks its left side");
                Add(new YamlScalar("", IsPlain: true, 0, 0, span) { IsBroken = true });
                return true;
            case DocumentStart when root is not null:
                list.Error(
                    Spans.Between(source, happening.Start, happening.End),
                    "a second document begins here, a scenario is one",
                    "remove the '---' or '...' before it, or split the file");
                return false;
            default:
                return true;
        }
    }

    private bool Open(NodeEvent start, YamlFrame frame)
    {
        RefuseProperties(start);
        if (open.Count == MaximumDepth)
        {
            list.Error(
                Spans.Between(source, start.Start, start.End),
                "this is nested deeper than 64 levels",
                "a scenario needs about ten: look for brackets or dashes that were typed too often");
            return false;
        }

        open.Push(frame);
        return true;
    }

    // The parser takes a tab after blanks for a blank; what it then thinks of the indentation is not what the eye sees.
    private void RefuseTab(Mark start)
    {
        if (InnermostFlow() is null && start.Line >= 1 && start.Line <= source.Lines.Length)
        {
            var before = source.Lines[(int)start.Line - 1].AsSpan(
                0, (int)Math.Min(start.Column - 1, source.Lines[(int)start.Line - 1].Length));
            if (before.IsWhiteSpace() && before.Contains('\t'))
            {
                YamlTrouble.RefuseTab(source, list, (int)start.Line);
                hasTab = true;
            }
        }
    }

    private void RefuseProperties(NodeEvent node)
    {
        var span = Spans.Between(source, node.Start, node.End);
        if (!node.Anchor.IsEmpty)
        {
            list.Error(
                span,
                $"{Quote.Of("&" + node.Anchor.Value)} is an anchor, which scenarios do not have",
                "remove it; text that begins with '&' goes into quotes");
        }

        if (!node.Tag.IsEmpty)
        {
            list.Error(
                span,
                $"{Quote.Of(AsWritten(node.Tag.Value))} is a tag, which scenarios do not have",
                "remove it: the place of a value says what it is; text that begins with '!' goes into quotes");
        }
    }

    // The parser has put the long form of '!!' in its place.
    private static string AsWritten(string tag)
    {
        const string LongForm = "tag:yaml.org,2002:";
        return tag.StartsWith(LongForm, StringComparison.Ordinal) ? "!!" + tag[LongForm.Length..] : tag;
    }

    // A list item that is indented deeper than the one above is, for YAML, the next line of that one's text.
    private void RefuseSwallowedItem(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain || scalar.End.Line == scalar.Start.Line)
        {
            return;
        }

        for (var line = scalar.Start.Line + 1; line <= Math.Min(scalar.End.Line, source.Lines.Length); line++)
        {
            var text = source.Lines[(int)line - 1];
            var indent = text.Length - text.TrimStart(' ').Length;
            if (text.AsSpan(indent).StartsWith("- "))
            {
                list.Error(
                    new SourceSpan((int)line, indent + 1, text.Length - indent),
                    "this line is read as part of the text above it",
                    "items of one list stand in one column; a '-' that is meant as a minus goes to the end of the line above");
                return;
            }
        }
    }

    private YamlScalar ToNode(Scalar scalar)
    {
        var isPlain = scalar.Style == ScalarStyle.Plain;
        var (start, end) = (scalar.Start, scalar.End);
        if (isPlain && scalar.Value.Length == 0 && open.TryPeek(out var frame) && frame.PendingKey is { } key)
        {
            // Nothing stands there: the key is the better place to point at.
            return new YamlScalar("", IsPlain: true, key.Start, key.End, key.Where);
        }

        return new YamlScalar(scalar.Value, isPlain, (int)start.Index, (int)end.Index, Spans.Between(source, start, end));
    }

    private void Add(YamlNode node)
    {
        if (!open.TryPeek(out var frame))
        {
            root ??= node;
            return;
        }

        frame.Add(node, list);
    }
}
