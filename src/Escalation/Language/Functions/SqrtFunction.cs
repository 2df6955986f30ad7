namespace Escalation.Language;

/// <summary>The square root.</summary>
internal static class SqrtFunction
{
    public static FunctionDescription Description { get; } = new()
    {
        Function = Function.Sqrt,
        Name = "sqrt",
        Signature = "sqrt(x)",
        About = "The square root of a number that is not negative.",
        LeastArguments = 1,
        MostArguments = 1,
        Types = ArgumentTypes.Numbers,
        IsArithmetic = true,
        One = new(Math.Sqrt, Of, Of),
    };

    // Below 0 there is no value, so what lies there is left out. The root is rounded correctly, so its bounds are exact.
    private static Bounds Of(Bounds x) => new(Math.Sqrt(Math.Max(0, x.Low)), Math.Sqrt(Math.Max(0, x.High)));

    private static Motion Of(Motion x)
    {
        var value = Of(x.Value);
        return new Motion(value, x.IsStill ? x.Slope : x.Slope / (Bounds.Point(2) * value));
    }
}
