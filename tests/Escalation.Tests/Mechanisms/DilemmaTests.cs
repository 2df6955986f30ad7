using System.Globalization;
using Escalation.Tests.Support;

namespace Escalation.Tests.Mechanisms;

/// <summary>The dilemma: not to answer breeds doubt and attacks, to answer hard breeds revenge and spirals.</summary>
internal sealed class DilemmaTests
{
    private static readonly SameLuck ClosedForm = new("dilemma-closed-form.yaml", replications: 20_000);
    private static readonly SameLuck Autumn = new("iraq-syria-2023-10.yaml", replications: 4_000);

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

        ClosedForm.AssertMean("attacks", string.Create(CultureInfo.InvariantCulture, $"severity={severity}"), exact);
    }

    [TestCase("severity=0")]
    [TestCase("severity=1.8")]
    public void In_closed_form_the_least_lies_inside(string settings) =>
        ClosedForm.AssertMore("attacks", with: settings, than: "severity=1.1667");

    [TestCase("us_response=0")]
    [TestCase("us_response=1")]
    public void In_autumn_2023_both_ends_bring_more_spirals_and_attacks_than_answering_seldom(string settings)
    {
        Autumn.AssertMore("spiral", with: settings, than: "us_response=0.05");
        Autumn.AssertMore("attacks", with: settings, than: "us_response=0.05");
    }

    [TestCase("us_response=0")]
    [TestCase("us_response=0, us_response_deadly=0")]
    [TestCase("us_response=1")]
    public void In_autumn_2023_both_ends_cost_more_American_dead_than_answering_seldom(string settings) =>
        Autumn.AssertMore("us_deaths", with: settings, than: "us_response=0.05");

    [TestCase("us_response=0, us_response_deadly=0")]
    [TestCase("us_response=1")]
    public void In_autumn_2023_both_ends_bring_more_direct_strikes_than_answering_seldom(string settings) =>
        Autumn.AssertMore("near_war", with: settings, than: "us_response=0.05");

    [TestCase("us_severity=0")]
    [TestCase("us_severity=3")]
    public void In_autumn_2023_both_pinpricks_and_hammers_cost_more_dead_than_measured_strikes(string settings) =>
        Autumn.AssertMore("us_deaths", with: $"us_response=0.2, {settings}", than: "us_response=0.2, us_severity=1");

    [Test]
    public void In_autumn_2023_harder_strikes_bring_more_spirals() =>
        Autumn.AssertMore("spiral", with: "us_response=1, us_severity=2.5", than: "us_response=1");
}
