namespace Escalation.Language;

/// <summary>A choice by a truth. Only the branch taken is evaluated, so each evaluation has its own place for it.</summary>
internal static class IfFunction
{
    public static FunctionDescription Description { get; } = new()
    {
        Function = Function.If,
        Name = "if",
        Signature = "if(truth, a, b)",
        About = "a if the truth holds, else b; the other one is not evaluated.",
        LeastArguments = 3,
        MostArguments = 3,
        Types = ArgumentTypes.TruthThenAlike,
    };
}
