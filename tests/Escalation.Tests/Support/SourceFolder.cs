namespace Escalation.Tests.Support;

/// <summary>A folder of a test, taken away with all that is in it when the test is over.</summary>
internal sealed class SourceFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("escalate-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>The path of a file in it.</summary>
    internal string At(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Writes a file into it.</summary>
    /// <returns>The path of the file.</returns>
    internal string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }
}
