namespace Escalation.Tests.Support;

/// <summary>The files of the repository, as they lie on the disk.</summary>
internal static class Source
{
    /// <summary>Gets the folder that holds the solution.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>The path of a file or folder of the repository.</summary>
    internal static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>The text of a file of the repository.</summary>
    internal static string Text(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>The files below a folder, without what a build leaves; paths from the root, with slashes, in order.</summary>
    internal static IEnumerable<string> Files(string folder, string pattern = "*.cs")
    {
        var files = Directory.Exists(PathOf(folder))
            ? Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            : [];
        return files
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The lines of the files below a folder.</summary>
    internal static IEnumerable<SourceLine> Lines(string folder) => Files(folder).SelectMany(LinesOf);

    /// <summary>The lines below a folder that are not only a comment.</summary>
    internal static IEnumerable<SourceLine> Code(string folder) =>
        Lines(folder).Where(line => !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal));

    /// <summary>The lines of one file.</summary>
    internal static IEnumerable<SourceLine> LinesOf(string file) =>
        File.ReadLines(PathOf(file)).Select((text, index) => new SourceLine(file, index + 1, text));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Escalation.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from below the folder that holds Escalation.sln.");
    }
}

/// <summary>A line of source; printed as <c>file:line: text</c>.</summary>
internal sealed record SourceLine(string File, int Number, string Text)
{
    public override string ToString() => FormattableString.Invariant($"{File}:{Number}: {Text.Trim()}");
}
