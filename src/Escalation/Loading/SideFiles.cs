using System.Collections.Immutable;

namespace Escalation.Loading;

/// <summary>The files that lie beside a scenario and that it names: nothing outside of its folder can be read.</summary>
internal sealed class SideFiles
{
    private readonly string? folder;
    private readonly IReadOnlyDictionary<string, string> texts;
    private readonly List<ScenarioText> read = [];

    private SideFiles(string? folder, IReadOnlyDictionary<string, string> texts) => (this.folder, this.texts) = (folder, texts);

    /// <summary>The files that were read, each once, in the order of their reading.</summary>
    public ImmutableArray<ScenarioText> Read => [.. read];

    /// <summary>The files beside a scenario.</summary>
    /// <param name="path">The path of the scenario; that it can be read is known.</param>
    public static SideFiles Of(string path) => new(Path.GetDirectoryName(path) ?? "", new Dictionary<string, string>());

    /// <summary>Texts in place of files, for a scenario that is a text without a folder.</summary>
    /// <param name="texts">The texts, by name.</param>
    public static SideFiles Of(IReadOnlyDictionary<string, string> texts) => new(null, texts);

    /// <summary>Reads a file.</summary>
    /// <param name="draft">Takes what is wrong.</param>
    /// <param name="name">Its name as written.</param>
    /// <returns>Its text; null if there is none to read, which is told.</returns>
    public ScenarioText? Find(Draft draft, YamlScalar name)
    {
        var file = name.Value.Trim();
        if (file is "." or ".." || file.AsSpan().IndexOfAny("/\\:\0") >= 0)
        {
            draft.List.Error(
                name.Where,
                $"{Quote.Of(file)} is not the name of a file beside the scenario",
                "put the file into the folder of the scenario and write its name without a path");
            return null;
        }

        if (texts.TryGetValue(file, out var text))
        {
            if (read.Find(one => one.Path == file) is not { } given)
            {
                read.Add(given = new(file, text));
            }

            return given;
        }

        if (folder is null)
        {
            draft.List.Warn(
                name.Where,
                $"{Quote.Of(file)} lies beside no file, for this scenario is a text without a folder: its counts are left out",
                "read the scenario from its file");
            return null;
        }

        // A run keeps the files of its scenario in a folder of their own.
        var kept = Path.Combine(folder, "beside", file);
        var path = File.Exists(kept) ? kept : Path.Combine(folder, file);
        if (read.Find(known => known.Path == path) is { } known)
        {
            return known;
        }

        if (!File.Exists(path))
        {
            draft.List.Error(name.Where, $"there is no file {Quote.Of(file)} beside the scenario", Nearest(file));
            return null;
        }

        if (new FileInfo(path).Length > ScenarioText.MaximumBytes)
        {
            draft.List.Error(
                name.Where, $"{Quote.Of(file)} is larger than 4 MiB, the most that is read", "is it the right file?");
            return null;
        }

        var list = new DiagnosticList();
        if (ScenarioFile.Read(path, list) is not { } found)
        {
            draft.List.Error(name.Where, $"{Quote.Of(file)} cannot be used: {list.ToSorted()[0].Message}");
            return null;
        }

        read.Add(found);
        return found;
    }

    private string? Nearest(string file)
    {
        try
        {
            var names = Directory.EnumerateFiles(folder!.Length == 0 ? "." : folder, "*.csv").Take(1000)
                .Select(Path.GetFileName)
                .OfType<string>()
                .Order(StringComparer.Ordinal);
            return Hints.Nearest(file, names) is { } near ? $"did you mean '{near}'?" : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The message is complete without a suggestion.
            return null;
        }
    }
}
