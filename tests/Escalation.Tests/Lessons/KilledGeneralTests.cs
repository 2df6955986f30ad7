namespace Escalation.Tests.Lessons;

/// <summary>January 2020: missiles in most histories, war in few, and why.</summary>
internal sealed class KilledGeneralTests
{
    private static readonly SameLuck January = new("soleimani-2020.yaml");

    [Test]
    public void Most_histories_bring_missiles_and_few_war()
    {
        Assert.That(January.Column("answered_in_person", "").Average(), Is.GreaterThan(0.8));
        Assert.That(January.Column("cooled", "").Average(), Is.GreaterThan(0.5));

        // The honest range for war after an exchange: that of disputes since 1992 to that of crises with a violent trigger.
        Assert.That(January.Column("war", "").Average(), Is.InRange(0.01, 0.22));
    }

    [Test]
    public void A_general_who_is_spared_is_not_answered_for() =>
        January.AssertMore("answered_in_person", with: "decapitation=1", than: "decapitation=0");

    [TestCase("warning=0")]
    [TestCase("us_restraint=0, iran_restraint=0")]
    [TestCase("back_channel=0")]
    public void Without_what_cools_it_more_histories_end_in_war(string settings) =>
        January.AssertMore("war", with: settings, than: "");
}
