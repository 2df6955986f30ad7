using System.Collections.Concurrent;
using Escalation.Verification;

namespace Escalation.Tests.Analytic;

/// <summary>Models whose answers are known exactly, run as scenario files by the same code as <c>escalate verify</c>. A figure
/// fails by chance alone once in 100,000; all of them together three times in 1,000. The seed is fixed.</summary>
internal sealed class ReferenceCaseTests
{
    private const ulong Seed = 20231017;

    // A mean of z² over more than two hundred figures, those of one case leaning together, stays within these by a wide margin.
    private const double LeastSpread = 0.6;
    private const double MostSpread = 1.6;

    private static readonly ConcurrentDictionary<string, CaseResult> Results = new();

    private static IEnumerable<string> Counted => ReferenceCases.All.Where(known => !known.IsRare).Select(known => known.Id);

    private static IEnumerable<string> Rare => ReferenceCases.All.Where(known => known.IsRare).Select(known => known.Id);

    [TestCaseSource(nameof(Counted))]
    public void A_scenario_reproduces_the_exact_answers(string id)
    {
        var result = Results.GetOrAdd(id, Verify);

        Assert.That(result.Statistics.Where(figure => figure.Verdict != Verdict.Agrees).Select(result.Tell), Is.Empty);
    }

    [Test]
    public void The_errors_are_as_large_as_chance_makes_them()
    {
        var squares = Counted.Select(id => Results.GetOrAdd(id, Verify))
            .SelectMany(result => result.Statistics)
            .Where(figure => figure.Statistic is { StandardDeviation: > 0 })
            .Select(figure => figure.Z * figure.Z);

        Assert.That(squares.Average(), Is.InRange(LeastSpread, MostSpread));
    }

    [TestCaseSource(nameof(Rare))]
    public void A_rare_case_is_a_valid_scenario_that_waits(string id)
    {
        var result = Verify(id);

        Assert.That(result.Statistics.Select(figure => figure.Verdict), Has.All.EqualTo(Verdict.Waits));
    }

    private static CaseResult Verify(string id) => Verifier.Verify(
        ReferenceCases.Find(id)!, new(ReferenceCase.UsualReplications, Seed, Environment.ProcessorCount));
}
