namespace Escalation.Language;

/// <summary>The exponential function.</summary>
internal static class ExpFunction
{
    public static FunctionDescription Description { get; } = new()
    {
        Function = Function.Exp,
        Name = "exp",
        Signature = "exp(x)",
        About = "e to the power of x.",
        LeastArguments = 1,
        MostArguments = 1,
        Types = ArgumentTypes.Numbers,
        IsArithmetic = true,
        SwallowsInfinity = true,
        One = new(Math.Exp, Of, Of),
    };

    public static Bounds Of(Bounds x) => new(
        x.Low == 0 ? 1 : Math.Max(0, Rounding.Below(Math.Exp(x.Low))),
        x.High == 0 ? 1 : Rounding.Above(Math.Exp(x.High)));

    private static Motion Of(Motion x)
    {
        var value = Of(x.Value);
        return new Motion(value, value * x.Slope);
    }
}
