namespace Escalation.Studies;

/// <summary>The files of the repository that the studies are about.</summary>
internal static class Repository
{
    /// <summary>The path of a file.</summary>
    /// <param name="file">The file, from the root of the repository.</param>
    public static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Escalation.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(
            folder?.FullName ?? throw new InvalidOperationException("A study runs inside the repository."), file);
    }
}
