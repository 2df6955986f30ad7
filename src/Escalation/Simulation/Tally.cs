using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>Whole-number totals over replications; adding them up in any order gives the same result.</summary>
public sealed class Tally
{
    internal static readonly int Reasons = Enum.GetValues<DropReason>().Length;

    private readonly long[] acts;
    private readonly long[] highestRungBy;
    private readonly long[] dropped;
    private readonly int actors;

    /// <summary>Makes an empty tally for a program.</summary>
    /// <param name="program">The program whose replications are counted.</param>
    public Tally(ScenarioProgram program)
    {
        actors = program.Scenario.Actors.Length;
        acts = new long[program.Scenario.Actions.Length * actors];
        highestRungBy = new long[(program.Scenario.Ladder.Length + 1) * (actors + 1)];
        dropped = new long[program.RuleNames.Length * Reasons];
    }

    /// <summary>Steps taken.</summary>
    public long Steps { get; internal set; }

    /// <summary>Replications run.</summary>
    public long Replications { get; internal set; }

    /// <summary>Replications that an outcome ended before the horizon.</summary>
    public long EndedEarly { get; internal set; }

    /// <summary>How often an actor did an action.</summary>
    /// <param name="action">Index of the action.</param>
    /// <param name="actor">Index of the actor.</param>
    /// <returns>The number of acts.</returns>
    public long Acts(int action, int actor) => acts[(action * actors) + actor];

    /// <summary>In how many replications a rung was the highest, and who reached it first.</summary>
    /// <param name="rung">Index of the rung, −1 for none.</param>
    /// <param name="actor">Index of the actor, −1 for nobody.</param>
    /// <returns>The number of replications.</returns>
    public long HighestRungBy(int rung, int actor) => highestRungBy[((rung + 1) * (actors + 1)) + actor + 1];

    /// <summary>How many activations of a rule were dropped for a reason.</summary>
    /// <param name="rule">Index into <see cref="ScenarioProgram.RuleNames"/>.</param>
    /// <param name="reason">The reason.</param>
    /// <returns>The number of activations (of acts, where nobody was there to aim at).</returns>
    public long Dropped(int rule, DropReason reason) => dropped[(rule * Reasons) + (int)reason];

    /// <summary>Adds the totals of another tally of the same program.</summary>
    /// <param name="other">The other tally.</param>
    public void Add(Tally other)
    {
        Steps += other.Steps;
        Replications += other.Replications;
        EndedEarly += other.EndedEarly;
        AddTo(acts, other.acts);
        AddTo(highestRungBy, other.highestRungBy);
        AddTo(dropped, other.dropped);
    }

    /// <summary>Sets all totals to 0.</summary>
    public void Clear()
    {
        (Steps, Replications, EndedEarly) = (0, 0, 0);
        Array.Clear(acts);
        Array.Clear(highestRungBy);
        Array.Clear(dropped);
    }

    internal void CountAct(int action, int actor) => acts[(action * actors) + actor]++;

    internal void CountHighestRung(int rung, int actor) => highestRungBy[((rung + 1) * (actors + 1)) + actor + 1]++;

    internal void CountDrop(int rule, DropReason reason) => dropped[(rule * Reasons) + (int)reason]++;

    private static void AddTo(long[] totals, long[] others)
    {
        for (var i = 0; i < totals.Length; i++)
        {
            totals[i] += others[i];
        }
    }
}
