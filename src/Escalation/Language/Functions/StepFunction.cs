namespace Escalation.Language;

/// <summary>A piecewise-constant table. Of its values only the one taken is evaluated, so each evaluation has its own place
/// for it; the steps are evaluated all, from left to right, and must ascend.</summary>
internal static class StepFunction
{
    public static FunctionDescription Description { get; } = new()
    {
        Function = Function.Step,
        Name = "step",
        Signature = "step(x, y0, x1, y1, …)",
        About = "A table: y0 below x1, y1 from x1 on, and so forth; the steps x1, x2, … ascend. "
            + "Only the value taken is evaluated.",
        LeastArguments = 4,
        MostArguments = int.MaxValue,
        Types = ArgumentTypes.Table,
    };
}
