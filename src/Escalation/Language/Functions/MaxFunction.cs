namespace Escalation.Language;

/// <summary>The greatest of its arguments.</summary>
internal static class MaxFunction
{
    public static FunctionDescription Description { get; } = new()
    {
        Function = Function.Max,
        Name = "max",
        Signature = "max(a, b, …)",
        About = "The greatest of its arguments, which are one or more.",
        LeastArguments = 1,
        MostArguments = int.MaxValue,
        Types = ArgumentTypes.Alike,
        Pair = new(Of, Of, Of),
    };

    // Of equal ones the first is taken, so that the sign of a zero does not hang on who computes.
    public static double Of(double left, double right) => right > left ? right : left;

    public static Bounds Of(Bounds left, Bounds right) => new(Math.Max(left.Low, right.Low), Math.Max(left.High, right.High));

    public static Motion Of(Motion left, Motion right)
    {
        var value = Of(left.Value, right.Value);
        return new Motion(value, left.Value.Low > right.Value.High ? left.Slope
            : right.Value.Low > left.Value.High ? right.Slope
            : Bounds.Hull(left.Slope, right.Slope));
    }
}
