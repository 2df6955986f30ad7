using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads measures of dropped activations.</summary>
/// <param name="draft">The scenario.</param>
internal sealed class DroppedReader(Draft draft)
{
    private static readonly ImmutableArray<(string Word, DropReason Reason)> Reasons =
    [
        ("if", DropReason.If), ("chance", DropReason.Chance), ("limits", DropReason.Limits), ("unless", DropReason.Unless),
        ("cancelled", DropReason.Cancelled), ("unknown", DropReason.Unknown), ("no_target", DropReason.NoTarget),
        ("horizon", DropReason.Horizon),
    ];

    /// <summary>The words for the reasons.</summary>
    public static ImmutableArray<string> ReasonWords { get; } = [.. Reasons.Select(known => known.Word)];

    /// <summary>Reads the measure.</summary>
    /// <param name="section">What is written.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The measure, or null if it is broken.</returns>
    public Measure? Read(Section section, string name)
    {
        var because = ReadReason(section.Find("because"));
        if (Section.Scalar(section.Find("dropped")!, draft.List, "'actor.title of a rule'") is not { } scalar)
        {
            return null;
        }

        var dot = scalar.Value.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            draft.List.Error(
                scalar.Where, "whose rule is meant?", "write 'actor.title' or 'kind.title': 'dropped: us.answer the deadly'");
            return null;
        }

        var (who, title) = (scalar.Value[..dot].Trim(), scalar.Value[(dot + 1)..].Trim());
        var actor = draft.Actors.Find(who);
        var kind = draft.Kinds.Find(who);
        if (actor < 0 && kind < 0)
        {
            draft.List.Error(
                Spans.Inside(draft.Source, scalar, 0, dot),
                $"unknown actor or kind {Quote.Of(who)}",
                draft.List.Near(who, "Actors and kinds of this file", draft.Actors.Names.Concat(draft.Kinds.Names)));
            return null;
        }

        var candidates = actor >= 0
            ? [actor]
            : Enumerable.Range(0, draft.ActorDrafts.Count).Where(index => draft.ActorDrafts[index].Kind == kind).ToList();
        ImmutableArray<int> actors =
            [.. candidates.Where(index => draft.ActorDrafts[index].Policy.Exists(rule => rule.Title == title))];
        if (actors.IsEmpty)
        {
            var titles = candidates.SelectMany(index => draft.ActorDrafts[index].Policy).Select(rule => rule.Title).Distinct();
            draft.List.Error(
                Spans.Inside(draft.Source, scalar, dot + 1, Math.Max(1, scalar.Value.Length - dot - 1)),
                $"'{who}' has no rule {Quote.Of(title)}",
                draft.List.Near(title, $"Rules of {who}", titles));
            return null;
        }

        return new Measure
        {
            Name = name,
            Kind = MeasureKind.Dropped,
            Quantity = Quantity.Number,
            DroppedActors = actors,
            DroppedTitle = title,
            Because = because,
        };
    }

    private DropReason? ReadReason(YamlNode? node)
    {
        if (node is null || Section.Scalar(node, draft.List, "a reason") is not { } scalar)
        {
            return null;
        }

        foreach (var (word, reason) in Reasons)
        {
            if (word == scalar.Value.Trim())
            {
                return reason;
            }
        }

        draft.List.Error(
            scalar.Where, $"unknown reason {Quote.Of(scalar.Value)}", draft.List.Near(
                scalar.Value, "Reasons", Reasons.Select(known => known.Word)));
        return null;
    }
}
