namespace Escalation.Studies.Record;

/// <summary>What the page on the record says besides its figures.</summary>
internal static class RecordText
{
    /// <summary>The head of the page.</summary>
    public const string Head = """
        # The record

        What is known of the years 2019 to 2023, beside what the scenarios make of it. The figures of the record, their intervals and
        their sources stand in
        [calibration-targets.csv](../benchmarks/Escalation.Studies/Record/calibration-targets.csv); the simulated ones are read off
        4,000 histories of each scenario in the way in which the record was read: from the dates and the deeds alone. This page is
        written by a command, in about a minute:

        ```
        cd benchmarks/Escalation.Studies
        dotnet run -c Release -- record
        ```

        *Its interval* is the interval of 95 % of the record's own figure, or the least and the most of few cases. *Single histories* is
        where nineteen of twenty histories lie one by one (or nineteen of twenty cases, where the figure is about cases): the one
        history that happened should look like one of them. A row inside is no proof: attacks come in clusters, so that the
        intervals of the record, which take them for independent, are too narrow.

        Which scenario: the years of calm are [syria-2023-03.yaml](../scenarios/syria-2023-03.yaml), the surge is the first
        fortnight of [iraq-syria-2023-10.yaml](../scenarios/iraq-syria-2023-10.yaml), the killed general is
        [soleimani-2020.yaml](../scenarios/soleimani-2020.yaml).


        """;

    /// <summary>Rows that were fitted to.</summary>
    public const string Fitted = """
        ## Fitted

        Parameters may be tuned until these lie inside.


        """;

    /// <summary>Rows that were not.</summary>
    public const string Checked = """
        ## Checked

        Nothing was tuned to these.


        """;

    /// <summary>The model of what is observed.</summary>
    public const string Observed = """
        ## Observed

        First reports know of few of the injured. That belongs to the observer, not to the dynamics: an attack injures (`wounded`), and
        the first report counts a share of them (`reported`), by which alone Washington's pressure and the row C16 go.


        """;

    /// <summary>The four regimes.</summary>
    public const string Regimes = """
        ## Four regimes

        C07 and C08 follow from these rates. The understanding is taken where it holds in the years of calm.


        """;

    /// <summary>Exchanges.</summary>
    public const string Exchanges = """
        ## Exchanges

        An exchange has a deliberate US strike in it and begins with an attack; along the longest chain of causes each change of the
        side that acts is a move (attack, strike, revenge, counterfire, …).


        """;

    /// <summary>The end of the page.</summary>
    public const string Tail = """
        Left out: the attack counts of newspapers before 2021, whose definitions are wider; the figures on states in general, which
        stand as priors in the scenarios (`source`), not as targets.

        """;
}
