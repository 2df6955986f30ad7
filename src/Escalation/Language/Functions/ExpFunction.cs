using Escalation.Engine;

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
        One = new(Exponential.Of, Of, Of),
    };

    public static Bounds Of(Bounds x) => new(
        x.Low == 0 ? 1 : Math.Max(0, Rounding.Below(Exponential.Of(x.Low))),
        x.High == 0 ? 1 : Rounding.Above(Exponential.Of(x.High)));

    private static Motion Of(Motion x)
    {
        var value = Of(x.Value);
        return new Motion(value, value * x.Slope);
    }
}
