using System.CommandLine;

namespace Escalation.Cli;

/// <summary>A verb of the program.</summary>
/// <param name="name">What is typed.</param>
/// <param name="description">What it does, a sentence.</param>
/// <param name="examples">Command lines to copy, at least two.</param>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Command lines to copy.</summary>
    internal IReadOnlyList<string> Examples { get; } = examples;
}
