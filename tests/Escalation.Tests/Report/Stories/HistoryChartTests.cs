using Escalation.Charts;
using Escalation.Report.Stories;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Report.Stories;

internal sealed class HistoryChartTests
{
    // Nearly every spark breeds another, and now and then something worse: long chains, more acts than are drawn.
    private const string Sparks = """
        escalation: 1
        name: Sparks
        horizon: 4000 d
        ladder: [spark, fire]
        actions: {spark: {rung: spark}, fire: {rung: fire}}
        actors:
          flint:
            policy:
              - {name: strike, rate: 0.01 per d, do: [{act: spark}]}
              - {name: spread, upon: spark by me, chance: 0.97, after: 1 d, do: [{act: spark}]}
              - {name: flare, upon: spark by me, chance: 0.01, do: [{act: fire}]}
        outcomes: {calm: {at_end: 1}}

        """;

    private static Chart Smoke => HistoryChart.Of(SourceHistories.Of(SourceHistories.Smoke));

    [Test]
    public void Lanes_are_the_actors_who_act_and_points_their_acts_in_the_colour_of_their_rung()
    {
        var points = Points(Smoke);

        Assert.That(Smoke.Y.Names, Is.EqualTo(new[] { "north", "south" }));
        Assert.That(
            points.Select(point => (Math.Round(point.X, 6), point.Y, point.Value)),
            Is.EqualTo(new[]
            {
                (2, 0, 1), (3, 0, 1), (3.75, 1, 2), (3.75, 1, double.NaN), (4.75, 1, 2), (19, 1, double.NaN),
            }));
        Assert.That(points[0].Text, Does.StartWith("#1 on day 2: north does raid against south"));
    }

    [Test]
    public void Arrows_lead_from_an_act_to_the_acts_that_it_brought_about_by_decisions_or_conditions() => Assert.That(
        Arrows(Smoke).Select(arrow => (arrow.X, arrow.Y, arrow.X2, arrow.Y2)),
        Is.EquivalentTo(new[] { (2, 0, 3.75, 1), (2, 0, 3.75, 1), (3, 0, 4.75, 1) }));

    [Test]
    public void The_title_is_the_finding_and_the_caption_counts_the_acts()
    {
        Assert.That(Smoke.Title, Is.EqualTo("History 0: both sides have shed blood on day 3.8"));
        Assert.That(
            Smoke.Caption,
            Is.EqualTo("Smoke on the border: history 0, seed 1. 6 acts; arrows lead from cause to effect."));
    }

    [Test]
    public void Of_too_many_acts_the_highest_are_drawn_with_all_that_led_to_them()
    {
        var history = SourceHistories.Of(Sparks);
        var acts = history.Entries.Where(entry => entry.Kind == TraceKind.Act).ToList();
        var fires = acts.Where(act => act.Action == 1).ToList();

        var chart = HistoryChart.Of(history);

        Assert.That(acts, Has.Count.AtLeast(HistoryChart.MostActs + 100));
        var days = Points(chart).Select(point => (point.X, point.Value)).ToHashSet();
        Assert.That(Points(chart), Has.Count.EqualTo(HistoryChart.MostActs));
        Assert.That(chart.Caption, Does.Contain(FormattableString.Invariant($"300 acts of {acts.Count:#,0}")));
        Assert.That(chart.Caption, Does.Contain(FormattableString.Invariant($"{acts.Count - 300:#,0} acts are left out")));

        // Of a fire that is drawn all sparks are drawn that led to it, so that none but an own spark is without an arrow.
        Assert.That(fires.Count(fire => days.Contains((fire.Day, 1))), Is.Positive);
        var own = acts.Count(act => act.Cause == 0 && days.Contains((act.Day, act.Action)));
        Assert.That(Arrows(chart), Has.Count.EqualTo(HistoryChart.MostActs - own));
    }

    [Test]
    public void A_history_without_acts_says_so()
    {
        var quiet = Sparks.Replace("rate: 0.01 per d", "rate: 0 per d", StringComparison.Ordinal);

        var chart = HistoryChart.Of(SourceHistories.Of(quiet));

        Assert.That(chart.IsEmpty, Is.True);
        Assert.That(chart.Title, Is.EqualTo("History 0: nobody acts"));
        Assert.That(ChartRenderer.Current.Draw(chart), Does.Contain("nobody acts in this history"));
    }

    private static List<Datum> Points(Chart chart) => [.. chart.Layers.Single(layer => layer.Mark == Mark.Point).Data];

    private static List<Datum> Arrows(Chart chart) => [.. chart.Layers.Single(layer => layer.Mark == Mark.Arrow).Data];
}
