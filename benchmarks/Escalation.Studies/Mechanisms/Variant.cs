using System.Collections.Immutable;
using Escalation.Benchmarks;
using Escalation.Loading;
using Escalation.Model;

namespace Escalation.Studies.Mechanisms;

/// <summary>A scenario of this repository with some edits. Luck goes by the names of rules, so that what an edit does not touch
/// happens as it did without.</summary>
internal sealed class Variant
{
    private readonly Scenario scenario;
    private readonly string settings;

    /// <summary>Reads the scenario and applies the edits: first those of the text, in order, then the others.</summary>
    /// <param name="name">The name of the file, without folder and ending.</param>
    /// <param name="edits">The edits.</param>
    /// <exception cref="InvalidOperationException">An edit does not fit, or the edited scenario cannot be read.</exception>
    public Variant(string name, ImmutableArray<Edit> edits)
    {
        var title = $"{name}.yaml, edited";
        var text = File.ReadAllText(Repository.PathOf($"scenarios/{name}.yaml"));
        var reading = ScenarioReader.ReadText(title, edits.Aggregate(text, (edited, edit) => edit.Apply(edited)));
        var read = reading.Scenario ?? throw new InvalidOperationException(string.Join(
            '\n', reading.Diagnostics.Select(diagnostic => DiagnosticText.Render(diagnostic, title, reading.Source))));
        scenario = edits.Aggregate(read, (edited, edit) => edit.Apply(edited));
        settings = string.Join(',', edits.Select(edit => edit.Settings).Where(one => one.Length > 0));
    }

    /// <summary>Runs it.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="replications">How many histories.</param>
    public Histories Run(ulong seed, int replications) => new Study(scenario, seed, replications).Rows(settings);
}
