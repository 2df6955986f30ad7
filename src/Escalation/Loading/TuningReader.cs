using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads what tuning minimises and what calibration fits. Their texts are read fully by those who use them; here
/// their names are checked.</summary>
/// <param name="draft">The scenario.</param>
internal sealed partial class TuningReader(Draft draft)
{
    private static readonly string[] Estimators = ["probability", "mean", "median", "quantile", "cvar"];

    /// <summary>Reads the objectives.</summary>
    /// <param name="node">The section; null if there is none.</param>
    /// <returns>The objectives.</returns>
    public ImmutableArray<Objective> ReadObjectives(YamlNode? node)
    {
        const string Example = "objectives: {risk: probability(war)}";
        if (node is null || Section.Mapping(node, draft.List, "'objectives'", Example) is not { } mapping)
        {
            return [];
        }

        var objectives = ImmutableArray.CreateBuilder<Objective>();
        foreach (var entry in mapping.Entries)
        {
            if (Words.CheckName(entry.Key, draft.List, "an objective")
                && Section.Scalar(entry.Value, draft.List, "an objective") is { } text)
            {
                CheckEstimators(text, mustEstimate: true);
                objectives.Add(new Objective(entry.Key.Value, text.Value.Trim(), text.Where));
            }
        }

        return objectives.ToImmutable();
    }

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
            CheckEstimators(of, mustEstimate: false);
        }
        else if (draft.Measures.Find(name) < 0 && draft.Outcomes.Find(name) < 0)
        {
            draft.List.Error(
                of.Where,
                $"unknown measure or outcome {Quote.Of(name)}",
                draft.List.Near(name, "Measures and outcomes of this file", draft.Measures.Names.Concat(draft.Outcomes.Names)));
        }
    }

    private void CheckEstimators(YamlScalar text, bool mustEstimate)
    {
        var calls = Call().Matches(text.Value);
        if (calls.Count == 0 && mustEstimate)
        {
            draft.List.Error(
                text.Where,
                $"{Quote.Of(text.Value)} estimates nothing",
                $"write one of {string.Join(", ", Estimators)}: 'probability(outcome)'");
        }

        foreach (Match call in calls)
        {
            var (function, argument) = (call.Groups[1], call.Groups[2]);
            if (!Estimators.Contains(function.Value) && Functions.Find(function.Value) is null)
            {
                draft.List.Error(
                    Spans.Inside(draft.Source, text, function.Index, function.Length),
                    $"unknown estimator {Quote.Of(function.Value)}",
                    draft.List.Near(function.Value, "Estimators", Estimators));
            }
            else if (Estimators.Contains(function.Value)
                && draft.Measures.Find(argument.Value) < 0 && draft.Outcomes.Find(argument.Value) < 0)
            {
                var candidates = function.Value == "probability"
                    ? draft.Outcomes.Names : draft.Measures.Names.Concat(draft.Outcomes.Names);
                draft.List.Error(
                    Spans.Inside(draft.Source, text, argument.Index, argument.Length),
                    $"unknown measure or outcome {Quote.Of(argument.Value)}",
                    draft.List.Near(
                        argument.Value,
                        function.Value == "probability" ? "Outcomes of this file" : "Measures and outcomes of this file",
                        candidates));
            }
        }
    }

    [GeneratedRegex(@"\b([A-Za-z_]\w*)\s*\(\s*([A-Za-z_]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
