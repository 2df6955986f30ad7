using System.Text.RegularExpressions;
using Escalation.Tests.Support;

namespace Escalation.Tests.Repository;

/// <summary>Words that would let chance, clocks or machines into results, or leave work undone.</summary>
internal sealed class ForbiddenWordTests
{
    // This file names them all.
    private const string ThisFile = "tests/Escalation.Tests/Repository/ForbiddenWordTests.cs";

    // Files that may use a word, each with its reason. Time itself comes in by TimeProvider, which is not forbidden.
    private static readonly Dictionary<string, string[]> Exceptions = [];

    [TestCase(@"\bThread\.Sleep\b", Description = "A test that sleeps is slow and still not sure.")]
    [TestCase(@"\bDateTime(Offset)?\.(Utc)?Now\b", Description = "Time comes in by TimeProvider.")]
    [TestCase(@"\bDateTime\.Today\b", Description = "Time comes in by TimeProvider.")]
    [TestCase(@"\bStopwatch\b", Description = "Time comes in by TimeProvider.")]
    [TestCase(@"\bnew Random\b|\bRandom\.Shared\b|\bSystem\.Random\b", Description = "Luck comes from keyed streams.")]
    [TestCase(@"\bFusedMultiplyAdd\b|\bVector<|\bVector(128|256|512)\b", Description = "The same bits on every machine.")]
    [TestCase(@"#region\b", Description = "A file that needs regions is two files.")]
    [TestCase(@"\bcatch\s*(\([^)]*\)\s*)?\{\s*\}", Description = "A failure that nobody sees.")]
    [TestCase(@"\bNotImplementedException\b", Description = "No stubs.")]
    [TestCase(@"#pragma warning disable(?!.*//)", Description = "An exception to a rule has a reason.")]
    public void A_word_does_not_appear(string pattern)
    {
        var word = new Regex(pattern);
        var offences = Source.Code("src").Concat(Source.Code("tests"))
            .Where(line => line.File != ThisFile)
            .Where(line => !(Exceptions.TryGetValue(pattern, out var files) && files.Contains(line.File)))
            .Where(line => word.IsMatch(line.Text));

        Assert.That(offences, Is.Empty);
    }

    [Test]
    public void No_comment_leaves_work_undone()
    {
        var word = new Regex(@"\b(TODO|FIXME|HACK|XXX)\b");
        var offences = Source.Lines("src").Concat(Source.Lines("tests"))
            .Where(line => line.File != ThisFile)
            .Where(line => word.IsMatch(line.Text));

        Assert.That(offences, Is.Empty);
    }

    [Test]
    public void No_catch_clause_spans_lines_and_is_empty()
    {
        var catches = new Regex(@"catch\s*(\([^)]*\))?\s*(when\s*\([^)]*\))?\s*\{\s*\}");
        var offences = Source.Files("src").Concat(Source.Files("tests"))
            .Where(file => file != ThisFile)
            .Where(file => catches.IsMatch(Source.Text(file)));

        Assert.That(offences, Is.Empty);
    }
}
