using Escalation.Language;

namespace Escalation.Loading;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>The file can be used, but probably does not say what was meant.</summary>
    Warning,

    /// <summary>The file cannot be used.</summary>
    Error,
}

/// <summary>A finding about a scenario file: what, where, and how to mend it.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Where">Where it stands; <see cref="SourceSpan.None"/> if it is about the file as a whole.</param>
/// <param name="Message">What was found and what was expected, one line without a full stop.</param>
/// <param name="Hint">How to mend it, one line; null if the message says it.</param>
public sealed record Diagnostic(Severity Severity, SourceSpan Where, string Message, string? Hint)
{
    /// <summary>The file beside the scenario that it is about, where it stands; null: the scenario itself.</summary>
    public ScenarioText? Beside { get; init; }
}
