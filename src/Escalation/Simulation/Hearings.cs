namespace Escalation.Simulation;

/// <summary>The rules that are asked together, each set once for all threads.</summary>
/// <param name="program">The program that the rules belong to.</param>
/// <param name="translation">When they are compiled.</param>
internal sealed class Hearings(ScenarioProgram program, Translation translation)
{
    // The code of more would push the rest out of the caches.
    private const int MostCompiled = 64;
    private const int MostRules = 24;

    // So many rules stand in one piece of code; of more, only what sorts them out does.
    private const int MostWholeRules = 3;

    private readonly Shared<HearingProgram> programs = new();
    private int compiled;

    /// <summary>The rules of one hearer.</summary>
    public HearingProgram Alone(RuleInstance[] rules) => Of(rules, isTogether: false);

    /// <summary>The rules of several hearers, each of which hears in a step of its own.</summary>
    public HearingProgram Together(RuleInstance[] rules) => Of(rules, isTogether: true);

    private HearingProgram Of(RuleInstance[] rules, bool isTogether)
    {
        var name = (isTogether ? "+" : "") + string.Join(',', rules.Select(rule => rule.Index));
        return programs.Of(name, () => new HearingProgram(rules, isTogether, translation, Compile));
    }

    private HearingCode? Compile(HearingProgram hearing)
    {
        var rules = hearing.Rules.Length;
        return rules is > 0 and <= MostRules && Interlocked.Increment(ref compiled) <= MostCompiled
            ? HearingEmitter.Compile(program, hearing, isWhole: rules <= MostWholeRules)
            : null;
    }
}
