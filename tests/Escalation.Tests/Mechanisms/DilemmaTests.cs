namespace Escalation.Tests.Mechanisms;

/// <summary>The dilemma: not to answer breeds doubt and attacks, to answer hard breeds revenge and spirals.</summary>
/// <remarks>The seed is fixed. A comparison with an exact value fails at 4.4 standard errors (one in 100,000 by chance); an
/// effect must be seen by four standard errors, history by history.</remarks>
internal sealed class DilemmaTests
{
    private const string Autumn = "iraq-syria-2023-10";
    private const int Histories = 4000;
    private const double Certain = 4;

    // M01, M02, M03 alone, with nothing else around them.
    [TestCase(0)]
    [TestCase(0.5)]
    [TestCase(1.1667)]
    [TestCase(1.6)]
    public void The_closed_form_is_what_histories_show(double severity)
    {
        const double Tempo = 0.1;
        const double Deterrence = 1.2;
        const double Provocation = 0.5;
        const double Days = 1000;
        var exact = Tempo * Days * Math.Exp(-Deterrence * severity) / (1 - (Provocation * severity));

        Assert.That(
            Sample.Of("dilemma-closed-form", 20_000, ("severity", severity)).ErrorsAbove("attacks", exact),
            Is.EqualTo(0).Within(4.4));
    }

    [Test]
    public void In_closed_form_the_least_lies_inside()
    {
        var (never, least, always) = (Closed(0), Closed(1.1667), Closed(1.8));

        Assert.Multiple(() =>
        {
            Assert.That(never.ErrorsAbove(least, "attacks"), Is.GreaterThan(Certain));
            Assert.That(always.ErrorsAbove(least, "attacks"), Is.GreaterThan(Certain));
        });

        static Sample Closed(double severity) => Sample.Of("dilemma-closed-form", 2000, ("severity", severity));
    }

    [Test]
    public void In_autumn_2023_both_ends_bring_more_spirals_than_answering_seldom()
    {
        var (never, seldom, always) = (Autumn2023(0), Autumn2023(0.05), Autumn2023(1));

        Assert.Multiple(() =>
        {
            Assert.That(never.ErrorsAbove(seldom, "spiral"), Is.GreaterThan(Certain), "never");
            Assert.That(always.ErrorsAbove(seldom, "spiral"), Is.GreaterThan(Certain), "always");
            Assert.That(never.ErrorsAbove(seldom, "attacks"), Is.GreaterThan(Certain), "doubt breeds attacks");
            Assert.That(always.ErrorsAbove(seldom, "attacks"), Is.GreaterThan(Certain), "answers breed revenge");
            Assert.That(always.ErrorsAbove(seldom, "us_deaths"), Is.GreaterThan(Certain), "and dead");
            Assert.That(always.ErrorsAbove(seldom, "near_war"), Is.GreaterThan(Certain), "and direct strikes");
        });
    }

    [Test]
    public void Who_answers_nothing_at_all_has_more_wounded_than_who_answers_seldom()
    {
        var nothing = Sample.Of(Autumn, Histories, ("us_response", 0), ("us_response_deadly", 0));

        Assert.That(nothing.ErrorsAbove(Autumn2023(0.05), "us_wounded"), Is.GreaterThan(Certain));
    }

    private static Sample Autumn2023(double response) => Sample.Of(Autumn, Histories, ("us_response", response));
}
