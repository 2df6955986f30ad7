namespace Escalation.Tests.Simulation.Random;

/// <summary>Writes random measures, outcomes and series.</summary>
/// <param name="luck">Decides.</param>
/// <param name="cast">Who and what there is.</param>
/// <param name="formulas">Writes expressions.</param>
internal sealed class MeasureText(Luck luck, Cast cast, FormulaText formulas)
{
    private static readonly string[] Reasons =
        ["if", "chance", "limits", "unless", "cancelled", "unknown", "no_target", "horizon"];

    private readonly PatternText patterns = new(luck, cast);

    /// <summary>All measures.</summary>
    /// <param name="rules">The rules that may be dropped, as <c>actor.title</c>.</param>
    public IEnumerable<string> Measures(IReadOnlyList<string> rules) =>
        cast.Measures.Select((measure, index) => $"  {measure.Name}: {{{Measure(measure, index, rules)}}}");

    /// <summary>All outcomes; each reads those before it.</summary>
    public IEnumerable<string> Outcomes() => cast.Outcomes.Select((name, index) => $"  {name}: {{{Outcome(index)}}}");

    /// <summary>The series.</summary>
    public string Series()
    {
        var paths = new[] { "ash.fear", "world.mood", "ivy.stock * 2", "ash.fear - birch.fear", "day / 1 d" }
            .Concat(cast.Measures.Select(measure => measure.Name)).Concat(cast.Outcomes).Where(_ => luck.Is(0.5)).Prepend("m0");
        return $"series: {{every: {luck.Of("1 d", "36 h", "12 h")}, of: [{string.Join(", ", paths.Distinct())}]}}";
    }

    private string Measure(Cast.Meter measure, int index, IReadOnlyList<string> rules)
    {
        var scope = Scope.Truth with { Measures = index };
        return measure.Gauge switch
        {
            Cast.Gauge.Count => Filtered("count: {0}", scope, hasWindow: true),
            Cast.Gauge.Sum => Valued("sum", scope),
            Cast.Gauge.Extreme => Valued(luck.Of("max", "min"), scope),
            Cast.Gauge.Moment => Filtered(luck.Of("first: {0}", "last: {0}", "nth: 3, of: {0}"), scope, hasWindow: false),
            Cast.Gauge.Time => $"time: \"{formulas.Truth(scope)}\"{Span()}",
            Cast.Gauge.Level => $"level: \"{formulas.Number(scope)}\"{At()}",
            Cast.Gauge.OverTime => $"{luck.Of("max", "min", "mean")}: \"{formulas.Number(scope)}\"{Span()}",
            _ => $"dropped: {rules[luck.Below(rules.Count)]}"
                + (luck.Is(0.6) ? $", because: {luck.Of(Reasons)}" : "") + Span(),
        };
    }

    // A field that not every event has is passed over under 'any action'.
    private string Valued(string kind, Scope scope)
    {
        if (luck.Is(0.4))
        {
            return $"{kind}: {luck.Of("loss", "rung", "force", "mark")}, of: any action{Span()}{Window()}";
        }

        var (text, deeds) = patterns.Act(isRule: false);
        var heard = new Heard($"\"{text}\"", deeds);
        var value = kind == "sum"
            ? formulas.Positive(heard.Within(scope))
            : formulas.Number(heard.Within(scope));
        return $"{kind}: \"{value}\", of: {heard.Text}{If(heard, scope)}{Span()}{Window()}";
    }

    private string Filtered(string form, Scope scope, bool hasWindow)
    {
        var heard = patterns.Any(isRule: false);
        return form.Replace("{0}", heard.Text, StringComparison.Ordinal) + If(heard, scope) + Span()
            + (hasWindow ? Window() : "");
    }

    private string If(Heard heard, Scope scope) => luck.Is(0.3) ? $", if: \"{formulas.Truth(heard.Within(scope))}\"" : "";

    private string Window() => luck.Is(0.4) ? $", within: {luck.Of("1 d", "3 d", "1 w", "lag")}" : "";

    private string Span() => luck.Below(6) switch
    {
        0 => $", from: {luck.Between(1, 5)} d",
        1 => $", until: {luck.Between(6, 14)} d",
        2 => $", from: {luck.Of("lag", "2 d")}, until: 12 d",
        _ => "",
    } + At();

    private string At() => luck.Is(0.2) ? $", at: {luck.Between(3, 14)} d" : "";

    private string Outcome(int index)
    {
        var scope = Scope.Truth with { Measures = int.MaxValue, Outcomes = cast.Outcomes[..index] };
        return luck.Below(4) switch
        {
            0 => $"at_end: \"{formulas.Truth(scope)}\"",
            1 => $"when: \"m0 >= {luck.Of("5", "20", "60")} and day > {luck.Between(8, 14)} d\", ends: true",
            2 => $"when: \"m0 > {luck.Between(1, 9)}\", progress: m0",
            _ => $"when: \"{formulas.Truth(scope, 3)}\"",
        };
    }
}
