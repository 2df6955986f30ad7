using System.Collections.Immutable;

namespace Escalation.Studies.Mechanisms;

/// <summary>All mechanisms, by themes.</summary>
internal static class MechanismList
{
    /// <summary>The themes, in the order of the page.</summary>
    public static ImmutableArray<Theme> Themes { get; } =
    [
        new("Threat and belief", ThreatAndBelief.All),
        new("How the United States answers", AmericanAnswers.All),
        new("Revenge and accident", RevengeAndAccident.All),
        new("Background, spillover and calm", SpilloverAndCalm.All),
        new("The patron and his proxies", PatronAndProxies.All),
        new("Exposure and goals", ExposureAndGoals.All),
        new("Israel in Syria", IsraelInSyria.All),
        new("What limits war, and what would undo it", LimitsOfWar.All),
        new("The peak", ThePeak.All),
    ];

    /// <summary>Every mechanism.</summary>
    public static IEnumerable<Mechanism> All => Themes.SelectMany(theme => theme.Mechanisms);
}

/// <summary>Mechanisms that belong together.</summary>
/// <param name="Title">The title.</param>
/// <param name="Mechanisms">The mechanisms.</param>
internal sealed record Theme(string Title, ImmutableArray<Mechanism> Mechanisms);
