using System.Globalization;
using System.Text.RegularExpressions;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Discovery;

/// <summary>The 882 futures of Bryant and Lempert (2010), and what a peeling of them gives by other code in exact
/// fractions.</summary>
internal static partial class PublishedFutures
{
    private const int FirstInput = 2;
    private const int InputCount = 9;

    /// <summary>The futures; a case of interest is one whose cost is above its 90 % quantile.</summary>
    public static Futures All { get; } = Read();

    /// <summary>A trajectory: counts and limits, a row a step.</summary>
    public static IEnumerable<PublishedStep> Trajectory(string run) =>
        from row in Rows("prim-trajectory.csv")
        where row[0] == run
        select new PublishedStep(int.Parse(row[2], Invariant), double.Parse(row[3], Invariant), Limits(row[7]));

    /// <summary>Boxes that were published with the data.</summary>
    public static IEnumerable<(string Name, PublishedStep Step)> Boxes() =>
        from row in Rows("prim-boxes.csv")
        select (row[1], new PublishedStep(int.Parse(row[5], Invariant), double.Parse(row[6], Invariant), Limits(row[2])));

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static Futures Read()
    {
        var rows = Rows("bryant-lempert.csv", withHead: true).ToList();
        var inputs = rows[0].Skip(FirstInput).Take(InputCount).Select(name => new FutureInput(name));
        var numbers = rows.Skip(1).Select(row => row.Select(cell => double.Parse(cell, Invariant)).ToArray()).ToList();
        return Futures.Of(
            [.. inputs],
            [.. numbers.SelectMany(row => row.Skip(FirstInput).Take(InputCount))],
            [.. numbers.Select(row => row[^1])]);
    }

    private static Dictionary<string, Interval> Limits(string text) => LimitText().Matches(text).ToDictionary(
        match => match.Groups[1].Value,
        match => new Interval(double.Parse(match.Groups[2].Value, Invariant), double.Parse(match.Groups[3].Value, Invariant)));

    private static IEnumerable<string[]> Rows(string name, bool withHead = false)
    {
        using var stream = typeof(PublishedFutures).Assembly.GetManifestResourceStream("Discovery." + name)
            ?? throw new FileNotFoundException("No such table among the resources.", name);
        using var reader = new StreamReader(stream);
        var isHead = !withHead;
        while (reader.ReadLine() is { } line)
        {
            if (!isHead)
            {
                yield return [.. CellText().Matches(line).Select(match => match.Groups[1].Value.Trim('"'))];
            }

            isHead = false;
        }
    }

    [GeneratedRegex(@"([^;]+?) in \[(.*?), (.*?)\](?:; |$)")]
    private static partial Regex LimitText();

    [GeneratedRegex("(?:^|,)(\"[^\"]*\"|[^,]*)")]
    private static partial Regex CellText();
}

/// <summary>A box with what is in it.</summary>
/// <param name="Points">Futures inside.</param>
/// <param name="Cases">Cases inside.</param>
/// <param name="Limits">Limits by name of the input; an end that is open is the end of the range.</param>
internal sealed record PublishedStep(int Points, double Cases, IReadOnlyDictionary<string, Interval> Limits);
