using System.Collections.Immutable;
using System.Globalization;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Reads the head of a file: version, name, sources, start, length, ladder.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="root">The file.</param>
internal sealed class HeaderReader(Draft draft, Section root)
{
    /// <summary>Reads and checks the version of the language.</summary>
    public void CheckVersion() => CheckVersion(root, draft.List);

    /// <summary>Reads and checks the version of the language in any file.</summary>
    /// <param name="root">The file.</param>
    /// <param name="list">Takes what is wrong with it.</param>
    public static void CheckVersion(Section root, DiagnosticList list)
    {
        if (root.Require("escalation", "begin the file with 'escalation: 1', the version of the language") is { } node
            && Section.Scalar(node, list, "the version of the language") is { } version
            && version.Value.Trim() != "1")
        {
            list.Error(
                version.Where,
                $"version {Quote.Of(version.Value)} of the language is not known here",
                "this program reads 'escalation: 1'");
        }
    }

    /// <summary>Reads the name of the scenario.</summary>
    /// <returns>The name.</returns>
    public string ReadName() =>
        root.Require("name", "give the scenario a name, it is shown in every report") is { } node
            ? Section.Scalar(node, draft.List, "the name of the scenario")?.Value.Trim() ?? ""
            : "";

    /// <summary>Reads where the facts come from.</summary>
    /// <returns>The sources.</returns>
    public ImmutableArray<string> ReadSources()
    {
        return root.Find("sources") switch
        {
            null => [],
            YamlSequence list => [.. list.Items.Select(item => Section.Scalar(item, draft.List, "a source")?.Value.Trim() ?? "")],
            var node => Section.Scalar(node, draft.List, "a source") is { } one ? [one.Value.Trim()] : [],
        };
    }

    /// <summary>Reads the calendar date of day 0.</summary>
    public void ReadStart()
    {
        if (root.Find("start") is { } node && Section.Scalar(node, draft.List, "a date") is { } scalar)
        {
            draft.Start = Dates.Read(scalar.Value);
            if (draft.Start is null)
            {
                draft.List.Error(scalar.Where, $"{Quote.Of(scalar.Value)} is not a date", "write year-month-day: '2023-10-17'");
            }
        }
    }

    /// <summary>Reads the most steps of a replication.</summary>
    /// <returns>The number.</returns>
    public long ReadMaximumEvents() => Formulas.Whole(draft, root.Find("max_events"), "'max_events'", least: 1) ?? 10_000_000;

    /// <summary>Reads the titles of the rungs.</summary>
    public void ReadLadder()
    {
        if (root.Find("ladder") is not { } node
            || Section.Sequence(node, draft.List, "the ladder", "ladder: [low, high], the lowest first") is not { } list)
        {
            draft.LacksLadder = root.Find("ladder") is not null;
            return;
        }

        if (list.Items.Length > Words.MaximumTitles)
        {
            draft.List.Error(
                list.Where,
                FormattableString.Invariant($"a ladder has at most {Words.MaximumTitles} rungs, not {list.Items.Length}"));
            draft.LacksLadder = true;
            return;
        }

        var rungs = new NameTable();
        foreach (var item in list.Items)
        {
            if (Section.Scalar(item, draft.List, "the title of a rung") is { } rung && Words.CheckTitle(
                rung, draft.List, "a rung"))
            {
                if (rungs.Find(rung.Value) >= 0)
                {
                    draft.List.Error(rung.Where, $"the rung {Quote.Of(rung.Value)} stands here twice", "remove one of them");
                }

                rungs.Add(rung.Value);
            }
        }

        draft.Ladder = [.. rungs.Names];
    }

    /// <summary>Reads the horizon.</summary>
    /// <returns>The horizon, or null if it is broken.</returns>
    public Formula? ReadHorizon()
    {
        var node = root.Require("horizon", "say how long a replication lasts: 'horizon: 365 d'");
        var horizon = Formulas.Read(draft, node, new FileScope(draft, Place.Horizon), Quantity.Duration, "the horizon");
        if (horizon?.Root is ConstantNode { Value: <= 0 } constant)
        {
            draft.List.Error(
                horizon.Where,
                FormattableString.Invariant($"the horizon lies after the start, this is {constant.Value:R} d"),
                "write a duration above 0: '365 d'");
        }

        return horizon;
    }
}

/// <summary>Calendar dates.</summary>
internal static class Dates
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>Reads a date of ISO 8601, with or without a time of the day.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The date, or null if the text is none.</returns>
    public static DateTime? Read(string text) =>
        DateTime.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : null;

    /// <summary>Whether a text looks like a date, even if there is no such day.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True if it has the form of one.</returns>
    public static bool LooksLikeOne(string text)
    {
        var word = text.AsSpan().Trim();
        return word.Length >= 10 && word[4] == '-' && word[7] == '-' && word[..4].IndexOfAnyExceptInRange('0', '9') < 0
            && word[5..7].IndexOfAnyExceptInRange('0', '9') < 0 && word[8..10].IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
