using System.Text.RegularExpressions;
using Escalation.Results;
using Escalation.Tests.Support;
using Escalation.Verification;

namespace Escalation.Tests.Repository;

/// <summary><c>docs/validation.md</c> is what <c>escalate verify</c> would print today, but for the digits.</summary>
internal sealed class ValidationPageTests
{
    private const string Command = "escalate verify --deep --format markdown";
    private const string Page = "docs/validation.md";

    private static IEnumerable<string> Cases => ReferenceCases.All.Select(known => known.Id);

    [Test]
    public void The_page_has_every_case_figure_and_exact_value_of_today()
    {
        var today = ReferenceCases.All.Select(Unjudged).ToList();

        Assert.That(Structure(Source.Text(Page)), Is.EqualTo(Structure(ProofPage.Text(today, isWhole: true, Command))), Command);
    }

    [Test]
    public void Every_figure_of_the_page_agrees_or_waits()
    {
        var verdicts = Source.LinesOf(Page).Where(line => Regex.IsMatch(line.Text, "^\\| [VW][0-9]"))
            .Select(line => line.Text.Split('|')[^2].Trim()).ToList();

        Assert.That(verdicts, Has.Count.EqualTo(ReferenceCases.All.Sum(known => known.Statistics.Length)));
        Assert.That(verdicts, Has.All.EqualTo("agrees").Or.EqualTo("waits"));
    }

    [TestCaseSource(nameof(Cases))]
    public void A_link_of_the_page_leads_to_the_scenario(string id)
    {
        var link = Regex.Match(Source.Text(Page), $@"\((\.\./[^)]*/{id}\.yaml)\)");

        Assert.That(File.Exists(Source.PathOf("docs/" + link.Groups[1].Value)));
    }

    private static CaseResult Unjudged(ReferenceCase reference)
    {
        var plan = new VerificationPlan(reference.DeepReplications, Seed: 1, Threads: 1);
        var verdict = Verifier.Waits(reference, plan.Replications) ? Verdict.Waits : Verdict.Agrees;
        return new(reference, plan, 0, [.. reference.Statistics.Select(statistic =>
            new StatisticResult(statistic, double.NaN, new(double.NaN, double.NaN), double.NaN, verdict))]);
    }

    // Without what the histories say: the sentences of the result, the estimate, the interval and z.
    private static string Structure(string page)
    {
        var withoutResult = Regex.Replace(page, "## The result\n.*?(?=## The figures)", "", RegexOptions.Singleline);
        return Regex.Replace(
            withoutResult,
            @"^(\|[^|\n]*\|[^|\n]*\|[^|\n]*)\|[^|\n]*\|[^|\n]*\|([^|\n]*)\|[^|\n]*\|",
            "$1|…|…|$2|…|",
            RegexOptions.Multiline);
    }
}
