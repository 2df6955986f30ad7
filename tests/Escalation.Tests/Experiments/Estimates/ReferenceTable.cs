using System.Globalization;

namespace Escalation.Tests.Experiments.Estimates;

/// <summary>Tables of reference numbers, computed with at least 40 digits by other algorithms and rounded once.</summary>
internal static class ReferenceTable
{
    public static IEnumerable<string[]> Rows(string name, string folder = "Estimates")
    {
        using var stream = typeof(ReferenceTable).Assembly.GetManifestResourceStream($"{folder}.{name}")
            ?? throw new FileNotFoundException("No such table among the resources.", name);
        using var reader = new StreamReader(stream);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }

    public static double Number(string text) => text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    public static long Whole(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
