using System.Collections.Immutable;

namespace Escalation.Language;

/// <summary>The functions of the language.</summary>
public static class Functions
{
    /// <summary>All of them, in the order of <see cref="Function"/>.</summary>
    public static ImmutableArray<FunctionDescription> All { get; } =
    [
        MinFunction.Description,
        MaxFunction.Description,
        AbsFunction.Description,
        ExpFunction.Description,
        LogFunction.Description,
        SqrtFunction.Description,
        ClipFunction.Description,
        IfFunction.Description,
        StepFunction.Description,
    ];

    /// <summary>Finds one by its name.</summary>
    /// <param name="name">The name as written.</param>
    /// <returns>It, or null.</returns>
    public static FunctionDescription? Find(string name) => All.FirstOrDefault(function => function.Name == name);

    /// <summary>The description of a function.</summary>
    /// <param name="function">The function.</param>
    /// <returns>Its description.</returns>
    public static FunctionDescription Of(Function function) => All[(int)function];
}
