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

    // What is expected to stay the same must not pass because it could not be seen to change.
    [TestCase("M14", "min(1, us_response * (", "min(1, us_response * if(gaza_war is raging, 1.5, 1) * (")]
    [TestCase("M26", "of: attack against us, about: by hostile fire;", "of: [attack against us, false_alarm], about: all;")]
    [TestCase("M24", "after: gamma(mean=90 d, shape=4)", "after: 1 d")]
    [TestCase("M13", "at: carrier_lag", "at: carrier_lag / 2")]
    [TestCase("M04", "provocation * reach * (", "provocation * reach * us.posture * (")]
    public void A_planted_effect_is_noticed_where_none_should_be(string id, string text, string planted)
    {
        var mechanism = MechanismList.All.Single(known => known.Id == id);
        var experiment = mechanism.Experiments.Single(one => one.Expected == Expected.Same);
        var changed = experiment with { Both = [Edit.Replace(text, planted), .. experiment.Both] };

        var found = changed.Run(mechanism.Scenario, seed: 1, changed.Histories);

        Assert.That(changed.Margin(found), Is.LessThan(Statistical.ZBound));
    }
}
