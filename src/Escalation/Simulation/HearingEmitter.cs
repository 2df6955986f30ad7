using System.Linq.Expressions;
using System.Reflection;
using static System.Linq.Expressions.Expression;

namespace Escalation.Simulation;

/// <summary>Writes the code of a hearing: the code of its rules, one after the other, for the actors that have them.</summary>
internal static class HearingEmitter
{
    private const BindingFlags Inner = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    /// <summary>Compiles a hearing.</summary>
    /// <param name="program">The program that its rules belong to.</param>
    /// <param name="hearing">The hearing.</param>
    /// <param name="isWhole">Whether the rules stand in it as a whole; otherwise what they do is called.</param>
    public static HearingCode Compile(ScenarioProgram program, HearingProgram hearing, bool isWhole)
    {
        var streams = new StreamEmitter();
        var world = streams.Reads.Context;
        var (stem, happening) = (Parameter(typeof(ulong), "stem"), Parameter(typeof(int), "happening"));
        var isKnown = Parameter(typeof(bool), "isKnown");
        var end = Label("end");
        var code = new List<Expression>();
        for (var place = 0; place < hearing.Rules.Length; place++)
        {
            var rule = hearing.Rules[place];
            if (place == 0 || HearingProgram.IsLastOfHearer(hearing.Rules, place - 1))
            {
                code.Add(Set(nameof(World.Me), rule.Actor));
                if (hearing.IsTogether)
                {
                    code.Add(Set(nameof(World.StepHearer), rule.Actor));
                }
            }

            code.Add(Call(world, Method(nameof(World.BeginRule)), Constant(rule.Index)));
            var known = hearing.IsTogether ? Constant(true) : (Expression)isKnown;
            var emitter = new RuleEmitter(
                program, rule.Program, streams, new RuleStart(Constant(rule.Index), stem, happening, known));
            code.Add(isWhole ? emitter.Occasion() : emitter.Call());
            if (hearing.IsTogether && HearingProgram.IsLastOfHearer(hearing.Rules, place))
            {
                var left = Constant(HearingProgram.HearersAfter(hearing.Rules, place));
                code.Add(IfThen(Call(world, Method(nameof(World.IsOverAfter)), left), Return(end)));
            }
        }

        if (hearing.IsTogether)
        {
            code.Add(Call(world, Method(nameof(World.Release)), happening));
        }

        code.Add(Label(end));
        return Lambda<HearingCode>(Block([streams.Stream], code), world, stem, happening, isKnown).Compile();

        BinaryExpression Set(string register, int value) =>
            Assign(Field(world, typeof(World).GetField(register, Inner)!), Constant(value));

        MethodInfo Method(string name) => typeof(World).GetMethod(name, Inner)!;
    }
}
