using System.Globalization;
using System.Text;

namespace Escalation.Studies.Record;

/// <summary>Writes the page that puts each figure of the record beside the simulated one.</summary>
/// <param name="seed">The seed of all runs.</param>
internal sealed class RecordPage(ulong seed)
{
    private const int Histories = 4_000;

    /// <summary>Why a row that was not fitted lies outside, by its name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["C25"] = "one case, so its interval has no width; the median is what the one case took",
    };

    private readonly Simulated simulated = new(seed, Histories);

    /// <summary>The page; it takes about a minute.</summary>
    public string Text()
    {
        var targets = Target.All().ToList();
        var text = new StringBuilder(RecordText.Head);
        text.Append(RecordText.Fitted).Append(Rows(targets.Where(target => target.IsFitted)));
        text.Append(RecordText.Checked).Append(Rows(targets.Where(target => target.IsChecked)));
        text.Append(RecordText.Observed).Append(Rows(targets.Where(target => !target.IsFitted && !target.IsChecked)));
        text.Append(RecordText.Regimes).Append(Regimes(targets));
        text.Append(RecordText.Exchanges).Append(Exchanges());
        return text.Append(RecordText.Tail).ToString();
    }

    private string Rows(IEnumerable<Target> targets) => Table.Of(
        ["row", "what", "record", "its interval", "simulated", "single histories", ""],
        targets.Select(target => new[]
        {
            target.Id, target.Statistic, Significant(target.Value), $"{Significant(target.Low)} to {Significant(target.High)}",
            Significant(simulated[target.Id].Value), Spread(simulated[target.Id]), Verdict(target),
        }),
        textColumns: [0, 1, 6]);

    private string Verdict(Target target) => target.Holds(simulated[target.Id].Value)
        ? "inside"
        : $"outside: {Reasons[target.Id]}";

    private string Regimes(List<Target> targets)
    {
        (string Name, string Id)[] regimes =
            [("an understanding holds", "C06"), ("years of calm", "C01"), ("five days after a death", "C05"), ("surge", "C02")];
        return Table.Of(
            ["regime", "record, attacks a day", "simulated", "single histories"],
            regimes.Select(regime => new[]
            {
                regime.Name, Significant(targets.Single(target => target.Id == regime.Id).Value),
                Significant(simulated[regime.Id].Value), Spread(simulated[regime.Id]),
            }),
            textColumns: [0]);
    }

    private string Exchanges() => Table.Of(
        ["what", "record", "simulated", "single cases or histories"],
        [
            Row("moves of an exchange, mean", "3.7 (3 to 5 in six)", "C22"),
            Row("days from a death to the answer, median", "1.75 (13 h to 10 d)", "C17"),
            Row("days from a strike to the next attack, median", "0.6 (0 to 6 d)", "C20"),
            Row("days from the first attack of a pattern to the strike, years of calm, median", "8", "C26 calm"),
            Row("the same for the first strike in the surge", "9", "C26 surge"),
            Row("exchanges that end in strikes on each other's soil or bases, years of calm", "0 of 6", "wars an exchange"),
            Row("histories of the years of calm in which neither capital strikes the other", "the one history", "contained"),
            Row("histories with days like 23 and 24 March 2023: death, strike and new attack, a day apart at most", "the one history", "march"),
            Row("US strikes on an attack, year after October 2023", "1 of 23 at first", "year's strikes"),
            Row("missiles after a killed general", "the one history", "missiles"),
            Row("of these, nobody strikes back", "the one history", "C29"),
            Row("war after a killed general", "not in the one history", "war"),
        ],
        textColumns: [0, 1]);

    private string[] Row(string what, string record, string id) =>
        [what, record, Significant(simulated[id].Value), Spread(simulated[id])];

    private static string Spread(Finding finding) =>
        finding.HasSpread ? $"{Significant(finding.Low)} to {Significant(finding.High)}" : "";

    private static string Significant(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
