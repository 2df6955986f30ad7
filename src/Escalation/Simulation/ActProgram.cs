namespace Escalation.Simulation;

/// <summary>What an act is once it is done: its fields drawn, itself counted and measured.</summary>
/// <param name="world">The world, its registers set to the act.</param>
/// <param name="stem">Stem of the key of the act.</param>
internal delegate void ActCode(World world, ulong stem);

/// <summary>An action together with the measures that see it: followed as data until it was done often, then compiled.</summary>
internal sealed class ActProgram
{
    private readonly Heat heat;
    private readonly Func<ActProgram, ActCode> compile;

    /// <summary>Prepares an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="measures">The measures that see it.</param>
    /// <param name="translation">When the code is made.</param>
    /// <param name="compile">Makes the code.</param>
    public ActProgram(ActionProgram action, int[] measures, Translation translation, Func<ActProgram, ActCode> compile)
    {
        (Action, Measures, this.compile) = (action, measures, compile);
        heat = new Heat(translation);
        Run = translation == Translation.AtOnce ? compile(this) : Follow;
    }

    /// <summary>The action.</summary>
    public ActionProgram Action { get; }

    /// <summary>The measures that see it.</summary>
    public int[] Measures { get; }

    /// <summary>Draws its fields, counts and measures it.</summary>
    public ActCode Run { get; private set; }

    private void Follow(World world, ulong stem)
    {
        if (heat.Rises())
        {
            Run = compile(this);
        }

        world.DrawFields(Action, stem);
        world.CountAct(Action);
        world.MeasureAct(Measures);
    }
}
