namespace Escalation.Benchmarks;

/// <summary>The files of the repository that the benchmarks run in.</summary>
internal static class Repository
{
    /// <summary>The path of a file.</summary>
    /// <param name="file">The file, from the root of the repository; a path from the root of the disk stays what it is.</param>
    public static string PathOf(string file) => Path.Combine(Root(), file);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Escalation.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run inside the repository.");
    }
}
