using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads what tuning makes small or great.</summary>
/// <param name="draft">The scenario.</param>
internal sealed class ObjectiveReader(Draft draft)
{
    /// <summary>Reads the objectives.</summary>
    /// <param name="node">The section; null if there is none.</param>
    /// <returns>The objectives.</returns>
    public ImmutableArray<Objective> Read(YamlNode? node)
    {
        const string Example = "objectives: {risk: probability(war)}";
        if (node is null || Section.Mapping(node, draft.List, "'objectives'", Example) is not { } mapping)
        {
            return [];
        }

        var named = mapping.Entries.Where(entry => Words.CheckName(entry.Key, draft.List, "an objective"));
        return [.. named.Select(ReadOne).OfType<Objective>()];
    }

    private Objective? ReadOne(YamlEntry entry)
    {
        if (entry.Value is not YamlMapping)
        {
            return Formula(entry.Value) is { } plain ? new(entry.Key.Value, plain, IsMaximised: false, Actor: -1) : null;
        }

        if (Section.Of(entry.Value, draft.List, ResultMappings.Objective) is not { } section
            || section.Only(ResultMappings.Objective.Choices.AsSpan(), "aim") is not { } key)
        {
            return null;
        }

        var actor = ActorOf(draft, section.Find("by"));
        return section.Find(key) is { } node && Formula(node) is { } formula
            ? new(entry.Key.Value, formula, IsMaximised: key == "maximise", actor)
            : null;
    }

    private EstimateFormula? Formula(YamlNode node) => Section.Scalar(node, draft.List, "an objective") is { } text
        ? new EstimateReader(draft, text).ReadObjective()
        : null;

    /// <summary>Finds the actor that <c>by</c> names.</summary>
    /// <param name="draft">The scenario.</param>
    /// <param name="node">The value of the key; null if it is not there.</param>
    /// <returns>Index of the actor; −1 if nobody is named.</returns>
    public static int ActorOf(Draft draft, YamlNode? node)
    {
        if (node is null || Section.Scalar(node, draft.List, "the name of an actor") is not { } text)
        {
            return -1;
        }

        var actor = draft.Actors.Find(text.Value.Trim());
        if (actor < 0)
        {
            draft.List.Error(
                text.Where,
                $"unknown actor {Quote.Of(text.Value.Trim())}",
                draft.List.Near(text.Value.Trim(), "Actors of this file", draft.Actors.Names));
        }

        return actor;
    }
}
