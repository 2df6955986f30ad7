using System.Collections.Immutable;
using System.Text;

namespace Escalation.Loading;

/// <summary>A new prior for an uncertainty.</summary>
/// <param name="Name">The uncertainty.</param>
/// <param name="Prior">Its prior, in the words of the language; no quotes and no backslashes.</param>
/// <param name="Value">Its value, which replaces one that is there.</param>
public sealed record PriorEdit(string Name, string Prior, string Value);

/// <summary>Changes the text of a scenario where it must, and leaves every other character as it is, comments too.</summary>
public static class ScenarioEdit
{
    /// <summary>Replaces priors.</summary>
    /// <param name="source">The scenario, which has no errors.</param>
    /// <param name="edits">The new priors.</param>
    /// <param name="comment">Lines of a comment above the first key, without '#'.</param>
    /// <returns>The new text, with the byte order mark of the old one.</returns>
    /// <exception cref="ArgumentException">The scenario has no uncertainty of that name.</exception>
    public static string WithPriors(ScenarioText source, ImmutableArray<PriorEdit> edits, ImmutableArray<string> comment)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (YamlTree.Read(source, new DiagnosticList()) is not YamlMapping root)
        {
            throw new ArgumentException("The text is no scenario.", nameof(source));
        }

        var end = source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var known = root.Entries.FirstOrDefault(entry => entry.Key.Value == "uncertainties")?.Value as YamlMapping;
        var changes = new List<Change>
        {
            new(LineStart(source.Text, root), 0, string.Concat(comment.Select(line => $"# {line}{end}"))),
        };
        foreach (var edit in edits)
        {
            var entry = known?.Entries.FirstOrDefault(one => one.Key.Value == edit.Name)
                ?? throw new ArgumentException($"The scenario has no uncertainty '{edit.Name}'.", nameof(edits));
            changes.AddRange(Changes(source.Text, entry, edit, end));
        }

        var text = new StringBuilder(source.Text);
        foreach (var change in changes.OrderByDescending(change => change.Start))
        {
            text.Remove(change.Start, change.Length).Insert(change.Start, change.Text);
        }

        return source.Bytes.Span is [0xEF, 0xBB, 0xBF, ..] ? "\uFEFF" + text : text.ToString();
    }

    private static IEnumerable<Change> Changes(string text, YamlEntry entry, PriorEdit edit, string end)
    {
        if (entry.Value is not YamlMapping mapping)
        {
            yield return Replace(text, (YamlScalar)entry.Value, $"{{value: {edit.Value}, prior: \"{edit.Prior}\"}}", end);
            yield break;
        }

        if (Scalar(mapping, "value") is { } value)
        {
            yield return Replace(text, value, edit.Value, end);
        }

        if (Scalar(mapping, "prior") is { } prior)
        {
            yield return Replace(text, prior, $"\"{edit.Prior}\"", end);
            yield break;
        }

        // Before the first key, so that a comment behind its value stays where it is.
        var first = mapping.Entries[0].Key;
        var isFlow = text[..first.Start].TrimEnd() is [.., '{'];
        yield return new(
            first.Start,
            0,
            $"prior: \"{edit.Prior}\"" + (isFlow ? ", " : end + new string(' ', Math.Max(0, first.Where.Column - 1))));
    }

    // A text of several lines ends with the line end behind it.
    private static Change Replace(string text, YamlScalar scalar, string by, string end) => new(
        scalar.Start,
        scalar.End - scalar.Start,
        scalar.End > scalar.Start && text[scalar.End - 1] == '\n' ? by + end : by);

    private static YamlScalar? Scalar(YamlMapping mapping, string key) =>
        mapping.Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value as YamlScalar;

    private static int LineStart(string text, YamlMapping root) =>
        root.Entries.IsEmpty ? 0 : text.LastIndexOf('\n', Math.Max(0, root.Entries[0].Key.Start - 1)) + 1;

    private readonly record struct Change(int Start, int Length, string Text);
}
