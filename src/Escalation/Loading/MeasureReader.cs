using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads measures. They are read when an expression first asks for the type of one, so that they may read each other
/// in any order.</summary>
internal sealed class MeasureReader
{
    private readonly Draft draft;
    private readonly Measure?[] measures;
    private readonly bool[] isDone;
    private readonly List<int> underWay = [];

    /// <summary>Makes the reader and tells the scenario to ask it for types.</summary>
    /// <param name="draft">The scenario.</param>
    public MeasureReader(Draft draft)
    {
        this.draft = draft;
        measures = new Measure?[draft.MeasureEntries.Count];
        isDone = new bool[measures.Length];
        Patterns = new ImmutableArray<PlacedPattern>[measures.Length];
        draft.MeasureQuantity = Quantity;
    }

    /// <summary>Patterns of each measure, with their places.</summary>
    public ImmutableArray<PlacedPattern>[] Patterns { get; }

    /// <summary>Reads all of them.</summary>
    /// <returns>The measures, by index; null where one is broken.</returns>
    public ImmutableArray<Measure?> Read()
    {
        for (var i = 0; i < measures.Length; i++)
        {
            Read(i);
        }

        return [.. measures];
    }

    private Quantity? Quantity(int index)
    {
        // The deepest chain is bounded: each link is a frame of this walk, and a file could hold a hundred thousand.
        if (underWay.Contains(index) || underWay.Count > 200)
        {
            var circle = underWay.SkipWhile(other => other != index).Append(index).Take(12)
                .Select(other => draft.Measures.Names[other]);
            draft.List.Error(
                draft.MeasureEntries[index].Key.Where,
                underWay.Contains(index) ? $"measure '{draft.Measures.Names[index]}' reads itself: {string.Join(" → ", circle)}"
                    : "measures read each other in a chain of more than 200",
                "a measure may read others, but not in a circle");
            return null;
        }

        Read(index);
        return measures[index]?.Quantity;
    }

    private void Read(int index)
    {
        if (isDone[index])
        {
            return;
        }

        underWay.Add(index);
        measures[index] = ReadOne(draft.MeasureEntries[index], index);
        underWay.RemoveAt(underWay.Count - 1);
        isDone[index] = true;
    }

    private Measure? ReadOne(YamlEntry entry, int index)
    {
        Patterns[index] = [];
        if (Section.Of(entry.Value, draft.List, ResultMappings.Measure) is not { } section
            || section.Only(ResultMappings.Measure.Choices.AsSpan(), "kind") is not { } key)
        {
            return null;
        }

        var time = new FileScope(draft, Place.Replication);
        var isEvents = key is "count" or "first" or "last" or "nth" or "sum" || (key is "max" or "min"
            && section.Find("of") is not null);
        var measure = isEvents ? ReadEvents(section, key, index)
            : key == "dropped" ? new DroppedReader(draft).Read(section, entry.Key.Value)
            : ReadOverTime(section, key, entry.Key.Value);
        var times = new TimeReader(draft);
        var from = times.Read(section.Find("from"));
        var until = times.Read(section.Find("until"));
        var within = Formulas.Read(draft, section.Find("within"), time, Language.Quantity.Duration, "a window");
        var at = times.Read(section.Find("at"));
        if (within is not null)
        {
            draft.SignChecks.Add(new SignCheck(within, "a window", []));
        }

        RefuseFilters(section, key, isEvents);
        return measure is null
            ? null
            : measure with { About = section.Text("about"), From = from, Until = until, Within = within, At = at };
    }

    private static void RefuseFilters(Section section, string key, bool isEvents)
    {
        if (!isEvents)
        {
            var hint = key == "mean" ? "a mean is over time; for events divide a 'sum' by a 'count' in a 'level'"
                : "it chooses events, and this measure has none";
            section.Refuse(key, hint, "if", "of");
        }

        if (key is "first" or "last" or "nth")
        {
            section.Refuse(key, "a time is one point: use 'from' and 'until'", "within");
        }

        if (key is "count" or "first" or "last")
        {
            section.Refuse(key, $"write the patterns at '{key}' itself", "of");
        }

        if (key == "level")
        {
            section.Refuse(
                key, "a level is what holds now: use 'max', 'min' or 'mean' for a stretch of time", "from", "until", "within");
        }

        if (key != "dropped")
        {
            section.Refuse(key, "it belongs to 'dropped'", "because");
        }
    }

    private Measure? ReadEvents(Section section, string key, int index)
    {
        var isNth = key == "nth";
        var ofNode = key is "count" or "first" or "last" ? section.Find(key)
            : section.Require("of", $"say of which events: '{key}: …, of: attack against us'");
        if (new PatternReader(draft, hasOwner: false).Read(ofNode) is not { } patterns)
        {
            return null;
        }

        Patterns[index] = patterns;
        var isActs = patterns.All(placed => placed.Pattern is ActPattern);
        var scope = new FileScope(draft, isActs ? Place.EventMeasure : Place.Truth);
        var value = key is "sum" or "max" or "min" ? ReadValue(section.Find(key)!, scope) : null;
        var condition = Formulas.Read(draft, section.Find("if"), scope, Language.Quantity.Truth, "a truth");
        var ordinal = isNth ? Formulas.Whole(draft, section.Find("nth"), "'nth'", least: 1) : 1;
        if (key is "sum" or "max" or "min" && value is null)
        {
            return null;
        }

        var read = new[] { value, condition }.OfType<Formula>().SelectMany(formula => Walk.Variables(formula.Root)).ToList();
        var kind = Kind(key, isEvents: true);
        return new Measure
        {
            Name = draft.Measures.Names[index],
            Kind = kind,
            Quantity = key is "first" or "last" or "nth"
                ? Language.Quantity.Duration : value?.Root.Quantity ?? Language.Quantity.Number,
            Of = [.. patterns.Select(placed => placed.Pattern)],
            Value = value,
            If = condition,
            Ordinal = (int)Math.Min(ordinal ?? 1, int.MaxValue),
            NeededFields = [.. read.Where(v => v.Kind == VariableKind.EventField).Select(v => v.Index).Distinct().Order()],
            NeedsRung = read.Exists(v => v.Kind == VariableKind.EventRung),
        };
    }

    // A bare name is a field first: 'sum: deaths'.
    private Formula? ReadValue(YamlNode node, FileScope scope)
    {
        if (node is YamlScalar { IsBroken: false } scalar && scope.HasEvent)
        {
            var name = scalar.Value.Trim();
            var field = draft.Fields.Find(name);
            if (field >= 0 || name == "rung")
            {
                var variable = name == "rung" ? new Variable(VariableKind.EventRung) : new Variable(
                    VariableKind.EventField, field);
                return new Formula(new VariableNode(variable, Language.Quantity.Number), name, scalar.Where);
            }
        }

        return AsNumber(Formulas.Read(draft, node, scope, expected: null, "the value of an event"));
    }

    private Measure? ReadOverTime(Section section, string key, string name)
    {
        var expected = key == "time" ? Language.Quantity.Truth : (Quantity?)null;
        var value = Formulas.Read(
            draft, section.Find(key), new FileScope(draft, Place.Truth), expected, key == "time"
                ? "a truth" : "the value of a measure");
        value = key == "time" ? value : AsNumber(value);
        return value is null
            ? null
            : new Measure
            {
                Name = name,
                Kind = Kind(key, isEvents: false),
                Quantity = key == "time" ? Language.Quantity.Duration : value.Root.Quantity,
                Value = value,
            };
    }

    // A truth that is measured counts 1 or 0.
    private static Formula? AsNumber(Formula? value) => value is { Root.Quantity: Language.Quantity.Truth }
        ? value with
        {
            Root = new CallNode(
                Function.If,
                [value.Root, new ConstantNode(1, Language.Quantity.Number), new ConstantNode(0, Language.Quantity.Number)],
                Language.Quantity.Number),
        }
        : value;

    private static MeasureKind Kind(string key, bool isEvents) => key switch
    {
        "count" => MeasureKind.Count,
        "sum" => MeasureKind.Sum,
        "max" => isEvents ? MeasureKind.Maximum : MeasureKind.MaximumOverTime,
        "min" => isEvents ? MeasureKind.Minimum : MeasureKind.MinimumOverTime,
        "mean" => MeasureKind.MeanOverTime,
        "first" => MeasureKind.First,
        "last" => MeasureKind.Last,
        "nth" => MeasureKind.Nth,
        "time" => MeasureKind.Time,
        _ => MeasureKind.Level,
    };
}
