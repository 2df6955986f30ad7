namespace Escalation.Language;

/// <summary>The natural logarithm.</summary>
internal static class LogFunction
{
    public static FunctionDescription Description { get; } = new()
    {
        Function = Function.Log,
        Name = "log",
        Signature = "log(x)",
        About = "The natural logarithm of a positive number.",
        LeastArguments = 1,
        MostArguments = 1,
        Types = ArgumentTypes.Numbers,
        IsArithmetic = true,
        One = new(Math.Log, Of, Of),
    };

    // Below 0 there is no value, so what lies there is left out.
    public static Bounds Of(Bounds x) => x.High <= 0 ? Bounds.Everything : new(
        x.Low <= 0 ? double.NegativeInfinity : x.Low == 1 ? 0 : Rounding.Below(Math.Log(x.Low)),
        x.High == 1 ? 0 : Rounding.Above(Math.Log(x.High)));

    private static Motion Of(Motion x) => new(Of(x.Value), x.IsStill ? x.Slope
        : x.Slope / new Bounds(Math.Max(0, x.Value.Low), Math.Max(0, x.Value.High)));
}
