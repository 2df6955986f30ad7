using System.Collections.Immutable;
using Escalation.Studies;
using Escalation.Studies.Mechanisms;

namespace Escalation.Tests.Mechanisms;

/// <summary>Edits of scenarios change what they say, or fail.</summary>
internal sealed class EditTests
{
    private const string Scenario = "dilemma-closed-form";

    private static IEnumerable<Edit> Misfits =>
    [
        Edit.Replace("a text that stands nowhere", ""),
        Edit.Replace("attack", "raid"),
        Edit.Replace("rate: tempo", "rate: no_such_name"),
        Edit.Without("militia.no such rule"),
        Edit.Without("no_such_party.attack"),
        Edit.Given("no_such_party", "at: 1 d, do: [{act: attack, against: state}]"),
        Edit.Measure("attacks: {count: attack}"),
    ];

    [TestCaseSource(nameof(Misfits))]
    public void An_edit_that_does_not_fit_fails(Edit edit) =>
        Assert.That(() => new Variant(Scenario, [edit]), Throws.InvalidOperationException);

    [Test]
    public void A_setting_that_does_not_fit_fails() =>
        Assert.That(() => Mean("attacks", Edit.Set("no_such_name=1")), Throws.ArgumentException);

    [Test]
    public void A_rule_that_is_taken_away_is_not_applied() =>
        Assert.That(Mean("attacks", Edit.Without("militia.attack")), Is.Zero);

    [Test]
    public void A_rule_that_is_given_comes_first_in_the_policy_and_is_applied()
    {
        var given = Edit.Given("militia", "at: 1 d, do: [{act: attack, against: state}]");

        Assert.That(Mean("attacks", Edit.Without("militia.attack"), Edit.Set("severity=0"), given), Is.EqualTo(1));
    }

    [Test]
    public void Histories_end_where_an_edit_says() =>
        Assert.That(Mean("days", Edit.Until("20 d"), Edit.Measure("days: {time: day >= 0 d}")), Is.EqualTo(20).Within(1e-9));

    [Test]
    public void A_ratio_is_that_of_the_means_and_its_spread_that_of_its_linearisation()
    {
        var histories = new Variant(Scenario, [Edit.Measure("answers: {count: answer}")]).Run(seed: 1, replications: 64);
        var (attacks, answers) = (histories.Column("attacks"), histories.Column("answers"));

        var values = histories.Values(Observable.Of("answers per attacks"));

        Assert.That(values.Average(), Is.EqualTo(answers.Average() / attacks.Average()).Within(1e-12));
        Assert.That(values[5], Is.EqualTo(1 + ((answers[5] - attacks[5]) / attacks.Average())).Within(1e-12));
    }

    private static double Mean(string column, params ImmutableArray<Edit> edits) =>
        new Variant(Scenario, edits).Run(seed: 1, replications: 64).Column(column).Average();
}
