using Escalation.Experiments;
using Escalation.Model;
using Escalation.Results;

namespace Escalation.Cli;

/// <summary>The answer of a run for people: a sentence, tables, what is worth knowing, where it came from.</summary>
internal static class RunAnswer
{
    private const int RoomForAllColumns = 76;
    private const int RoomWithIgnorance = 100;
    private const int RoomForPictures = 104;
    private const int LengthOfBar = 16;
    private const int LengthOfShape = 12;
    private const int ActorsShown = 4;
    private const int NotesShown = 3;
    private const double LeastDropsToTell = 0.05;

    /// <summary>Writes the answer.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="summary">What the run found.</param>
    /// <param name="rows">All histories.</param>
    /// <param name="sha256Hex">The hash of the scenario file.</param>
    internal static void Write(Terminal terminal, RunSummary summary, ReplicationTable rows, string sha256Hex)
    {
        terminal.WriteParagraph(RunSentence.Of(summary));
        terminal.Out.WriteLine();
        WriteOutcomes(terminal, summary);
        WriteMeasures(terminal, summary, rows);
        WriteRungs(terminal, summary);
        WriteActs(terminal, summary);
        WriteNotes(terminal, summary);
        if (summary.Precision is { } precision)
        {
            terminal.WriteParagraph(Prose.Harmless(PrecisionText.Of(precision, summary.Level)));
        }

        terminal.WriteParagraph(
            $"{RunSentence.Histories(summary.Replications)}{Twins(summary)}, seed {summary.Seed}; "
            + $"{Figures.Level(summary.Level)} intervals: Clopper–Pearson for shares, Student t for means; "
            + $"scenario {sha256Hex[..12]}.");
    }

    private static void WriteOutcomes(Terminal terminal, RunSummary summary)
    {
        var (hasTwins, hasRoom) = (summary.Twins is not null, HasRoom(terminal, summary));
        var level = Figures.Level(summary.Level);
        var table = new AnswerTable().Words("Outcome").Numbers("Share");
        _ = hasTwins ? table.Numbers($"Chance, {level}").Numbers("Ignorance, 90 %") : table.Numbers($"{level} interval");
        _ = hasRoom ? table.Numbers("Histories") : table;
        table.Numbers("Median day");
        _ = HasPictures(terminal) ? table.Words("") : table;
        foreach (var outcome in summary.Outcomes)
        {
            var day = outcome.MedianDay is { } median ? Figures.Day(median) : "";
            string[] hits = hasRoom ? [Figures.Count(outcome.Share.Hits)] : [];
            string[] range = hasTwins ? [IgnoranceText.Range(outcome.Ignorance)] : [];
            string[] bar = HasPictures(terminal) ? [Glyphs.Bar(outcome.Share.Value, LengthOfBar)] : [];
            table.Row(
            [
                outcome.Outcome.Name, ShareText.Of(outcome.Share), ShareText.Interval(outcome.Share), .. range, .. hits, day,
                .. bar,
            ]);
        }

        table.Write(terminal);
    }

    private static void WriteMeasures(Terminal terminal, RunSummary summary, ReplicationTable rows)
    {
        var (hasTwins, hasRoom) = (summary.Twins is not null, HasRoom(terminal, summary));
        var hasMissing = summary.Measures.Any(measure => measure.Mean.MissingCount > 0);
        var table = new AnswerTable().Words("Measure").Numbers("Mean").Numbers("±");
        _ = hasRoom ? table.Numbers("Sd") : table;
        table.Numbers("5 %").Numbers("Median").Numbers("95 %");
        _ = hasMissing ? table.Numbers("None") : table;
        _ = hasTwins && hasRoom ? table.Numbers("Between sets") : table;
        _ = hasTwins ? table.Numbers("Ignorance") : table;
        _ = HasPictures(terminal) ? table.Words("Shape") : table;
        foreach (var measure in summary.Measures)
        {
            var mean = measure.Mean;
            string[] spread = hasRoom ? [Figures.Number(mean.StandardDeviation)] : [];
            string[] missing = hasMissing ? [mean.MissingCount > 0 ? Figures.Count(mean.MissingCount) : ""] : [];
            string[] between = hasTwins && hasRoom ? [IgnoranceText.Spread(measure.Ignorance)] : [];
            string[] explained = hasTwins ? [IgnoranceText.Share(measure.Ignorance)] : [];
            table.Row(
            [
                Name(measure), Figures.Number(mean.Mean), Figures.Number(mean.HalfWidth), .. spread,
                Figures.Number(measure.P05), Figures.Number(measure.P50), Figures.Number(measure.P95), .. missing,
                .. between, .. explained, .. Shape(terminal, measure, rows),
            ]);
        }

        table.Write(terminal);
    }

    private static string Twins(RunSummary summary) => summary.Twins switch
    {
        null => "",
        var twins when twins == summary.Replications => " and their twins",
        var twins => $" and {Prose.Counted(twins.Value, "twin")}",
    };

    private static bool HasRoom(Terminal terminal, RunSummary summary) =>
        terminal.Width >= (summary.Twins is null ? RoomForAllColumns : RoomWithIgnorance);

    // A column that ends in day says its unit; the others need it said.
    private static string Name(MeasureSummary measure)
    {
        var unit = measure.Measure.IsTime ? "" : JsonText.Unit(measure.Measure.Quantity);
        return unit.Length == 0 ? measure.Column : $"{measure.Column} ({unit})";
    }

    // Pictures are for eyes: a wide terminal, not a file.
    private static bool HasPictures(Terminal terminal) => terminal.IsRich && terminal.Width >= RoomForPictures;

    private static string[] Shape(Terminal terminal, MeasureSummary measure, ReplicationTable rows)
    {
        if (!HasPictures(terminal))
        {
            return [];
        }

        var column = rows.Columns.ToList().FindIndex(known => known.Name == measure.Column);
        return [Glyphs.Shape(rows.Present(column), LengthOfShape)];
    }

    private static void WriteRungs(Terminal terminal, RunSummary summary)
    {
        var table = new AnswerTable().Words("Highest rung").Numbers("Share").Numbers($"{Figures.Level(summary.Level)} interval")
            .Words("First there");
        foreach (var rung in summary.Rungs.Where(rung => rung.Share.Hits > 0 && summary.Scenario.Ladder.Length > 0))
        {
            var title = rung.Rung < 0 ? "none" : rung.Title;
            table.Row(title, ShareText.Of(rung.Share), ShareText.Interval(rung.Share), Shares(rung.By, rung.Share.Hits));
        }

        table.Write(terminal);
    }

    private static void WriteActs(Terminal terminal, RunSummary summary)
    {
        var table = new AnswerTable().Words("Action").Numbers("A history").Words("By");
        foreach (var acts in summary.Acts.GroupBy(act => act.Action))
        {
            var total = acts.Sum(act => act.Count);
            var by = acts.Select(act => new ActorCount(act.Actor, act.Count));
            table.Row(acts.Key, Figures.Number((double)total / summary.Replications), Shares(by, total));
        }

        table.Write(terminal);
    }

    private static string Shares(IEnumerable<ActorCount> counts, long total)
    {
        var ordered = counts.OrderByDescending(count => count.Count).ToList();
        var shown = ordered.Take(ActorsShown).Select(count => ordered.Count == 1
            ? count.Actor
            : $"{count.Actor} {Figures.Part((double)count.Count / total)}");
        return string.Join(", ", ordered.Count > ActorsShown ? shown.Append("…") : shown);
    }

    private static void WriteNotes(Terminal terminal, RunSummary summary)
    {
        var notes = IgnoranceText.Notes(summary).Concat(Notes(summary)).ToList();
        foreach (var note in notes)
        {
            terminal.WriteParagraph(Prose.Harmless(note));
        }

        if (notes.Count > 0)
        {
            terminal.Out.WriteLine();
        }
    }

    private static IEnumerable<string> Notes(RunSummary summary)
    {
        if (summary.EndedEarly > 0)
        {
            yield return $"{Figures.Part((double)summary.EndedEarly / summary.Replications)} of the histories ended before day "
                + $"{Figures.Day(summary.HorizonDays)} by an outcome.";
        }

        // That a truth, a chance or the horizon says no is how rules are meant; these reasons may surprise.
        var surprising = summary.Drops
            .Where(drop => drop.Reason is DropReason.Limits or DropReason.Unknown or DropReason.NoTarget)
            .OrderByDescending(drop => drop.Count);
        foreach (var drop in surprising.Where(drop => drop.Count >= LeastDropsToTell * summary.Replications).Take(NotesShown))
        {
            yield return $"{drop.Actor}.{drop.Rule} was dropped {Figures.Number((double)drop.Count / summary.Replications)} "
                + $"times a history ({JsonText.Reason(drop.Reason)}).";
        }
    }
}
