using Escalation.Studies.Record;
using Escalation.Tests.Support;

namespace Escalation.Tests.Mechanisms;

/// <summary>The scenarios of the two articles, held against what is known of those years.</summary>
internal sealed class RecordTests
{
    private static readonly Lazy<Simulated> Figures = new(() => new Simulated(seed: 2, histories: 2_000));

    [TestCaseSource(nameof(Fitted))]
    public void A_row_that_was_fitted_to_lies_inside(string row)
    {
        var target = Target.All().Single(target => target.Id == row);
        var figure = Figures.Value[row];

        Assert.That(figure.Value, Is.InRange(target.Low, target.High), target.Statistic);
    }

    [TestCaseSource(nameof(Fitted))]
    public void The_history_that_happened_looks_like_one_of_those_simulated(string row)
    {
        var target = Target.All().Single(target => target.Id == row);
        var figure = Figures.Value[row];

        Assert.That(!figure.HasSpread || (target.Value >= figure.Low && target.Value <= figure.High), target.Statistic);
    }

    [TestCaseSource(nameof(Checked))]
    public void A_row_that_was_not_lies_inside_or_the_reason_is_named(string row)
    {
        var target = Target.All().Single(target => target.Id == row);

        Assert.That(target.Holds(Figures.Value[row].Value) || RecordPage.Reasons.ContainsKey(row), target.Statistic);
    }

    [Test]
    public void First_reports_know_of_few_of_the_injured() => Assert.That(Figures.Value["C19"].Value, Is.InRange(1.2, 10));

    [Test]
    public void Years_of_calm_stay_contained_in_nineteen_histories_of_twenty() =>
        Assert.That(Figures.Value["contained"].Value, Is.AtLeast(0.95));

    [Test]
    public void Days_like_those_of_March_2023_are_among_them() => Assert.That(Figures.Value["march"].Value, Is.AtLeast(0.05));

    [Test]
    public void After_October_about_one_attack_in_twenty_is_answered() =>
        Assert.That(Figures.Value["year's strikes"].Value, Is.InRange(0.035, 0.07));

    [Test]
    public void A_killed_general_is_answered_by_missiles_in_most_histories_and_by_war_in_few()
    {
        Assert.That(Figures.Value["missiles"].Value, Is.AtLeast(0.8));
        Assert.That(Figures.Value["war"].Value, Is.InRange(0.01, 0.22));
    }

    [Test]
    public void An_exchange_seldom_becomes_a_war() =>
        Assert.That(Figures.Value["wars an exchange"].Value, Is.LessThan(0.01));

    [Test]
    public void The_page_has_every_row() => Assert.That(
        File.ReadAllText(Source.PathOf("docs/record.md")),
        Target.All().Aggregate(Does.Contain("# The record"), (page, target) => page.And.Contain($"\n| {target.Id} |")));

    private static IEnumerable<string> Fitted() => Target.All().Where(target => target.IsFitted).Select(target => target.Id);

    private static IEnumerable<string> Checked() => Target.All().Where(target => target.IsChecked).Select(target => target.Id);
}
