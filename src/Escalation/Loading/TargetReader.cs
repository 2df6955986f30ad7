using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads what calibration fits.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="measures">The measures, by index; null where one is broken.</param>
internal sealed class TargetReader(Draft draft, ImmutableArray<Measure?> measures)
{
    /// <summary>Reads the targets.</summary>
    /// <param name="node">The section; null if there is none.</param>
    /// <returns>The targets.</returns>
    public ImmutableArray<Target> Read(YamlNode? node)
    {
        const string Example = "targets: {title: {of: attacks, at: 14 d, observed: 23}}";
        if (node is null || Section.Mapping(node, draft.List, "'targets'", Example) is not { } mapping)
        {
            return [];
        }

        var entries = mapping.Entries.Where(entry => Words.CheckTitle(entry.Key, draft.List, "a target"));
        return [.. entries.SelectMany(entry => ReadTarget(entry))];
    }

    private ImmutableArray<Target> ReadTarget(YamlEntry entry)
    {
        if (Section.Of(entry.Value, draft.List, ResultMappings.Target) is not { } section)
        {
            return [];
        }

        var example = ResultMappings.Target.Example;
        var of = section.Require("of", example) is { } node ? Section.Scalar(node, draft.List, "the name of a measure") : null;
        if (of is not null)
        {
            CheckOf(of);
        }

        var choice = section.Only(ResultMappings.Target.Choices.AsSpan(), "observation");
        return of is null || choice is null ? []
            : choice == "csv" ? ReadTable(entry, section, of)
            : ReadSingle(entry, section, of) is { } target ? [target] : [];
    }

    private Target? ReadSingle(YamlEntry entry, Section section, YamlScalar of)
    {
        section.Refuse("observed", "they belong to a table: write 'csv' for it", "column", "every");
        var observed = Formulas.Constant(draft, section.Find("observed"), null, "an observed value");
        var at = new TimeReader(draft).Read(section.Find("at"));
        if (at is not null && at.Root is not ConstantNode)
        {
            draft.List.Error(at.Where, "the time of an observation is a fixed one", "write a duration '14 d' or a date");
        }

        var noise = new NoiseReader(draft).Read(section.Find("noise"), observed);
        if (observed is null)
        {
            return null;
        }

        CheckCount(of.Value.Trim(), observed, noise, section);
        return Of(
            of,
            new Target(
                entry.Key.Value,
                of.Value.Trim(),
                (at?.Root as ConstantNode)?.Value,
                observed.Value,
                noise,
                section.Text("source"),
                entry.Key.Where));
    }

    private ImmutableArray<Target> ReadTable(YamlEntry entry, Section section, YamlScalar of)
    {
        section.Refuse("csv", "the rows of the table have their times", "at");
        var measure = draft.Measures.Find(of.Value.Trim());
        if (measure < 0 || measures[measure] is { Kind: not (MeasureKind.Count or MeasureKind.Sum or MeasureKind.Dropped) }
            or { Within: not null } or { At: not null })
        {
            draft.List.Error(
                of.Where,
                $"a table of counts is about a measure that counts on, and {Quote.Of(of.Value.Trim())} is none",
                "name a measure with 'count', 'sum' or 'dropped', without 'within' and 'at'");
            return [];
        }

        var name = Section.Scalar(section.Find("csv")!, draft.List, "the name of a file");
        var every = Formulas.Constant(draft, section.Find("every"), Quantity.Duration, "the length of a step");
        if (every is { Value: <= 0 })
        {
            draft.List.Error(section.Find("every")!.Where, "the length of a step is above 0", "write '7 d'");
            return [];
        }

        var noise = new NoiseReader(draft).Read(section.Find("noise"), observed: null);
        if (name is null || draft.Beside.Find(draft, name) is not { } file)
        {
            return [];
        }

        var counts = new CountTableReader(draft, file).Read(section.Text("column"), every?.Value, noise.IsCount);
        var since = 0.0;
        var targets = ImmutableArray.CreateBuilder<Target>();
        foreach (var count in counts)
        {
            targets.Add(Of(
                of,
                new(
                    $"{entry.Key.Value}: {count.Name}",
                    of.Value.Trim(),
                    count.Day,
                    count.Count,
                    noise,
                    section.Text("source"),
                    entry.Key.Where)
                {
                    SinceDay = since,
                    Table = entry.Key.Value,
                }));
            since = count.Day;
        }

        return targets.ToImmutable();
    }

    // What is observed of many histories is typed; what is a formula of one is for now only checked.
    private Target Of(YamlScalar of, Target target)
    {
        var name = of.Value.Trim();
        if (Words.IsName(name))
        {
            return target with { Measure = draft.Measures.Find(name), Outcome = draft.Outcomes.Find(name) };
        }

        var line = name.Replace('\n', ' ').Replace('\r', ' ');
        return target with { Formula = new EstimateReader(EstimateNames.Of(draft), line, static _ => { }).ReadObjective() };
    }

    private void CheckOf(YamlScalar of)
    {
        var name = of.Value.Trim();
        if (!Words.IsName(name))
        {
            new EstimateReader(draft, of).CheckObserved();
        }
        else if (draft.Measures.Find(name) < 0 && draft.Outcomes.Find(name) < 0)
        {
            draft.List.Error(
                of.Where,
                $"unknown measure or outcome {Quote.Of(name)}",
                draft.List.Near(name, "Measures and outcomes of this file", draft.Measures.Names.Concat(draft.Outcomes.Names)));
        }
    }

    // A count is not negative, though it may be a mean of several sources; the noise of counts is about whole numbers.
    private void CheckCount(string of, ConstantNode observed, TargetNoise noise, Section section)
    {
        var measure = draft.Measures.Find(of);
        var isCount = measure >= 0 && measures[measure] is { Kind: MeasureKind.Count or MeasureKind.Dropped };
        var isNumber = observed.Quantity == Quantity.Number && observed.Value >= 0;
        var value = FormattableString.Invariant($"{observed.Value:R}{Unit(observed.Quantity)}");
        if (noise.IsCount && !(isNumber && observed.Value == Math.Floor(observed.Value)))
        {
            draft.List.Error(
                section.Find("observed")!.Where,
                $"with the noise '{section.Text("noise")}' a count is observed, and this is {value}",
                "write a whole number, at least 0");
        }
        else if (isCount && !isNumber)
        {
            draft.List.Error(
                section.Find("observed")!.Where,
                $"{Quote.Of(of)} is a count, and this is {value}",
                "write a number, at least 0");
        }
    }

    private static string Unit(Quantity quantity) => quantity switch
    {
        Quantity.Duration => " d",
        Quantity.Rate => " per d",
        _ => "",
    };
}
