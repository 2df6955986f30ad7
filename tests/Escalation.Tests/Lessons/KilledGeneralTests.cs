using Escalation.Tests.Support;

namespace Escalation.Tests.Lessons;

/// <summary>January 2020: missiles in most histories, war in few, and why.</summary>
internal sealed class KilledGeneralTests
{
    private static readonly SameLuck January = new("soleimani-2020.yaml");

    // The honest range for war after an exchange: from the disputes since 1992 to the crises with a violent trigger.
    [TestCase("answered_in_person", 0.8, 1)]
    [TestCase("cooled", 0.5, 0.9)]
    [TestCase("war", 0.01, 0.22)]
    public void Most_histories_bring_missiles_and_few_war(string outcome, double low, double high) =>
        Assert.That(January.Column(outcome, settings: "").Average(), Is.InRange(low, high));

    [Test]
    public void A_general_who_is_spared_is_not_answered_for() =>
        January.AssertMore("answered_in_person", with: "decapitation=1", than: "decapitation=0");

    [TestCase("warning=0")]
    [TestCase("us_restraint=0, iran_restraint=0")]
    [TestCase("back_channel=0")]
    public void Without_what_cools_it_more_histories_end_in_war(string settings) =>
        January.AssertMore("war", with: settings, than: "");
}
