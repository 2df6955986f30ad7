namespace Escalation.Studies.Record;

/// <summary>January 2020: the one direct exchange on record.</summary>
internal static class KilledGeneral
{
    /// <summary>The scenario.</summary>
    public const string File = "scenarios/soleimani-2020.yaml";

    /// <summary>Missiles fly.</summary>
    public static bool? Missiles(Chronicle history) => IsAnswered(history);

    /// <summary>If they do, nobody strikes Iran for it.</summary>
    public static bool? Cooled(Chronicle history) =>
        IsAnswered(history) ? !history.Deeds.Any(deed => deed.Action == "strike_iran") : null;

    /// <summary>It ends in a war.</summary>
    public static bool? War(Chronicle history) => history.Outcomes.Contains("war");

    private static bool IsAnswered(Chronicle history) => history.Deeds.Any(deed => deed.Action == "missiles");
}
