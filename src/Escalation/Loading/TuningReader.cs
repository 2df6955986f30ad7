using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads what calibration fits.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="measures">The measures, by index; null where one is broken.</param>
internal sealed class TuningReader(Draft draft, ImmutableArray<Measure?> measures)
{
    // Laws of errors that are about counts.
    private static readonly string[] CountNoises = ["poisson", "negative_binomial"];

    /// <summary>Reads the targets.</summary>
    /// <param name="node">The section; null if there is none.</param>
    /// <returns>The targets.</returns>
    public ImmutableArray<Target> ReadTargets(YamlNode? node)
    {
        const string Example = "targets: {title: {of: attacks, at: 14 d, observed: 23}}";
        if (node is null || Section.Mapping(node, draft.List, "'targets'", Example) is not { } mapping)
        {
            return [];
        }

        var entries = mapping.Entries.Where(entry => Words.CheckTitle(entry.Key, draft.List, "a target"));
        return [.. entries.Select(ReadTarget).OfType<Target>()];
    }

    private Target? ReadTarget(YamlEntry entry)
    {
        if (Section.Of(entry.Value, draft.List, ResultMappings.Target) is not { } section)
        {
            return null;
        }

        var example = ResultMappings.Target.Example;
        var of = section.Require("of", example) is { } node ? Section.Scalar(node, draft.List, "the name of a measure") : null;
        var observed = Formulas.Constant(draft, section.Require("observed", example), null, "an observed value");
        var at = new TimeReader(draft).Read(section.Find("at"));
        if (at is not null && at.Root is not ConstantNode)
        {
            draft.List.Error(at.Where, "the time of an observation is a fixed one", "write a duration '14 d' or a date");
        }

        if (of is not null)
        {
            CheckOf(of);
        }

        if (of is not null && observed is not null)
        {
            CheckCount(of.Value.Trim(), observed, section);
        }

        return of is null || observed is null
            ? null
            : new Target(
                entry.Key.Value,
                of.Value.Trim(),
                (at?.Root as ConstantNode)?.Value,
                observed.Value,
                section.Text("noise"),
                section.Text("source"),
                entry.Key.Where);
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
    private void CheckCount(string of, ConstantNode observed, Section section)
    {
        var measure = draft.Measures.Find(of);
        var isCount = measure >= 0 && measures[measure] is { Kind: MeasureKind.Count or MeasureKind.Dropped };
        var noise = section.Text("noise").Trim();
        var hasNoise = CountNoises.Contains(noise, StringComparer.OrdinalIgnoreCase);
        var isNumber = observed.Quantity == Quantity.Number && observed.Value >= 0;
        var value = FormattableString.Invariant($"{observed.Value:R}{Unit(observed.Quantity)}");
        if (hasNoise && !(isNumber && observed.Value == Math.Floor(observed.Value)))
        {
            draft.List.Error(
                section.Find("observed")!.Where,
                $"with the noise '{noise}' a count is observed, and this is {value}",
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
