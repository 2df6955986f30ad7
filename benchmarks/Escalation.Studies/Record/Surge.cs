namespace Escalation.Studies.Record;

/// <summary>The autumn of 2023, of which the record knows the first fortnight.</summary>
internal static class Surge
{
    /// <summary>The scenario.</summary>
    public const string File = "scenarios/iraq-syria-2023-10.yaml";

    private const double Fortnight = 14;

    /// <summary>Attacks of the fortnight, and days.</summary>
    public static (double Part, double Whole) Tempo(Chronicle history) => (First(history).Count(), Fortnight);

    /// <summary>Those in Iraq, of all of the fortnight.</summary>
    public static (double Part, double Whole) InIraq(Chronicle history) =>
        (First(history).Count(attack => attack.Doer is "kataib" or "nujaba"), First(history).Count());

    /// <summary>Those that killed, of all of the fortnight.</summary>
    public static (double Part, double Whole) Deadly(Chronicle history) =>
        (First(history).Count(attack => attack.IsDeadly), First(history).Count());

    /// <summary>Strikes, and attacks of the fortnight.</summary>
    public static (double Part, double Whole) Operations(Chronicle history) =>
        (history.Operations.Count(strike => strike.Day <= Fortnight), First(history).Count());

    /// <summary>Injured by first reports, and attacks of the fortnight.</summary>
    public static (double Part, double Whole) FirstReports(Chronicle history) =>
        (First(history).Sum(attack => attack["reported"]), First(history).Count());

    /// <summary>Injured in the end, and by first reports.</summary>
    public static (double Part, double Whole) Injured(Chronicle history) =>
        (history.Attacks.Sum(attack => attack["wounded"]), history.Attacks.Sum(attack => attack["reported"]));

    /// <summary>Attacks that injured somebody by first reports, of the first thirteen.</summary>
    public static (double Part, double Whole) Injuring(Chronicle history) =>
        (history.Attacks.Take(13).Count(attack => attack["reported"] > 0), Math.Min(13, history.Attacks.Count()));

    /// <summary>Days from each return of the war to the first attack on the second front.</summary>
    public static IEnumerable<double> DelaysOfSpillover(Chronicle history) =>
        from shock in history.Switches
        where shock.Condition == "gaza_war" && shock.State == "raging"
        let front = history.Switches.FirstOrDefault(change =>
            change.Day >= shock.Day && change.Condition == "front" && change.State == "hot")
        where front is not null
        let first = history.Attacks.FirstOrDefault(attack => attack.Day > front.Day)
        where first is not null
        select first.Day - shock.Day;

    /// <summary>Days from the first attack to the first strike, where no death called for it.</summary>
    public static IEnumerable<double> DelayOfFirstStrike(Chronicle history) =>
        history.Operations.FirstOrDefault() is { Cause.IsDeadly: false } strike
            ? [strike.Day - history.Attacks.First().Day]
            : [];

    /// <summary>Attacks a day in the four days after the first strike, and in the ten days before it.</summary>
    public static (double Part, double Whole) AfterStrike(Chronicle history) =>
        history.Operations.FirstOrDefault() is { } strike && strike.Day >= 10 && strike.Day + 4 <= history.Days
            ? (history.AttacksBetween(strike.Day, strike.Day + 4) / 4.0, history.AttacksBetween(strike.Day - 10, strike.Day) / 10.0)
            : (0, 0);

    private static IEnumerable<Deed> First(Chronicle history) => history.Attacks.Where(attack => attack.Day <= Fortnight);
}
