using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Tries what two sides do.</summary>
public sealed class SidesTrials
{
    private readonly PointSession session;
    private readonly HistoryTrials both;

    /// <summary>Initializes a new instance of the <see cref="SidesTrials"/> class.</summary>
    /// <param name="session">Runs the points.</param>
    /// <param name="game">The sides.</param>
    public SidesTrials(PointSession session, SidesGame game)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(game);
        (this.session, Game) = (session, game);
        both = new(session, game.Goal);
    }

    /// <summary>The sides.</summary>
    public SidesGame Game { get; }

    /// <summary>Trials of a side's policies against what the other one does.</summary>
    /// <param name="side">The side that is to answer.</param>
    /// <param name="opponent">What the other one does; of several policies each has its part of the histories.</param>
    /// <param name="luck">Number of the history that they count as the first one.</param>
    public PolicyTrials Against(int side, SidePlay opponent, long luck) =>
        new ResponseTrials(new HistoryTrials(session, new([Game[side].Objective], [])), Game, side, opponent, luck);

    /// <summary>Values profiles on the same luck. A side that does several things is valued by all of them, each by its
    /// chance.</summary>
    /// <param name="profiles">The profiles.</param>
    /// <param name="luck">Number of the history with whose luck all begin.</param>
    /// <param name="count">How many histories each combination of policies is tried on.</param>
    /// <returns>What each profile costs.</returns>
    public ImmutableArray<ProfileValue> Value(IReadOnlyList<SidesProfile> profiles, long luck, long count)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        var wanted = profiles.SelectMany(Pairs).Select(pair => pair.Point).Distinct().ToList();
        var known = both.Run(wanted, luck, count).ToDictionary(trial => trial.Policy);
        return
        [
            .. profiles.Select(profile => new ProfileValue(profile,
            [
                .. Enumerable.Range(0, 2).Select(side => EstimatedValue.Sum(
                    [.. Pairs(profile).Select(pair => (pair.Chance, known[pair.Point].Objective(side)))])),
            ])),
        ];
    }

    private IEnumerable<(Point Point, double Chance)> Pairs(SidesProfile profile) =>
        from one in profile.First.Parts
        from other in profile.Second.Parts
        select (Game.Joined(one.Policy, other.Policy), one.Chance * other.Chance);
}

/// <summary>What a profile costs.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Losses">The objective of each side, turned so that less is better.</param>
public sealed record ProfileValue(SidesProfile Profile, ImmutableArray<EstimatedValue> Losses)
{
    /// <summary>What a side gains if this becomes another profile.</summary>
    /// <param name="side">The side.</param>
    /// <param name="next">The other one, with the same luck.</param>
    /// <param name="level">Confidence of the interval, between 0 and 1.</param>
    /// <returns>More than 0: it is better off.</returns>
    public MeanEstimate GainOf(int side, ProfileValue next, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(next);
        return next.Losses[side].To(Losses[side], level);
    }
}

/// <summary>What counts as a gain.</summary>
public static class Gains
{
    // Where both profiles have the same histories, a difference is exact but for rounding, and its interval has no width.
    private const double Rounding = 1e-9;

    /// <summary>Says whether a gain is told from none: its interval lies above 0, by more than rounding.</summary>
    /// <param name="gain">The gain.</param>
    public static bool IsGain(this MeanEstimate gain)
    {
        ArgumentNullException.ThrowIfNull(gain);
        return gain.Interval.Lower > Rounding;
    }
}
