namespace Escalation.Studies.Record;

/// <summary>The years of contained violence, 2021 to 2023.</summary>
internal static class Years
{
    /// <summary>The scenario.</summary>
    public const string File = "scenarios/syria-2023-03.yaml";

    /// <summary>Attacks, and days.</summary>
    public static (double Part, double Whole) Tempo(Chronicle history) => (history.Attacks.Count(), history.Days);

    /// <summary>Attacks in the five days after the first death, and these days.</summary>
    public static (double Part, double Whole) AfterDeath(Chronicle history) =>
        history.Attacks.FirstOrDefault(attack => attack.IsDeadly) is { } first && first.Day + 5 <= history.Days
            ? (history.AttacksBetween(first.Day, first.Day + 5), 5)
            : (0, 0);

    /// <summary>Attacks while the understanding holds, and days on which it does.</summary>
    public static (double Part, double Whole) UnderUnderstanding(Chronicle history)
    {
        var stretches = history.Stretches("understanding", "holds", isAtStart: false).ToList();
        return (
            stretches.Sum(stretch => history.AttacksBetween(stretch.FromDay, stretch.UntilDay)),
            stretches.Sum(stretch => stretch.UntilDay - stretch.FromDay));
    }

    /// <summary>Attacks that killed, of all.</summary>
    public static (double Part, double Whole) Deadly(Chronicle history) =>
        (history.Attacks.Count(attack => attack.IsDeadly), history.Attacks.Count());

    /// <summary>Strikes, and attacks.</summary>
    public static (double Part, double Whole) Operations(Chronicle history) =>
        (history.Operations.Count(), history.Attacks.Count());

    /// <summary>Days from a raid to the attack that it brought about.</summary>
    public static IEnumerable<double> DelaysOfDisplacement(Chronicle history) =>
        from attack in history.Attacks where attack.Cause is { IsRaid: true } select attack.Day - attack.Cause!.Day;

    /// <summary>Militants killed by each strike.</summary>
    public static IEnumerable<double> Killed(Chronicle history) => history.Operations.Select(strike => strike["deaths"]);

    /// <summary>Israeli strikes, and days.</summary>
    public static (double Part, double Whole) Raids(Chronicle history) =>
        (history.Deeds.Count(deed => deed.IsRaid), history.Days);

    /// <summary>Histories in which the capitals strike each other, and years.</summary>
    public static (double Part, double Whole) Wars(Chronicle history) =>
        (history.Outcomes.Contains("spiral") ? 1 : 0, history.Days / 365.25);

    /// <summary>Days without an attack, of all.</summary>
    public static (double Part, double Whole) QuietDays(Chronicle history) =>
        (Math.Floor(history.Days) - history.Attacks.Select(attack => Math.Floor(attack.Day)).Distinct().Count(),
            Math.Floor(history.Days));

    /// <summary>Neither capital strikes the other.</summary>
    public static bool? Contained(Chronicle history) => !history.Deeds.Any(deed => deed.IsDirect);

    /// <summary>There are days like 23 and 24 March 2023: a death, a strike within a day, an attack within a day of it.</summary>
    public static bool? LikeMarch(Chronicle history) => history.Operations.Any(strike =>
        strike.Cause is { IsDeadly: true } death && strike.Day - death.Day <= 1
        && history.AttacksBetween(strike.Day, strike.Day + 1) > 0);

    /// <summary>Histories that end in a war, and exchanges.</summary>
    public static (double Part, double Whole) WarsOfExchanges(Chronicle history) =>
        (history.Outcomes.Contains("spiral") ? 1 : 0, Readings.Moves(history).Count());
}
