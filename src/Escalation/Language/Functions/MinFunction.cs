namespace Escalation.Language;

/// <summary>The least of its arguments.</summary>
internal static class MinFunction
{
    public static FunctionDescription Description { get; } = new()
    {
        Function = Function.Min,
        Name = "min",
        Signature = "min(a, b, …)",
        About = "The least of its arguments, which are one or more.",
        LeastArguments = 1,
        MostArguments = int.MaxValue,
        Types = ArgumentTypes.Alike,
        Pair = new(Of, Of, Of),
    };

    // Of equal ones the first is taken, so that the sign of a zero does not hang on who computes.
    public static double Of(double left, double right) => right < left ? right : left;

    public static Bounds Of(Bounds left, Bounds right) => new(Math.Min(left.Low, right.Low), Math.Min(left.High, right.High));

    public static Motion Of(Motion left, Motion right)
    {
        var value = Of(left.Value, right.Value);
        return new Motion(value, left.Value.High < right.Value.Low ? left.Slope
            : right.Value.High < left.Value.Low ? right.Slope
            : Bounds.Hull(left.Slope, right.Slope));
    }
}
