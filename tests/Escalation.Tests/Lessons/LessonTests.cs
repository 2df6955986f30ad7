using Escalation.Tests.Support;

namespace Escalation.Tests.Lessons;

/// <summary>What the scenarios that are there to be argued with promise in their heads.</summary>
internal sealed class LessonTests
{
    private static readonly SameLuck AllAtOnce = new("all-proxies-at-once.yaml");
    private static readonly SameLuck Understanding = new("informal-understanding.yaml");
    private static readonly SameLuck Gloves = new("gloves-off.yaml");
    private static readonly SameLuck Displacement = new("displacement.yaml");
    private static readonly SameLuck Border = new("border-dispute.yaml");

    [TestCase("leaked")]
    [TestCase("wrong_group")]
    [TestCase("mass_casualty")]
    public void All_proxies_at_once_leave_more_to_go_wrong_than_one_at_a_time(string column) =>
        AllAtOnce.AssertMore(column, with: "spread=0.5 d", than: "spread=10 d");

    [Test]
    public void Care_in_naming_the_doer_makes_fewer_enemies() =>
        AllAtOnce.AssertMore("attacks", with: "spread=0.5 d, care=0", than: "spread=0.5 d, care=1");

    [TestCase("patience=0")]
    [TestCase("patience=30")]
    public void An_understanding_holds_longest_with_some_patience_and_not_with_all(string settings) =>
        Understanding.AssertMore("calm_days", with: "patience=4", than: settings);

    [Test]
    public void A_broken_understanding_is_restored_by_a_go_between() =>
        Understanding.AssertMore("calm_days", with: "mediation=0.5", than: "mediation=0");

    [TestCase("us_deaths")]
    [TestCase("direct_strike")]
    public void Gloves_that_come_off_cost_lives_and_bring_direct_strikes(string column) =>
        Gloves.AssertMore(column, with: "shed=1", than: "shed=0");

    [Test]
    public void A_long_leash_means_more_attacks_while_the_patron_holds_back() =>
        Gloves.AssertMore("before", with: "control=0.2", than: "control=0.95");

    [Test]
    public void A_short_leash_draws_the_blame_on_the_patron() =>
        Gloves.AssertMore("direct_strike", with: "control=0.95", than: "control=0.2");

    [Test]
    public void Raids_in_Syria_are_followed_by_attacks_on_the_Americans() =>
        Displacement.AssertMore("attacks", with: "raids=0.4 per d", than: "raids=0.106 per d");

    [Test]
    public void Militias_that_can_reach_Israel_attack_the_Americans_less() =>
        Displacement.AssertMore("attacks", with: "reach_israel=0.1", than: "reach_israel=1");

    [Test]
    public void Raids_that_burn_the_rockets_breed_fewer_attacks() =>
        Displacement.AssertMore("attacks", with: "raids=0.4 per d, burn=0.1", than: "raids=0.4 per d, burn=1");

    [TestCase("answer=0")]
    [TestCase("answer=0.9")]
    public void A_state_that_never_answers_and_one_that_always_does_both_come_nearer_to_war(string settings) =>
        Border.AssertMore("war", with: settings, than: "answer=0.25");

    [Test]
    public void A_line_between_the_colonels_keeps_the_border_from_war() =>
        Border.AssertMore("war", with: "hotline=0", than: "hotline=1");
}
