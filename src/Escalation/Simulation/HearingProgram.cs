namespace Escalation.Simulation;

/// <summary>What those who hear of something do, as code.</summary>
/// <param name="world">The world, its registers set to the event.</param>
/// <param name="stem">Stem of the key of what is heard of.</param>
/// <param name="happening">Index of the event.</param>
/// <param name="isKnown">Whether the doer of the event is known.</param>
internal delegate void HearingCode(World world, ulong stem, int happening, bool isKnown);

/// <summary>A rule of an actor that is asked, and no more of it than is needed for that.</summary>
/// <param name="Index">Index of the rule.</param>
/// <param name="Actor">Index of the actor.</param>
/// <param name="Program">The rule, which several actors may share.</param>
internal readonly record struct AskedRule(int Index, int Actor, RuleProgram Program);

/// <summary>The rules that are asked when something is heard: of one actor, or of all that hear of it together, one after the
/// other. Asked one by one until they were asked often, then compiled into one piece of code.</summary>
/// <remarks>In a scenario of thousands of actors most of these are seldom used, and what they are made of comes from far memory:
/// so they are one object and one array.</remarks>
internal sealed class HearingProgram
{
    // A world tells of this many uses at once.
    private const int Portion = 128;

    private readonly Func<HearingProgram, HearingCode?>? compile;
    private HearingCode? code;
    private int asked;

    /// <summary>Prepares the rules.</summary>
    /// <param name="rules">The rules of the hearers in order, of each from top to bottom.</param>
    /// <param name="isTogether">True if the hearers hear of it in steps of their own that follow each other.</param>
    /// <param name="translation">When the code is made.</param>
    /// <param name="compile">Makes the code, or null if there is enough of it.</param>
    public HearingProgram(
        RuleInstance[] rules, bool isTogether, Translation translation, Func<HearingProgram, HearingCode?> compile)
    {
        Rules = [.. rules.Select(rule => new AskedRule(rule.Index, rule.Actor, rule.Program))];
        IsTogether = isTogether;
        this.compile = translation == Translation.WhenHot ? compile : null;
        code = translation == Translation.AtOnce ? compile(this) : null;
    }

    /// <summary>The rules; where the actor changes the next hearer begins.</summary>
    public AskedRule[] Rules { get; }

    /// <summary>Whether each hearer but one alone hears in a step of its own, with what settles after it.</summary>
    public bool IsTogether { get; }

    /// <summary>Whether the rule at a place is the last that its actor asks.</summary>
    public static bool IsLastOfHearer(ReadOnlySpan<AskedRule> rules, int place) =>
        place == rules.Length - 1 || rules[place].Actor != rules[place + 1].Actor;

    /// <summary>How many hearers come after that of the rule at a place.</summary>
    public static int HearersAfter(ReadOnlySpan<AskedRule> rules, int place)
    {
        var count = 0;
        for (var later = place + 1; later < rules.Length; later++)
        {
            count += IsLastOfHearer(rules, later) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Asks them.</summary>
    /// <param name="world">The world, its registers set to the event.</param>
    /// <param name="stem">Stem of the key of what is heard of.</param>
    /// <param name="happening">Index of the event.</param>
    /// <param name="isKnown">Whether the doer of the event is known.</param>
    public void Run(World world, ulong stem, int happening, bool isKnown)
    {
        if (code is { } ready)
        {
            ready(world, stem, happening, isKnown);
            return;
        }

        NoteUses(1);
        world.AskOneByOne(Rules, IsTogether, stem, happening, isKnown);
    }

    /// <summary>Whether a world that has used it so often is to ask for the code: once in a while.</summary>
    /// <param name="uses">How often it was used there.</param>
    public static bool IsToTell(int uses) => (uses & (Portion - 1)) == 0 || uses == 1;

    /// <summary>Tells of the uses since it was last asked, and asks for the code.</summary>
    /// <param name="uses">How often a world used it.</param>
    /// <returns>The code, if there is some.</returns>
    public HearingCode? CodeAfter(int uses)
    {
        if (uses != 1)
        {
            NoteUses(Portion);
        }

        return code;
    }

    // Counts may be lost where threads meet; that delays the compiler a little. Two that meet at the mark make the same code.
    private void NoteUses(int uses)
    {
        if (compile is not null && asked < Heat.Threshold && (asked += uses) >= Heat.Threshold)
        {
            code = compile(this);
        }
    }
}
