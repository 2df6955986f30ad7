using Escalation.Experiments;
using Escalation.Model;

namespace Escalation.Tuning;

/// <summary>A side that tunes.</summary>
/// <param name="Actor">Index of the actor.</param>
/// <param name="Space">Its policies: the values of its levers.</param>
/// <param name="Objective">What it wants.</param>
public sealed record GameSide(int Actor, PolicySpace Space, Objective Objective)
{
    /// <summary>What it did before: the values of the file and the command line, or the middle of what it may do where these are
    /// not allowed.</summary>
    public Point Start { get; } = Space.HasWritten
        ? Space.Written
        : Space.At([.. Space.Ranges.Select(_ => 0.5)], [.. Space.Choices.Select(_ => 0)]);

    /// <summary>True: none of its levers chooses between values, so that it can do a little more or less of everything.</summary>
    public bool IsMoving => Space.Choices.IsEmpty;
}

/// <summary>Two sides that tune against each other.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other; no lever is both's.</param>
public sealed record SidesGame(GameSide First, GameSide Second)
{
    /// <summary>What both want, the first side's before the second's.</summary>
    public TuningGoal Goal => new([First.Objective, Second.Objective], []);

    /// <summary>What both did before.</summary>
    public SidesProfile Start => new(SidePlay.Pure(First.Start), SidePlay.Pure(Second.Start));

    /// <summary>A side.</summary>
    /// <param name="side">0 for the first, 1 for the second.</param>
    public GameSide this[int side] => side == 0 ? First : Second;

    /// <summary>The point at which each side has a policy of its own.</summary>
    /// <param name="first">Gives the levers of the first side, and all that is nobody's.</param>
    /// <param name="second">Gives the levers of the second side.</param>
    public Point Joined(Point first, Point second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var values = first.Values.ToBuilder();
        foreach (var lever in Second.Space.Levers)
        {
            values[lever.Parameter] = second.Values[lever.Parameter];
        }

        return new(values.MoveToImmutable());
    }

    /// <summary>How far two profiles are apart.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <returns>From 0 to 1: the greatest difference of a place in a range, or of a chance.</returns>
    public double Distance(SidesProfile one, SidesProfile other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return Math.Max(one.First.DistanceTo(other.First, First.Space), one.Second.DistanceTo(other.Second, Second.Space));
    }
}

/// <summary>What both sides do.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
public sealed record SidesProfile(SidePlay First, SidePlay Second)
{
    /// <summary>What a side does.</summary>
    /// <param name="side">0 for the first, 1 for the second.</param>
    public SidePlay this[int side] => side == 0 ? First : Second;

    /// <summary>The other side stays, this one does something else.</summary>
    /// <param name="side">0 for the first, 1 for the second.</param>
    /// <param name="play">What it does.</param>
    public SidesProfile With(int side, SidePlay play) => side == 0 ? this with { First = play } : this with { Second = play };

    /// <summary>The other side stays, this one does one thing.</summary>
    /// <param name="side">0 for the first, 1 for the second.</param>
    /// <param name="policy">What it does.</param>
    public SidesProfile With(int side, Point policy) => With(side, SidePlay.Pure(policy));
}
