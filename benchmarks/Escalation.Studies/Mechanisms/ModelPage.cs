using System.Globalization;
using System.Text;

namespace Escalation.Studies.Mechanisms;

/// <summary>Writes the page on the model: every mechanism with its rule and what its experiments find.</summary>
/// <param name="seed">The seed of all runs.</param>
internal sealed class ModelPage(ulong seed)
{
    /// <summary>Histories of each side of an experiment.</summary>
    public const int Replications = 4_000;

    /// <summary>How many cells of a row, from the left, do not come from histories.</summary>
    public const int TextColumns = 6;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly string[] Head =
    [
        "claim", "in short, and in the words of the article", "carried by", "experiment: from → to", "looked at", "expected",
        "from", "to", "difference, 95 %", "standard errors",
    ];

    /// <summary>The page; it takes some minutes.</summary>
    public string Text()
    {
        var text = new StringBuilder(ModelText.Head);
        foreach (var theme in MechanismList.Themes)
        {
            text.Append(Invariant, $"## {theme.Title}\n\n");
            text.Append(Table.Of(Head, theme.Mechanisms.SelectMany(Rows), 0, 1, 2, 3, 4, 5));
        }

        return text.Append(ModelText.Tail).ToString();
    }

    /// <summary>The cells of a row that do not come from histories.</summary>
    /// <param name="mechanism">The mechanism.</param>
    /// <param name="experiment">One of its experiments; what stands in the row of the first is not repeated.</param>
    public static string[] Words(Mechanism mechanism, Experiment experiment)
    {
        var looked = experiment.Against is { } other ? $"`{other}` → `{experiment.Observe}`" : $"`{experiment.Observe}`";
        var expected = experiment.Expected switch
        {
            Expected.More => "more",
            Expected.Less => "less",
            _ => string.Create(Invariant, $"same within {100 * experiment.Tolerance:G3} %"),
        };
        string[] mechanismCells = experiment == mechanism.Experiments[0]
            ?
            [
                mechanism.Id, $"{mechanism.Claim} “{mechanism.Quote}”",
                $"[{mechanism.Scenario}](../{mechanism.File}): `{mechanism.Item}`",
            ]
            : ["", "", ""];
        return [.. mechanismCells, experiment.Words, looked, expected];
    }

    private IEnumerable<string[]> Rows(Mechanism mechanism) => mechanism.Experiments.Select(experiment =>
    {
        var contrast = experiment.Run(mechanism.Scenario, seed, Replications);
        return new[]
        {
            Words(mechanism, experiment),
            [Number(contrast.From), Number(contrast.To), Difference(contrast), Errors(experiment.Margin(contrast))],
        }.SelectMany(cells => cells).ToArray();
    });

    private static string Difference(Contrast contrast)
    {
        if (contrast.Error == 0)
        {
            return $"{Signed(contrast.Difference.Mean, Decimals(contrast.Difference.Mean))} in every history";
        }

        // Two figures of the half-width say as much as is known.
        var decimals = Math.Max(Decimals(contrast.Difference.HalfWidth) - 1, 0);
        var (low, high) = (contrast.Difference.Interval.Lower, contrast.Difference.Interval.Upper);
        return $"{Signed(contrast.Difference.Mean, decimals)} ({Signed(low, decimals)} to {Signed(high, decimals)})";
    }

    private static string Errors(double margin) => double.IsInfinity(margin) || margin > 1e6
        ? "∞"
        : margin.ToString("F1", Invariant);

    private static string Number(double value) => value.ToString($"F{Decimals(value)}", Invariant);

    private static string Signed(double value, int decimals) =>
        Math.Round(value, decimals).ToString($"+0.{new string('0', decimals)};−0.{new string('0', decimals)};0", Invariant);

    // So many that three figures of the value are seen.
    private static int Decimals(double value) =>
        value == 0 ? 0 : (int)Math.Clamp(2 - Math.Floor(Math.Log10(Math.Abs(value))), 0, 6);
}
