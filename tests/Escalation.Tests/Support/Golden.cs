namespace Escalation.Tests.Support;

/// <summary>Compares a text with the one that is kept in the folder Golden.</summary>
/// <remarks>With ESCALATE_GOLDEN=update the kept text is written anew, to be read before it is committed; the test then fails, so
/// that no suite passes that was told to update.</remarks>
internal static class Golden
{
    private const string Folder = "tests/Escalation.Tests/Golden";

    /// <summary>Fails with the first line that differs unless a text is the kept one.</summary>
    /// <param name="actual">The text.</param>
    /// <param name="name">File name of the kept text, such as <c>help-of-run.txt</c>.</param>
    internal static void Check(string actual, string name)
    {
        var path = Source.PathOf($"{Folder}/{name}");
        if (Environment.GetEnvironmentVariable("ESCALATE_GOLDEN") == "update")
        {
            File.WriteAllText(path, actual);
            Assert.Fail($"{Folder}/{name} was written anew: read it, then run again without ESCALATE_GOLDEN.");
        }

        Assert.That(path, Does.Exist, $"There is no {Folder}/{name}: run once with ESCALATE_GOLDEN=update.");
        var expected = File.ReadAllText(path);
        Assert.That(actual, Is.EqualTo(expected), () => Difference(expected, actual, name));
    }

    private static string Difference(string expected, string actual, string name)
    {
        var kept = expected.Split('\n');
        var found = actual.Split('\n');
        var line = Enumerable.Range(0, Math.Max(kept.Length, found.Length))
            .First(index => kept.ElementAtOrDefault(index) != found.ElementAtOrDefault(index));
        return FormattableString.Invariant(
            $"{Folder}/{name}:{line + 1}\n- {kept.ElementAtOrDefault(line)}\n+ {found.ElementAtOrDefault(line)}\n\n{actual}");
    }
}
