namespace Escalation.Language;

/// <summary>A value held between two ends.</summary>
internal static class ClipFunction
{
    public static FunctionDescription Description { get; } = new()
    {
        Function = Function.Clip,
        Name = "clip",
        Signature = "clip(x, low, high)",
        About = "x, or the end that it is beyond; low must not be above high.",
        LeastArguments = 3,
        MostArguments = 3,
        Types = ArgumentTypes.Alike,
    };

    /// <summary>The value; the ends are in order.</summary>
    public static double Of(double x, double low, double high) => MinFunction.Of(MaxFunction.Of(x, low), high);
}
