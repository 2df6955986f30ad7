using System.Collections.Immutable;
using System.Globalization;
using Escalation.Charts.Figures;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>A path that was sampled: where it lies over all histories.</summary>
/// <param name="Name">Its label.</param>
/// <param name="Points">By day.</param>
public sealed record SampledPath(string Name, ImmutableArray<FanPoint> Points)
{
    private static readonly string[] Needed = ["series", "day", "p05", "p25", "p50", "p75", "p95"];

    /// <summary>Reads the table of paths.</summary>
    /// <param name="path">Path of the file; none of that name: there are no paths.</param>
    /// <exception cref="RunFolderException">It cannot be read, or is damaged.</exception>
    internal static ImmutableArray<SampledPath> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            var lines = File.ReadLines(path).GetEnumerator();
            using (lines)
            {
                var head = lines.MoveNext() ? lines.Current.Split(',').ToImmutableArray() : [];
                var places = Needed.Select(name => head.IndexOf(name)).ToArray();
                var points = new List<(string Name, FanPoint Point)>();
                for (var line = 2; lines.MoveNext(); line++)
                {
                    points.Add(Point(Cells(lines.Current), places) ?? throw new RunFolderException(
                        FormattableString.Invariant($"cannot read '{path}': line {line} is damaged; run the scenario again")));
                }

                return [.. points.GroupBy(one => one.Name).Select(group =>
                    new SampledPath(group.Key, [.. group.Select(one => one.Point)]))];
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException($"cannot read '{path}': {cause.Message.TrimEnd('.')}", cause);
        }
    }

    // Labels are formulas, and may be quoted for their commas.
    private static string[] Cells(string line)
    {
        if (!line.StartsWith('"'))
        {
            return line.Split(',');
        }

        var end = line.IndexOf("\",", StringComparison.Ordinal);
        return end < 0
            ? []
            : [line[1..end].Replace("\"\"", "\"", StringComparison.Ordinal), .. line[(end + 2)..].Split(',')];
    }

    private static (string Name, FanPoint Point)? Point(string[] cells, int[] places)
    {
        if (places.Any(place => place < 0 || place >= cells.Length))
        {
            return null;
        }

        var numbers = new double[places.Length - 1];
        for (var i = 0; i < numbers.Length; i++)
        {
            var cell = cells[places[i + 1]];
            if (cell.Length == 0)
            {
                numbers[i] = double.NaN;
            }
            else if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return (cells[places[0]], new FanPoint(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]));
    }
}
