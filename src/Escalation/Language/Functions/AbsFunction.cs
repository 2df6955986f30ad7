namespace Escalation.Language;

/// <summary>The absolute value.</summary>
internal static class AbsFunction
{
    public static FunctionDescription Description { get; } = new()
    {
        Function = Function.Abs,
        Name = "abs",
        Signature = "abs(x)",
        About = "The distance from 0.",
        LeastArguments = 1,
        MostArguments = 1,
        Types = ArgumentTypes.Alike,
        IsArithmetic = true,
        One = new(Math.Abs, Of, Of),
    };

    private static Bounds Of(Bounds x) => x.Low >= 0 ? x
        : x.High <= 0 ? new Bounds(-x.High, -x.Low)
        : new Bounds(0, Math.Max(-x.Low, x.High));

    private static Motion Of(Motion x) => new(Of(x.Value), x.Value.Low >= 0 ? x.Slope
        : x.Value.High <= 0 ? -x.Slope
        : Bounds.Hull(x.Slope, -x.Slope));
}
