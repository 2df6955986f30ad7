namespace Escalation.Tests.Simulation.Random;

/// <summary>Writes random expressions that draw.</summary>
/// <param name="luck">Decides.</param>
/// <param name="formulas">Writes their parameters.</param>
internal sealed class DrawText(Luck luck, FormulaText formulas)
{
    /// <summary>A number that is not negative, drawn from any distribution that has such.</summary>
    public string Number(Scope scope) => luck.Below(12) switch
    {
        0 => $"exponential(mean={formulas.Factor(scope)})",
        1 => $"gamma(mean=0.1 + {formulas.Factor(scope)}, shape={formulas.Constant()})",
        2 => $"lognormal(median=0.2 + {formulas.Factor(scope)}, spread={luck.Of("1.2", "1.5", "2")})",
        3 => $"weibull(scale=0.1 + {formulas.Factor(scope)}, shape={luck.Of("0.8", "1", "2")})",
        4 => $"uniform(low=0, high={formulas.Factor(scope)})",
        5 => $"triangular(low=0, mode=0.5, high=0.5 + {formulas.Factor(scope)})",
        6 => $"abs(normal(mean={formulas.Number(scope)}, sd={formulas.Factor(scope)}))",
        7 => $"beta(a={formulas.Constant()}, b=0.5 + {formulas.Factor(scope)})",
        8 => $"{luck.Of("2 * ", "0.5 + ", "")}{Count(scope)}",
        9 => $"if({formulas.Truth(scope)}, {Count(scope)}, uniform(low=0, high=1))",
        10 => formulas.Factor(scope),
        _ => Count(scope),
    };

    /// <summary>A number of either sign.</summary>
    public string Signed(Scope scope) => luck.Below(4) switch
    {
        0 => $"normal(mean={formulas.Number(scope)}, sd={formulas.Factor(scope)})",
        1 => $"uniform(low=-1, high={formulas.Factor(scope)})",
        2 => $"clip({formulas.Number(scope)}, -2, 2)",
        _ => $"{Number(scope)} - {formulas.Constant()}",
    };

    /// <summary>A whole number, 1 or so on average.</summary>
    public string Count(Scope scope) => luck.Below(8) switch
    {
        0 => $"bernoulli({formulas.Chance(scope)})",
        1 => $"bernoulli(p={formulas.Chance(scope)})",
        2 => $"binomial(n={luck.Between(1, 4)}, p=min(0.6, {formulas.Chance(scope)}))",
        3 => $"poisson(mean=min(1.5, {formulas.Factor(scope)}))",
        4 => $"geometric(mean=min(1, {formulas.Factor(scope)}))",
        5 => $"negative_binomial(mean=min(1.2, {formulas.Factor(scope)}), shape={formulas.Constant()})",
        6 => $"choice(0=0.3, 1={formulas.Factor(scope)}, 2=0.2)",
        _ => luck.Of("0", "1", "1", "2"),
    };

    /// <summary>A delay.</summary>
    public string Delay(Scope scope) => luck.Below(10) switch
    {
        0 => $"exponential(mean={Mean(scope)})",
        1 => $"gamma(mean={Mean(scope)}, shape={formulas.Constant()})",
        2 => $"lognormal(median={luck.Of("12 h", "1 d", "0.1 d + lag")}, spread=1.6)",
        3 => $"6 h + weibull(scale=1 d, shape=1.5)",
        4 => $"uniform(low=0 d, high={Mean(scope)})",
        5 => $"triangular(low=0 h, mode=6 h, high=2 d)",
        6 => $"max(0 d, normal(mean=1 d, sd=12 h))",
        7 => $"choice(0=0.3, 1=0.7) * {luck.Of("1 d", "12 h", "lag")}",
        _ => formulas.Delay(scope),
    };

    /// <summary>An interval of a renewal process, never 0.</summary>
    public string Interval(Scope scope) => luck.Below(4) switch
    {
        0 => luck.Of("1 d", "2 d", "36 h", "1 w"),
        1 => $"8 h + exponential(mean={luck.Of("2 d", "1 d + lag")})",
        2 => $"gamma(mean=3 d, shape=4)",
        _ => $"12 h + {formulas.Factor(scope)} * 1 d",
    };

    private string Mean(Scope scope) => luck.Below(4) switch
    {
        0 => "lag",
        1 => "1.5 d",
        2 => $"{formulas.Factor(scope)} * 1 d",
        _ => "18 h",
    };
}
