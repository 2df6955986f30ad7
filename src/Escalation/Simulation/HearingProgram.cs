namespace Escalation.Simulation;

/// <summary>What those who hear of something do, as code.</summary>
/// <param name="world">The world, its registers set to the event.</param>
/// <param name="stem">Stem of the key of what is heard of.</param>
/// <param name="happening">Index of the event.</param>
/// <param name="isKnown">Whether the doer of the event is known.</param>
internal delegate void HearingCode(World world, ulong stem, int happening, bool isKnown);

/// <summary>The rules that are asked when something is heard: of one actor, or of all that hear of it together, one after the
/// other. Asked one by one until they were asked often, then compiled into one piece of code.</summary>
internal sealed class HearingProgram
{
    private readonly Heat heat;
    private readonly Func<HearingProgram, HearingCode?> compile;

    /// <summary>Prepares the rules.</summary>
    /// <param name="asked">For each hearer the rules it asks, from top to bottom.</param>
    /// <param name="isTogether">True if the hearers hear of it in steps of their own that follow each other.</param>
    /// <param name="translation">When the code is made.</param>
    /// <param name="compile">Makes the code; null if it is not to be made.</param>
    public HearingProgram(
        RuleInstance[][] asked, bool isTogether, Translation translation, Func<HearingProgram, HearingCode?> compile)
    {
        (Asked, IsTogether, this.compile) = (asked, isTogether, compile);
        heat = new Heat(translation);
        Run = (translation == Translation.AtOnce ? compile(this) : null) ?? AskOneByOne;
    }

    /// <summary>For each hearer the rules it asks.</summary>
    public RuleInstance[][] Asked { get; }

    /// <summary>Whether each hearer but one alone hears in a step of its own, with what settles after it.</summary>
    public bool IsTogether { get; }

    /// <summary>Asks them.</summary>
    public HearingCode Run { get; private set; }

    private void AskOneByOne(World world, ulong stem, int happening, bool isKnown)
    {
        if (heat.Rises() && compile(this) is { } code)
        {
            Run = code;
        }

        world.AskOneByOne(this, stem, happening, isKnown);
    }
}
