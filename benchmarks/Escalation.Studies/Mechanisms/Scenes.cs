using System.Collections.Immutable;
using static Escalation.Studies.Mechanisms.Edit;

namespace Escalation.Studies.Mechanisms;

/// <summary>The scenarios in which mechanisms are shown, and edits that several experiments share.</summary>
internal static class Scenes
{
    /// <summary>Iraq and Syria after 17 October 2023.</summary>
    public const string Autumn = "iraq-syria-2023-10";

    /// <summary>The contained violence from 2021 to April 2023.</summary>
    public const string Spring = "syria-2023-03";

    /// <summary>The killed general of January 2020.</summary>
    public const string January = "soleimani-2020";

    /// <summary>Attacks on the United States that Israeli raids breed, alone.</summary>
    public const string Displacement = "displacement";

    /// <summary>An understanding that is kept, broken and restored, alone.</summary>
    public const string Understanding = "informal-understanding";

    /// <summary>Five groups that attack in waves, alone.</summary>
    public const string AllAtOnce = "all-proxies-at-once";

    /// <summary>In autumn: no war in Gaza and no second front, until an experiment brings them.</summary>
    public static ImmutableArray<Edit> Peace { get; } =
    [
        Replace("[quiet, raging], starts: raging", "[quiet, raging], starts: quiet"),
        Replace("[cold, hot], starts: hot", "[cold, hot], starts: cold"),
        Without("world.the war returns"),
    ];

    /// <summary>In spring: an understanding that holds all the time.</summary>
    public static ImmutableArray<Edit> Holds { get; } =
        [Replace("[broken, holds], starts: broken", "[broken, holds], starts: holds"), .. Unbroken];

    /// <summary>In spring: an understanding that stays as it is.</summary>
    public static ImmutableArray<Edit> Unbroken =>
    [
        Without("world.calm leads to an understanding"),
        Without("world.a shock from outside"),
        Without("iran.a death breaks the understanding"),
    ];

    /// <summary>Attacks in revenge: those with an intent of 1.5; those of own will and on order are meant otherwise.</summary>
    public static Edit Revenge { get; } = Measure("revenge: {count: attack by militia against us, if: event.intent == 1.5}");

    /// <summary>Attacks on US forces within a time.</summary>
    /// <param name="name">The name of the measure.</param>
    /// <param name="when">Such as <c>from: 60 d, until: 90 d</c>.</param>
    public static Edit Attacks(string name, string when) => Measure($"{name}: {{count: attack by militia against us, {when}}}");

    /// <summary>A US strike of severity 1 that is given.</summary>
    /// <param name="when">The time.</param>
    /// <param name="action">The strike.</param>
    /// <param name="target">Whom it hits.</param>
    public static Edit GivenStrike(string when, string action, string target) =>
        Given("us", $"at: {when}, do: [{{act: {action}, against: {target}, with: {{severity: 1, again: 0}}}}]");
}
