using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Reads times: durations since the start, or dates.</summary>
/// <param name="draft">The scenario.</param>
internal sealed class TimeReader(Draft draft)
{
    /// <summary>Reads one time or a list of them.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The times, or null if any of them is broken.</returns>
    public ImmutableArray<Formula>? ReadAll(YamlNode node)
    {
        if (node is not YamlSequence list)
        {
            return Read(node) is { } one ? [one] : null;
        }

        if (list.Items.IsEmpty)
        {
            draft.List.Error(list.Where, "a time is expected, but the list is empty", "write a duration since the start: '14 d'");
            return null;
        }

        var times = list.Items.Select(Read).ToList();
        return times.Contains(null) ? null : [.. times.OfType<Formula>()];
    }

    /// <summary>Reads one time.</summary>
    /// <param name="node">The node; null gives null.</param>
    /// <returns>The time in days since the start, or null if it is broken.</returns>
    public Formula? Read(YamlNode? node)
    {
        // A date is also a difference of three numbers: it is looked for first.
        if (node is YamlScalar { IsBroken: false } scalar && Dates.LooksLikeOne(scalar.Value))
        {
            return ReadDate(scalar);
        }

        var time = Formulas.Read(draft, node, new FileScope(draft, Place.Replication), Quantity.Duration, "a time");
        if (time is not null)
        {
            draft.SignChecks.Add(new SignCheck(time, "a time", []));
        }

        return time;
    }

    private Formula? ReadDate(YamlScalar scalar)
    {
        if (Dates.Read(scalar.Value) is not { } date)
        {
            draft.List.Error(scalar.Where, $"{Quote.Of(scalar.Value)} is not a date", "write '2023-11-01' or '2023-11-01T12:00'");
            return null;
        }

        if (draft.Start is not { } start)
        {
            draft.List.Error(
                scalar.Where,
                "a date has no meaning without the date of day 0",
                "add 'start: 2023-10-17' to the file, or write a duration");
            return null;
        }

        if (date < start)
        {
            draft.List.Error(
                scalar.Where,
                FormattableString.Invariant($"{scalar.Value.Trim()} lies before the start, {start:yyyy-MM-dd}"),
                "choose a later date, or an earlier start");
            return null;
        }

        return new Formula(new ConstantNode((date - start).TotalDays, Quantity.Duration), scalar.Value.Trim(), scalar.Where);
    }
}
