using Escalation.Loading;

namespace Escalation.Tests.Loading;

/// <summary>Outcomes that are judged at the end may read each other, but somebody must be the first.</summary>
internal sealed class OutcomeCircleTests
{
    [Test]
    public void A_circle_through_a_measure_is_found()
    {
        var found = Errors("measures: {m: {level: \"if(last, 1, 0)\"}}\noutcomes: {last: {at_end: m > 0}}\n");

        Assert.That(found, Is.EqualTo(new[] { "outcome 'last' waits for itself: last → last" }));
    }

    [Test]
    public void Outcomes_that_read_others_without_a_circle_are_valid_in_any_order()
    {
        var judged = "a: {at_end: b and c}, b: {at_end: not c}, c: {at_end: late}";

        Assert.That(Errors($"outcomes: {{{judged}, late: {{when: day > 3 d or a}}}}\n"), Is.Empty);
    }

    [TestCase(150, 0)]
    [TestCase(5_000, 1)]
    public void A_chain_that_is_too_long_to_follow_is_an_error_and_no_crash(int length, int least)
    {
        // Each reads the next, so that the walk begins at the far end.
        var links = Enumerable.Range(0, length).Select(link => $"  o{link}: {{at_end: o{link + 1}}}\n");

        var found = Errors($"outcomes:\n{string.Concat(links)}  o{length}: {{at_end: day > 1 d}}\n");

        Assert.That(found, Has.Count.AtLeast(least).And.All.Contains("in a chain of more than 200"));
        Assert.That(found.Count > 0, Is.EqualTo(least > 0));
    }

    private static List<string> Errors(string results)
    {
        var text = "escalation: 1\nname: Ends\nhorizon: 9 d\nactors: {us: {}}\n" + results;
        var found = ScenarioReader.ReadText("a.yaml", text).Diagnostics;
        return [.. found.Where(finding => finding.Severity == Severity.Error && finding.Where.Line > 0)
            .Select(finding => finding.Message)];
    }
}
