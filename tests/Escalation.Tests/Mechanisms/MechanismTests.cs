using Escalation.Studies.Mechanisms;
using Escalation.Tests.Support;

namespace Escalation.Tests.Mechanisms;

/// <summary>Every causal claim of the articles shows in the scenarios, on the same luck, far beyond chance.</summary>
internal sealed class MechanismTests
{
    private static IEnumerable<TestCaseData> Experiments =>
        from mechanism in MechanismList.All
        from experiment in mechanism.Experiments
        select new TestCaseData(mechanism, experiment).SetArgDisplayNames(mechanism.Id, experiment.Observe);

    [TestCaseSource(nameof(Experiments))]
    public void A_mechanism_has_the_effect_that_the_article_claims(Mechanism mechanism, Experiment experiment)
    {
        var found = experiment.Run(mechanism.Scenario, seed: 1, experiment.Histories);

        Assert.That(experiment.Margin(found), Is.GreaterThan(Statistical.ZBound), FormattableString.Invariant(
            $"{mechanism.Claim} {experiment.Words}: {found.From:G4} → {found.To:G4}"));
    }
}
