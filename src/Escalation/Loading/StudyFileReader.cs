using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Reads files that hold studies alone, beside their scenario: everything in them, or everything that is wrong with
/// them, in one pass. The scenario itself is not read.</summary>
public static class StudyFileReader
{
    /// <summary>Reads a file. Never throws for what the file or the path is; it is a diagnostic then.</summary>
    /// <param name="path">The path; a pipe or device is read up to 4 MiB.</param>
    /// <returns>The studies, or what is wrong.</returns>
    public static StudyFileReading ReadFile(string path)
    {
        var list = new DiagnosticList();
        var source = ScenarioFile.Read(path, list);
        return source is null ? new StudyFileReading(null, null, list.ToSorted()) : Read(source, list);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="path">What to call it in messages; the scenario is looked for from its folder.</param>
    /// <param name="text">The text.</param>
    /// <returns>The studies, or what is wrong.</returns>
    public static StudyFileReading ReadText(string path, string text) => Read(new ScenarioText(path, text), new DiagnosticList());

    /// <summary>Reads a text that was read before.</summary>
    /// <param name="source">The text.</param>
    /// <returns>The studies, or what is wrong.</returns>
    public static StudyFileReading Read(ScenarioText source) => Read(source, new DiagnosticList());

    /// <summary>Says whether a text is meant to be a file of studies and no scenario: it names a scenario and has no
    /// actors.</summary>
    /// <param name="source">The text.</param>
    /// <returns><see langword="true"/> if so; <see langword="false"/> also where the text cannot be read at all.</returns>
    public static bool Recognises(ScenarioText source) =>
        YamlTree.Read(source, new DiagnosticList()) is YamlMapping root
            && root.Entries.Any(entry => entry.Key.Value == "scenario")
            && root.Entries.All(entry => entry.Key.Value != "actors");

    private static StudyFileReading Read(ScenarioText source, DiagnosticList list)
    {
        var root = YamlTree.Read(source, list);
        if (root is null && !list.HasErrors)
        {
            list.Error(SourceSpan.None, "the file is empty", "a file of studies begins with 'escalation: 1'");
        }

        var section = root is null ? null : Section.Of(root, list, StudyMappings.File);
        var file = section is null ? null : Build(section, source, list);
        return new StudyFileReading(source, list.HasErrors ? null : file, list.ToSorted());
    }

    private static StudyFile? Build(Section root, ScenarioText source, DiagnosticList list)
    {
        HeaderReader.CheckVersion(root, list);
        var scenario = root.Require("scenario", "say of which scenario: 'scenario: border.yaml'") is { } node
            ? Section.Scalar(node, list, "the file of the scenario")
            : null;
        var about = root.Text("about");
        var section = root.Require("studies", "write what is to be done: 'studies: {title: {run: {replications: 10000}}}'");
        if (section is YamlMapping { Entries.IsEmpty: true, IsBroken: false })
        {
            list.Error(section.Where, "there is no study", $"write at least one: 'title: {StudyMappings.Study.Example}'");
        }

        var studies = new StudyReader(list).Read(section);
        if (scenario is null)
        {
            return null;
        }

        var written = scenario.Value.Trim();
        var path = Path.Combine(Path.GetDirectoryName(source.Path) ?? "", written);
        return new StudyFile(written, path, scenario.Where, about, studies);
    }
}
