using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads studies. That a verb has such an option and takes such a value is not known here: places go with both, so that
/// the program can point at them.</summary>
/// <param name="list">Takes what is wrong.</param>
internal sealed class StudyReader(DiagnosticList list)
{
    private const string Example = "studies: {title: {run: {replications: 10000}}}";

    /// <summary>Reads the section.</summary>
    /// <param name="node">The section; null if there is none.</param>
    /// <returns>The studies that could be read.</returns>
    public ImmutableArray<Study> Read(YamlNode? node)
    {
        if (node is null || Section.Mapping(node, list, "'studies'", Example) is not { } mapping)
        {
            return [];
        }

        var entries = mapping.Entries.Where(entry => Words.CheckTitle(entry.Key, list, "a study"));
        return [.. entries.Select(ReadStudy).OfType<Study>()];
    }

    private Study? ReadStudy(YamlEntry entry)
    {
        var study = StudyMappings.Study;
        if (Section.Of(entry.Value, list, study) is not { } section)
        {
            return null;
        }

        var about = section.Text("about");
        if (section.Only(study.Choices.AsSpan(), "verb") is not { } verb
            || Section.Mapping(
                section.Find(verb)!, list, $"what '{verb}' is given", $"{verb}: {{replications: 10000}}") is not { } options)
        {
            return null;
        }

        return new Study(
            entry.Key.Value,
            about,
            verb,
            [.. options.Entries.Select(ReadOption).OfType<StudyOption>()],
            entry.Key.Where,
            section.KeyWhere(verb));
    }

    private StudyOption? ReadOption(YamlEntry entry)
    {
        if (!CheckName(entry.Key))
        {
            return null;
        }

        var noun = $"a value of '{entry.Key.Value}'";
        ImmutableArray<YamlNode> nodes = entry.Value is YamlSequence { IsBroken: false } several ? several.Items : [entry.Value];
        if (nodes.IsEmpty)
        {
            list.Error(entry.Value.Where, $"{noun} is expected here, but the list is empty", "give one, or leave the option out");
        }

        ImmutableArray<StudyValue> values =
        [
            .. nodes.Select(node => Section.Scalar(node, list, noun)).OfType<YamlScalar>()
                .Select(scalar => new StudyValue(scalar.Value, scalar.Where)),
        ];
        return values.IsEmpty ? null : new StudyOption(entry.Key.Value, values, entry.Key.Where);
    }

    private bool CheckName(YamlScalar key)
    {
        if (key.IsBroken)
        {
            return false;
        }

        var name = key.Value;
        if (name.Length > 0 && char.IsAsciiLetterLower(name[0])
            && name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            return true;
        }

        var mended = new string([.. name.Trim().TrimStart('-').Select(static c => c == '_' ? '-' : char.ToLowerInvariant(c))]);
        list.Error(
            key.Where,
            name.StartsWith('-')
                ? $"the option {Quote.Of(name)} stands here with its dashes"
                : $"{Quote.Of(name)} cannot name an option: it has small letters, digits and '-'",
            mended.Length > 0 && mended.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-')
                ? $"write {Quote.Of(mended)}"
                : "write its long name without the dashes before it, such as 'replications'");
        return false;
    }
}
