namespace Escalation.Tests.Loading;

/// <summary>Files that lie beside the tests.</summary>
internal static class TestFile
{
    /// <summary>The path of a file of this folder, in the sources, so that goldens can be rewritten.</summary>
    public static string Path(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "Escalation.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder)
                ?? throw new FileNotFoundException("The sources are not above the tests.", name);
        }

        return System.IO.Path.Combine(folder, "tests", "Escalation.Tests", "Loading", name);
    }

    /// <summary>The text of a file of this folder.</summary>
    public static string Text(string name) => File.ReadAllText(Path(name)).ReplaceLineEndings("\n");
}
