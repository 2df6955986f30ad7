using System.Globalization;

namespace Escalation.Tests.Simulation.Random;

/// <summary>Random scenarios that are legal, for comparing ways of running them. Each exercises a part of the language; many
/// together exercise all of it.</summary>
internal static class RandomScenario
{
    /// <summary>Writes a scenario.</summary>
    /// <param name="seed">Any number; the same gives the same text.</param>
    /// <returns>The text of the file.</returns>
    public static string Yaml(ulong seed)
    {
        var luck = new Luck(seed);
        var cast = new Cast(luck);
        var formulas = new FormulaText(luck, cast);
        var draws = new DrawText(luck, formulas);
        var parties = new PartyText(luck, cast, formulas, draws);
        var measures = new MeasureText(luck, cast, formulas);
        var lines = new List<string>
        {
            "escalation: 1",
            string.Create(CultureInfo.InvariantCulture, $"name: scenario {seed}"),
            string.Create(CultureInfo.InvariantCulture, $"horizon: {cast.HorizonDays} d"),
            "max_events: 8000",
            "ladder: [low, middle, high]",
        };
        lines.AddRange(cast.HasStart ? ["start: 2023-10-17"] : []);
        lines.AddRange(Parameters(luck));
        lines.AddRange(Conditions(luck, formulas));
        lines.Add("actions:");
        lines.AddRange(cast.Actions.Select(deed => Action(deed, luck, formulas, draws)));
        lines.AddRange(parties.All());
        lines.Add("measures:");
        lines.AddRange(measures.Measures(parties.RuleNames));
        lines.Add("outcomes:");
        lines.AddRange(measures.Outcomes());
        lines.Add(measures.Series());
        return string.Join('\n', lines) + "\n";
    }

    private static string[] Parameters(Luck luck) =>
    [
        "levers:",
        $"  push: {{value: {luck.Of("0.2", "0.5", "1")}, range: [0, 1]}}",
        $"  pace: {{value: {luck.Of("0.1 per d", "1 per w")}, range: [0 per d, 1 per d]}}",
        "uncertainties:",
        $"  zeal: {{value: 0.8, prior: \"{luck.Of("lognormal(median=0.8, spread=1.5)", "gamma(mean=1, shape=2)")}\"}}",
        $"  tempo: {{{luck.Of("value: 0.3 per d, ", "")}prior: \"{Tempo(luck)}\"}}",
        $"  lag: {{{luck.Of("value: 1 d, ", "")}prior: \"uniform(low=12 h, high=2 d)\"}}",
        $"  wait: {luck.Of("6 h", "1 d", "{value: 12 h, prior: \"choice(0=1, 1=zeal) * 6 h\"}")}",
        $"  plain: {luck.Of("0.4", "1", "{value: 0.5, prior: \"push * beta(a=2, b=2)\"}")}",
        $"  bias: {{value: -0.3, prior: \"{luck.Of("normal(mean=0, sd=1)", "uniform(low=-1, high=1)")}\"}}",
        "cases:",
        "  no push: {push: 0, wait: 1 h}",
    ];

    private static string Tempo(Luck luck) => luck.Of(
        "gamma(mean=0.3 per d, shape=5)", "exponential(mean=0.3 per d)", "weibull(scale=0.3 per d, shape=2)");

    private static IEnumerable<string> Conditions(Luck luck, FormulaText formulas)
    {
        yield return "conditions:";
        foreach (var (name, states) in Cast.Conditions)
        {
            var starts = luck.Below(3) switch
            {
                0 => "",
                1 => $", starts: {states[luck.Below(states.Length)]}",
                _ => $", starts: {{{states[0]}: \"{formulas.Factor(Scope.Replication)}\", {states[1]}: 0.5}}",
            };
            yield return $"  {name}: {{states: [{string.Join(", ", states)}]{starts}}}";
        }
    }

    private static string Action(Cast.Deed deed, Luck luck, FormulaText formulas, DrawText draws)
    {
        var parts = new List<string>();
        parts.AddRange(deed.HasRung ? [$"rung: {luck.Of("low", "middle", "high")}"] : []);
        var scope = new Scope { Moment = true, Event = true, Target = deed.IsAimed, Rung = deed.HasRung };
        scope = scope with { Measures = int.MaxValue, Fields = deed.DrawsForce ? [] : ["force"] };
        var fields = new List<string>();
        foreach (var field in deed.Fields.Concat(deed.DrawsForce ? ["force"] : []))
        {
            fields.Add($"{field}: \"{(field == "mark" ? draws.Count(scope) : draws.Number(scope))}\"");
            scope = scope with { Fields = scope.Fields.Add(field) };
        }

        parts.AddRange(fields.Count > 0 ? [$"draws: {{{string.Join(", ", fields)}}}"] : []);
        parts.AddRange(luck.Is(0.6) ? [$"report: {{{Report(scope with { Observer = true }, luck, formulas, draws)}}}"] : []);
        return $"  {deed.Name}: {{{string.Join(", ", parts)}}}";
    }

    private static string Report(Scope scope, Luck luck, FormulaText formulas, DrawText draws)
    {
        var parts = new List<string>();
        parts.AddRange(luck.Is(0.5) ? [$"chance: \"{formulas.Chance(scope)}\""] : []);
        parts.AddRange(luck.Is(0.5) ? [$"after: \"{draws.Delay(scope)}\""] : []);
        parts.AddRange(parts.Count == 0 || luck.Is(0.6) ? [$"attributed: \"{formulas.Chance(scope)}\""] : []);
        return string.Join(", ", parts);
    }
}
