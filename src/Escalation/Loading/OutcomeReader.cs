using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads outcomes and the series of paths.</summary>
/// <param name="draft">The scenario.</param>
internal sealed class OutcomeReader(Draft draft)
{
    /// <summary>Reads the outcomes.</summary>
    /// <param name="root">The file.</param>
    /// <param name="measures">The measures, by index.</param>
    /// <returns>The outcomes.</returns>
    public ImmutableArray<Outcome> Read(Section root, ImmutableArray<Measure?> measures)
    {
        const string Hint = "say what is judged: 'outcomes: {war: {when: strikes > 10}}'";
        if (root.Require("outcomes", Hint) is YamlMapping { Entries.IsEmpty: true } none)
        {
            draft.List.Error(none.Where, "there is no outcome", $"name at least one: 'war: {ResultMappings.Outcome.Example}'");
        }

        Outcome?[] outcomes = [.. draft.OutcomeEntries.Select(entry => Read(entry, measures))];
        new OutcomeCircles(draft, outcomes, measures).Refuse();
        return [.. outcomes.OfType<Outcome>()];
    }

    /// <summary>Reads which paths are sampled.</summary>
    /// <param name="node">The section; null if there is none.</param>
    /// <returns>The request, or null.</returns>
    public SeriesRequest? ReadSeries(YamlNode? node)
    {
        var example = ResultMappings.Series.Example;
        if (node is null || Section.Of(node, draft.List, ResultMappings.Series) is not { } section)
        {
            return null;
        }

        var scope = new FileScope(draft, Place.Replication);
        var every = Formulas.Read(draft, section.Require("every", example), scope, Quantity.Duration, "an interval");
        if (every?.Root is ConstantNode { Value: <= 0 })
        {
            draft.List.Error(every.Where, "samples are taken at intervals above 0", example);
        }
        else if (every is not null)
        {
            draft.SignChecks.Add(new SignCheck(every, "an interval", []));
        }

        var columns = ImmutableArray.CreateBuilder<SeriesColumn>();
        var labels = new HashSet<string>(StringComparer.Ordinal);
        if (section.Require("of", example) is { } of && Section.Sequence(of, draft.List, "'of'", example) is { } list)
        {
            foreach (var item in list.Items)
            {
                if (Formulas.Read(draft, item, new FileScope(draft, Place.Truth), expected: null, "a path") is not { } path)
                {
                    continue;
                }

                if (!labels.Add(path.Text))
                {
                    draft.List.Error(path.Where, $"{Quote.Of(path.Text)} stands here twice", "remove one of them");
                }

                columns.Add(new SeriesColumn(path.Text, path));
            }
        }

        return every is null ? null : new SeriesRequest(every, columns.ToImmutable());
    }

    private Outcome? Read(YamlEntry entry, ImmutableArray<Measure?> measures)
    {
        if (Section.Of(entry.Value, draft.List, ResultMappings.Outcome) is not { } section
            || section.Only(ResultMappings.Outcome.Choices.AsSpan(), "truth") is not { } key)
        {
            return null;
        }

        var scope = new FileScope(draft, Place.Truth);
        var truth = Formulas.Read(draft, section.Find(key), scope, Quantity.Truth, "a truth");
        var progress = Formulas.Read(draft, section.Find("progress"), scope, expected: null, "the progress of an outcome");
        var isAtEnd = key == "at_end";
        if (isAtEnd && section.Find("ends") is { } ends)
        {
            draft.List.Error(
                ends.Where,
                "'ends' has no meaning beside 'at_end': the replication is over then",
                "remove 'ends', or write 'when'");
        }

        var window = truth is null ? -1 : FirstWindow(truth, measures);
        if (isAtEnd && window >= 0)
        {
            draft.List.Warn(
                truth!.Where,
                $"'at_end' reads '{draft.Measures.Names[window]}', which sees only its last window before the end",
                "write 'when' if it counts at any time, or leave 'within' out of the measure");
        }

        return truth is null
            ? null
            : new Outcome
            {
                Name = entry.Key.Value,
                About = section.Text("about"),
                When = isAtEnd ? null : truth,
                AtEnd = isAtEnd ? truth : null,
                Ends = !isAtEnd && section.IsTrue("ends"),
                Progress = progress,
                ReadsWindow = window >= 0,
            };
    }

    // Measures may read measures: the walk follows them, each once.
    private static int FirstWindow(Formula truth, ImmutableArray<Measure?> measures)
    {
        var seen = new HashSet<int>();
        var open = new Stack<Formula>([truth]);
        while (open.TryPop(out var formula))
        {
            foreach (var variable in Walk.Variables(formula.Root))
            {
                if (variable.Kind != VariableKind.Measure || !seen.Add(variable.Index)
                    || measures[variable.Index] is not { } measure)
                {
                    continue;
                }

                if (measure.Within is not null)
                {
                    return variable.Index;
                }

                if (measure.Value is { } value)
                {
                    open.Push(value);
                }
            }
        }

        return -1;
    }
}
