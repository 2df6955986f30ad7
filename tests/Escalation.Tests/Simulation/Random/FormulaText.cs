namespace Escalation.Tests.Simulation.Random;

/// <summary>Writes random expressions without draws, each legal in its scope.</summary>
/// <param name="luck">Decides.</param>
/// <param name="cast">Who and what there is.</param>
internal sealed class FormulaText(Luck luck, Cast cast)
{
    private static readonly string[] Constants = ["0.1", "0.25", "0.5", "1", "1.5", "2", "3", "2e-1"];

    /// <summary>A plain number.</summary>
    public string Constant() => luck.Of(Constants);

    /// <summary>A number of either sign.</summary>
    public string Number(Scope scope, int depth = 2)
    {
        if (depth == 0)
        {
            return luck.Is(0.3) ? SignedTerm(scope) : Term(scope);
        }

        if (luck.Is(cast.Hazard))
        {
            return Hazard(scope);
        }

        return luck.Below(11) switch
        {
            0 => $"({Number(scope, depth - 1)} + {Number(scope, depth - 1)})",
            1 => $"({Number(scope, depth - 1)} - {Number(scope, depth - 1)})",
            2 => $"({Number(scope, depth - 1)} * {Constant()})",
            3 => $"min({Number(scope, depth - 1)}, {Number(scope, depth - 1)})",
            4 => $"max({Number(scope, depth - 1)}, {Number(scope, depth - 1)}, {Constant()})",
            5 => $"-{Positive(scope, depth - 1)}",
            6 => $"abs({Number(scope, depth - 1)})",
            7 => $"({Number(scope, depth - 1)} / (1 + {Positive(scope, depth - 1)}))",
            8 => $"if({Truth(scope, depth - 1)}, {Number(scope, depth - 1)}, {Number(scope, depth - 1)})",
            9 => $"clip({Number(scope, depth - 1)}, -{Constant()}, {Constant()})",
            _ => Positive(scope, depth),
        };
    }

    /// <summary>A number that is not negative.</summary>
    public string Positive(Scope scope, int depth = 2)
    {
        if (depth == 0)
        {
            return Term(scope);
        }

        return luck.Below(6) switch
        {
            0 => $"({Positive(scope, depth - 1)} + {Positive(scope, depth - 1)})",
            1 => $"min({Positive(scope, depth - 1)}, {Positive(scope, depth - 1)})",
            2 => $"abs({Number(scope, depth - 1)})",
            3 => $"({Constant()} * {Positive(scope, depth - 1)})",
            4 => $"max(0, {Number(scope, depth - 1)})",
            _ => Factor(scope, depth),
        };
    }

    /// <summary>A number from 0 to some 3, by any of the functions.</summary>
    public string Factor(Scope scope, int depth = 2)
    {
        var inner = Math.Max(0, depth - 1);
        return luck.Below(16) switch
        {
            0 => $"exp(-{Constant()} * {Positive(scope, inner)})",
            1 => $"(1 / (1 + {Positive(scope, inner)}))",
            2 => $"min(2, {Positive(scope, inner)})",
            3 => $"clip({Number(scope, inner)}, 0, 2)",
            4 => $"if({Truth(scope, inner)}, {Constant()}, {Small(scope, inner)})",
            5 => $"step({Number(scope, inner)}, 0.2, 1, 0.7, 3, 1.5)",
            6 => $"sqrt(min(4, {Positive(scope, inner)}))",
            7 => $"log(1 + min(5, {Positive(scope, inner)}))",
            8 => $"abs(clip({Number(scope, inner)}, -1, 2))",
            9 => $"max(0, 1 - {Positive(scope, inner)})",
            10 => $"({Small(scope, inner)} * {Small(scope, inner)})",
            11 => $"(({Small(scope, inner)} + {Small(scope, inner)}) / 2)",
            12 => $"min(3, {Positive(scope, inner)}) ^ {luck.Of("0.5", "1", "1.2")}",
            13 => $"({Positive(scope, inner)} / (0.5 + {Positive(scope, inner)} + {Positive(scope, inner)}))",
            14 => $"exp(clip({Number(scope, inner)}, -3, 1))",
            _ => luck.Of("0.5", "1", "1.5"),
        };
    }

    /// <summary>A truth.</summary>
    public string Truth(Scope scope, int depth = 2)
    {
        if (depth > 0 && luck.Is(0.3))
        {
            return luck.Below(3) switch
            {
                0 => $"not {Simple(scope)}",
                1 => $"({Truth(scope, depth - 1)} and {Truth(scope, depth - 1)})",
                _ => $"({Truth(scope, depth - 1)} or {Truth(scope, depth - 1)})",
            };
        }

        return depth > 0 && luck.Is(0.4)
            ? $"({Number(scope, depth - 1)} {luck.Of("<", "<=", ">", ">=")} "
                + (scope.IsFollowed ? $"{Constant()})" : $"{Number(scope, depth - 1)})")
            : Simple(scope);
    }

    /// <summary>A chance.</summary>
    public string Chance(Scope scope) => luck.Below(6) switch
    {
        0 => luck.Of("0.2", "0.5", "0.9", "1"),
        1 => $"min(1, {Positive(scope)})",
        2 => $"clip({Number(scope)}, 0.1, 0.8)",
        3 => $"exp(-{Positive(scope)})",
        4 => $"if({Truth(scope)}, 0.7, 0.3)",
        _ => "push",
    };

    /// <summary>A rate, some tenths a day.</summary>
    public string Rate(Scope scope) => luck.Below(10) switch
    {
        0 => luck.Of("0.2 per d", "1 per w", "0.02 per h", "0.5 per d", "1 / 3 d"),
        1 => $"{Constant()} * {Factor(scope)} * {Factor(scope)} per d",
        2 => $"tempo * {Factor(scope, 3)}",
        3 => $"pace * {Factor(scope)} + tempo * {Factor(scope)}",
        4 => $"{Factor(scope, 3)} / {luck.Of("2 d", "30 h", "lag")}",
        5 => $"if({Truth(scope)}, {luck.Of("0.6 per d", "pace")}, tempo)",
        6 => $"max(0 per d, (0.6 - {Positive(scope)}) per d)",
        7 => $"min(1.5 per d, {Positive(scope, 3)} per d)",
        8 => $"step({Number(scope)}, 0.1, 0.5, 0.6, 2, 0) per d",
        _ => $"if({Condition()}, 0.4, if({Condition()}, 0, 0.8)) per d",
    };

    /// <summary>A duration that is not negative. Few different values, so that there are ties.</summary>
    public string Delay(Scope scope) => luck.Below(9) switch
    {
        0 => luck.Of("0 d", "0 h"),
        1 or 2 => luck.Of("6 h", "12 h", "1 d", "24 h"),
        3 => luck.Of("36 h", "2 d", "90 min"),
        4 => "lag",
        5 => "wait",
        6 => $"{Factor(scope)} * 1 d",
        7 => $"if({Truth(scope)}, 0 d, {luck.Of("1 d", "5 h", "lag")})",
        _ => $"max({luck.Of("0 d", "3 h")}, wait - {Constant()} * 1 h)",
    };

    /// <summary>A time after the start, a constant of a replication.</summary>
    public string Time(int latestDay) => luck.Below(4) switch
    {
        0 => "0 d",
        1 => "lag",
        2 => luck.Of("36 h", "1 w"),
        _ => $"{luck.Between(1, latestDay)} d",
    };

    /// <summary>A comparison of a condition.</summary>
    public string Condition()
    {
        var (name, states) = Cast.Conditions[luck.Below(Cast.Conditions.Length)];
        return $"{name} is {states[luck.Below(states.Length)]}";
    }

    private string Small(Scope scope, int depth) => depth > 0 ? Factor(scope, depth - 1) : luck.Of("0.5", "1", "1.5");

    private string Simple(Scope scope)
    {
        if (!scope.Moment || luck.Is(0.25))
        {
            return $"({Number(scope, 0)} {luck.Of("<", "<=", ">", ">=", "==", "!=")} {Constant()})";
        }

        return luck.Below(scope.Outcomes.Length > 0 ? 5 : 4) switch
        {
            0 => $"({Condition()})",
            1 => $"(day {luck.Of("<", ">=", ">")} {luck.Between(1, 12)} d)",
            2 => $"({Level(scope)} {luck.Of("<", ">", ">=", "<=")} {Constant()})",
            3 => OfMeasure(scope),
            _ => scope.Outcomes[luck.Below(scope.Outcomes.Length)],
        };
    }

    // What may be nothing is compared, never reckoned with.
    private string OfMeasure(Scope scope)
    {
        var measures = cast.Measures.Take(scope.Measures)
            .Where(measure => !scope.IsFollowed || measure.Gauge != Cast.Gauge.OverTime).ToArray();
        if (measures.Length == 0)
        {
            return $"({Condition()})";
        }

        var measure = luck.Of(measures);
        return measure.Gauge switch
        {
            Cast.Gauge.Moment => $"({measure.Name} {luck.Of("<", ">")} {luck.Of("3 d", "day - 2 d", "10 d")})",
            Cast.Gauge.Time => $"({measure.Name} > {luck.Of("2 d", "30 h", "lag")})",
            _ => $"({measure.Name} {luck.Of(">=", "<", "==")} {luck.Of("1", "2", "4", "0.5")})",
        };
    }

    private string Level(Scope scope) => scope.Own && luck.Is(0.5)
        ? luck.Of("fear", "stock", "mood")
        : $"{luck.Of(cast.Names.AsSpan())}.{luck.Of("fear", "mood")}";

    private string SignedTerm(Scope scope)
    {
        var terms = new List<string> { "bias", "-1" };
        if (scope.Moment)
        {
            terms.Add($"{luck.Of(cast.Names.AsSpan())}.mood");
            terms.AddRange(cast.Measures.Take(scope.Measures)
                .Where(measure => measure.Gauge == Cast.Gauge.Level).Select(measure => measure.Name));
        }

        if (scope.Own)
        {
            terms.AddRange(["mood", "mood"]);
        }

        if (scope.Event)
        {
            terms.Add("event.actor.mood");
        }

        return terms[luck.Below(terms.Count)];
    }

    private string Term(Scope scope)
    {
        var terms = new List<string> { Constant(), "push", "zeal", "plain" };
        if (scope.Moment)
        {
            terms.AddRange([$"{luck.Of(cast.Names.AsSpan())}.{Positive()}", "(day / 10 d)"]);
            terms.AddRange(cast.Measures.Take(scope.Measures).Select(measure => measure.Gauge switch
            {
                Cast.Gauge.Count or Cast.Gauge.Sum or Cast.Gauge.Dropped => $"min({measure.Name}, 4)",
                Cast.Gauge.Time => $"({measure.Name} / 5 d)",
                _ => "1",
            }));
        }

        if (scope.Own)
        {
            terms.AddRange(["fear", "stock", "reach", "fear", "stock"]);
        }

        if (scope.Sponsor)
        {
            terms.Add($"sponsor.{Positive()}");
        }

        if (scope.Event)
        {
            terms.Add($"event.actor.{Positive()}");
        }

        if (scope.Target)
        {
            terms.Add($"event.target.{Positive()}");
        }

        if (scope.Observer)
        {
            terms.AddRange([$"observer.{Positive()}", "observer.fear"]);
        }

        terms.AddRange(scope.Fields.Select(field => $"event.{field}"));
        terms.AddRange(scope.Rung ? ["event.rung"] : []);
        terms.AddRange(scope.Attributed ? ["event.attributed"] : []);
        return terms[luck.Below(terms.Count)];

        string Positive() => luck.Of(Cast.PositiveLevels.AsSpan());
    }

    // By way of an uncertainty: of constants alone a reader would find the fault.
    private string Hazard(Scope scope) => luck.Below(4) switch
    {
        0 => $"(1 / (plain * {Number(scope, 1)}))",
        1 => $"log(plain * {Number(scope, 1)})",
        2 => $"sqrt(plain * {Number(scope, 1)})",
        _ => $"exp(plain * {Number(scope, 1)} * 400)",
    };
}
