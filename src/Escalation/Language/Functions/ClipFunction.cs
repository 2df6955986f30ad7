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

    /// <summary>Its bounds; the ends need not be certain to be in order, since there is no value where they are not.</summary>
    public static Bounds Of(Bounds x, Bounds low, Bounds high) => MinFunction.Of(MaxFunction.Of(x, low), high);

    /// <summary>Its motion.</summary>
    public static Motion Of(Motion x, Motion low, Motion high) => MinFunction.Of(MaxFunction.Of(x, low), high);
}
