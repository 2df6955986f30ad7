namespace Escalation.Studies.Record;

/// <summary>The figures of the simulation that stand beside those of the record, by the name of the row.</summary>
internal sealed class Simulated
{
    private const double ThousandTroops = 3.4;

    private readonly Dictionary<string, Finding> found = [];
    private readonly ulong seed;
    private readonly int histories;

    /// <summary>Runs the three scenarios of the two articles.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="histories">Histories of each scenario.</param>
    public Simulated(ulong seed, int histories)
    {
        (this.seed, this.histories) = (seed, histories);
        FindYears();
        FindSurge();
        Find(KilledGeneral.File, ("C29", Statistic.Share(KilledGeneral.Cooled)), ("missiles", Statistic.Share(KilledGeneral.Missiles)),
            ("war", Statistic.Share(KilledGeneral.War)));
        Derive();
    }

    /// <summary>A figure.</summary>
    /// <param name="id">The name of the row of the record, or of a figure beside it.</param>
    public Finding this[string id] => found[id];

    private void FindYears() => Find(
        Years.File,
        ("C01", Statistic.Ratio(Years.Tempo)),
        ("C05", Statistic.Ratio(Years.AfterDeath)),
        ("C06", Statistic.Ratio(Years.UnderUnderstanding)),
        ("C09", Statistic.Ratio(Years.Deadly)),
        ("C12", Statistic.Ratio(Readings.AnsweredDeaths)),
        ("C13", Statistic.Ratio(Readings.AnsweredOthers)),
        ("C15", Statistic.Ratio(Years.Operations)),
        ("C17", Statistic.Median(Readings.DelaysAfterDeaths)),
        ("C20", Statistic.Median(Readings.DelaysOfRetaliation)),
        ("C21", Statistic.Ratio(Readings.Retaliations)),
        ("C22", Statistic.Mean(Readings.Moves)),
        ("C23", Statistic.Median(Years.DelaysOfDisplacement)),
        ("C24", Statistic.Ratio(Readings.SecondRounds)),
        ("C26 calm", Statistic.Median(Readings.DelaysAfterPatterns)),
        ("C28", Statistic.Ratio(Years.Wars)),
        ("C30", Statistic.Mean(Readings.Dead)),
        ("C31", Statistic.Median(Years.Killed)),
        ("C32", Statistic.Ratio(Years.Raids)),
        ("C34", Statistic.Ratio(Years.QuietDays)),
        ("contained", Statistic.Share(Years.Contained)),
        ("march", Statistic.Share(Years.LikeMarch)),
        ("wars an exchange", Statistic.Ratio(Years.WarsOfExchanges)));

    private void FindSurge() => Find(
        Surge.File,
        ("C02", Statistic.Ratio(Surge.Tempo)),
        ("C04", Statistic.Ratio(Surge.InIraq)),
        ("C10", Statistic.Ratio(Surge.Deadly)),
        ("C14", Statistic.Ratio(Surge.Operations)),
        ("C16", Statistic.Ratio(Surge.FirstReports)),
        ("C18", Statistic.Ratio(Surge.Injuring)),
        ("C19", Statistic.Ratio(Surge.Injured)),
        ("C25", Statistic.Median(Surge.DelaysOfSpillover)),
        ("C26 surge", Statistic.Median(Surge.DelayOfFirstStrike)),
        ("C27", Statistic.Ratio(Surge.AfterStrike)),
        ("year's strikes", Statistic.Ratio(Years.Operations)));

    private void Find(string file, params (string Id, Statistic Statistic)[] rows)
    {
        var figures = new Chronicler(file, seed, histories).Find([.. rows.Select(row => row.Statistic)]);
        foreach (var (row, figure) in rows.Zip(figures))
        {
            found.Add(row.Id, figure);
        }
    }

    // Rows that join two scenarios have no single histories. Of C26 the record knows one strike of each kind.
    private void Derive()
    {
        Join("C03", this["C02"].Value / this["C01"].Value);
        Join("C07", this["C06"].Value / this["C01"].Value);
        Join("C08", VarianceOverMean([
            (this["C01"].Value, 791), (this["C05"].Value, 5), (this["C06"].Value, 202), (this["C02"].Value, 14)]));
        Join("C11", ((83 * this["C09"].Value) + (23 * this["C10"].Value)) / (83 + 23));
        Join("C26", (this["C26 calm"].Value + this["C26 surge"].Value) / 2);
        var tempo = this["C01"];
        found.Add("C33", tempo with
        {
            Value = tempo.Value / ThousandTroops,
            Low = tempo.Low / ThousandTroops,
            High = tempo.High / ThousandTroops,
        });

        void Join(string id, double value) => found.Add(id, Finding.WithoutSpread(value, histories));
    }

    // Pearson's chi² of counts against one constant rate, by its degrees of freedom.
    private static double VarianceOverMean((double Rate, double Days)[] regimes)
    {
        var rate = regimes.Sum(regime => regime.Rate * regime.Days) / regimes.Sum(regime => regime.Days);
        return regimes.Sum(regime => (regime.Rate - rate) * (regime.Rate - rate) * regime.Days / rate) / (regimes.Length - 1);
    }
}
