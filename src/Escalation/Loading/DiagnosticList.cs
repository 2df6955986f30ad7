using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Collects what is found in a file, so that reading goes on after a mistake.</summary>
internal sealed class DiagnosticList
{
    /// <summary>Findings that are kept; a file with more mistakes is told so. It bounds the work on a hostile file.</summary>
    public const int Limit = 200;

    private readonly List<Diagnostic> found = [];
    private readonly HashSet<(string? File, SourceSpan Where, string Message)> seen = [];
    private int errors;
    private int left;

    /// <summary>Whether an error was found.</summary>
    public bool HasErrors => errors > 0;

    /// <summary>How many errors were found, those over the limit included.</summary>
    public int ErrorCount => errors;

    /// <summary>Whether no more findings are kept, so that costly hints need not be looked for.</summary>
    public bool IsFull => found.Count >= Limit;

    /// <summary>A hint with the nearest name, as long as it is shown: looking for it costs more than all else.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="what">What the candidates are.</param>
    /// <param name="candidates">The names that could stand there.</param>
    /// <returns>The hint; empty if no more findings are kept.</returns>
    public string Near(string name, string what, IEnumerable<string> candidates) =>
        IsFull ? "" : Hints.Near(name, what, candidates);

    /// <summary>Adds an error.</summary>
    /// <param name="where">Where it stands.</param>
    /// <param name="message">What was found and expected.</param>
    /// <param name="hint">How to mend it.</param>
    public void Error(SourceSpan where, string message, string? hint = null)
    {
        errors++;
        Add(new Diagnostic(Severity.Error, where, message, hint));
    }

    /// <summary>Adds an error in a file beside the scenario.</summary>
    /// <param name="file">The file.</param>
    /// <param name="where">Where it stands there.</param>
    /// <param name="message">What was found and expected.</param>
    /// <param name="hint">How to mend it.</param>
    public void ErrorBeside(ScenarioText file, SourceSpan where, string message, string? hint = null)
    {
        errors++;
        Add(new Diagnostic(Severity.Error, where, message, hint) { Beside = file });
    }

    /// <summary>Adds a warning.</summary>
    /// <param name="where">Where it stands.</param>
    /// <param name="message">What was found.</param>
    /// <param name="hint">How to mend it.</param>
    public void Warn(SourceSpan where, string message, string? hint = null) =>
        Add(new Diagnostic(Severity.Warning, where, message, hint));

    /// <summary>Everything that was found, by position; findings at one position in the order in which they were made.</summary>
    /// <returns>The findings.</returns>
    public ImmutableArray<Diagnostic> ToSorted()
    {
        var sorted = found.OrderBy(finding => finding.Beside?.Path ?? "", StringComparer.Ordinal)
            .ThenBy(finding => finding.Where.Line)
            .ThenBy(finding => finding.Where.Column)
            .ToList();
        if (left > 0)
        {
            sorted.Add(new Diagnostic(
                Severity.Error,
                SourceSpan.None,
                FormattableString.Invariant($"{left:N0} more findings are not shown: mend these first"),
                null));
        }

        return [.. sorted];
    }

    private void Add(Diagnostic finding)
    {
        if (!seen.Add((finding.Beside?.Path, finding.Where, finding.Message)))
        {
            return;
        }

        if (IsFull)
        {
            seen.Remove((finding.Beside?.Path, finding.Where, finding.Message));
            left++;
            return;
        }

        found.Add(finding);
    }
}
