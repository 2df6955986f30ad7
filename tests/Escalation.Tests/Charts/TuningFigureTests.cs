using Escalation.Charts;
using Escalation.Charts.Figures;

namespace Escalation.Tests.Charts;

/// <summary>The charts of tuning, calibration and forecasts show the numbers that they were given.</summary>
internal sealed class TuningFigureTests
{
    private const double Tolerance = 1e-2;

    [Test]
    public void Intervals_of_a_front_stand_both_ways_about_its_points()
    {
        var drawn = new DrawnChart(TuningGallery.Front);

        var across = Corners(drawn, "limits").Select(path => (drawn.X(path[0].X), drawn.X(path[^1].X))).ToList();
        var upwards = Corners(drawn, "upright").Select(path => (drawn.Y(path[0].Y), drawn.Y(path[^1].Y))).ToList();

        Assert.That(across, Has.Count.EqualTo(5), "four of the front and the one as written");
        Assert.That(across[1].Item1, Is.EqualTo(0.032).Within(1e-4));
        Assert.That(across[1].Item2, Is.EqualTo(0.038).Within(1e-4));
        Assert.That(upwards[1].Item1, Is.EqualTo(5.55).Within(Tolerance));
        Assert.That(upwards[1].Item2, Is.EqualTo(6.05).Within(Tolerance));
    }

    [Test]
    public void Spans_of_regret_end_at_their_points_the_least_on_top()
    {
        var drawn = new DrawnChart(TuningGallery.Regret);

        var ends = drawn.Marks("span", "rect").Select(rect =>
            drawn.X(DrawnChart.Of(rect, "x") + DrawnChart.Of(rect, "width"))).ToList();

        Assert.That(ends, Is.EqualTo(new[] { 2.4, 7, 12, 14, 1.2, 4, 8, 9 }).Within(5 * Tolerance));
        Assert.That(
            drawn.Marks("point", "circle").TakeLast(4).Select(dot => drawn.X(DrawnChart.Of(dot, "cx"))),
            Is.EqualTo(new[] { 9.0, 18, 22, 31 }).Within(5 * Tolerance));
    }

    [Test]
    public void The_record_lies_where_it_was_and_the_rule_where_the_forecast_begins()
    {
        var drawn = new DrawnChart(TuningGallery.Forecast);

        var dots = drawn.Marks("point", "circle").Select(dot => drawn.Y(DrawnChart.Of(dot, "cy"))).ToList();
        var rule = Corners(drawn, "rule").Single();

        Assert.That(dots[0], Is.EqualTo(8).Within(10 * Tolerance));
        Assert.That(dots[^1], Is.EqualTo(108).Within(20 * Tolerance));
        Assert.That(drawn.X(rule[0].X), Is.EqualTo(42).Within(10 * Tolerance));
    }

    // 0.1 of the prior lies in each of ten stretches, all of the posterior in the fourth.
    [Test]
    public void Histograms_of_prior_and_posterior_hold_their_weights()
    {
        var chart = PriorPosterior.Of(
            "m", "", [.. Enumerable.Range(0, 400).Select(place => place / 400.0)], [(0.31, 3), (0.312, 1)], double.NaN, "");

        var (prior, posterior) = (Outline("prior"), Outline("posterior"));

        Assert.That(prior.Sum(datum => datum.Y), Is.EqualTo(1).Within(0.02), "a hundredth lies in the tails");
        Assert.That(posterior.Sum(datum => datum.Y), Is.EqualTo(1).Within(1e-12));
        Assert.That(posterior.Single(datum => datum.Y > 0).X, Is.EqualTo(0.3).Within(1e-9));
        Assert.That(prior[0].Y + prior[^1].Y, Is.Zero, "the outline is closed");

        IEnumerable<Datum> Shown(string name) => chart.Layers.Single(layer => layer.Name == name).Data;

        List<Datum> Outline(string name) => [.. Shown(name)];
    }

    [Test]
    public void Titles_say_what_is_to_be_seen()
    {
        var titles = TuningGallery.All.ToDictionary(chart => chart.Name, chart => chart.Title);

        Assert.That(titles["pit-attacks-a-week"], Is.EqualTo("Forecasts of attacks a week are too narrow (p = 0.002)"));
        Assert.That(titles["forecast-attacks-since-the-start"], Does.Contain("6 of 6 later points"));
        Assert.That(titles["front-with-intervals"], Does.Contain("4 of 8").And.Contain("as written is not of them"));
        Assert.That(titles["regret-losses"], Does.StartWith("answer one in twenty: at most 2.4 more losses"));
        Assert.That(titles["convergence-losses"], Does.Contain("in 480 evaluations"));
        Assert.That(titles["posterior-provocation"], Does.Contain("0.14 to 0.86 before"));
    }

    [TestCase(new[] { 0.5, 0.3, 0.2 }, "too high")]
    [TestCase(new[] { 0.2, 0.3, 0.5 }, "too low")]
    [TestCase(new[] { 0.1, 0.8, 0.1 }, "too wide")]
    [TestCase(new[] { 0.45, 0.1, 0.45 }, "too narrow")]
    public void The_shape_of_a_transform_has_a_name(double[] shares, string fault)
    {
        PitBin[] bins = [.. shares.Select(share => new PitBin(share, 0.2, 0.4))];

        Assert.That(PitHistogram.Of("m", bins, 90, 1e-4, "").Title, Is.EqualTo($"Forecasts of m are {fault} (p < 0.001)"));
        Assert.That(
            PitHistogram.Of("m", bins, 90, 0.4, "").Title,
            Is.EqualTo("90 forecasts of m cannot be told from right ones (p = 0.4)"));
    }

    [Test]
    public void Without_numbers_they_say_so()
    {
        Assert.That(Convergence.Of("m", NumberStyle.Plain, [], "").IsEmpty, Is.True);
        Assert.That(PriorPosterior.Of("m", "", [], [(1, 1)], 1, "").IsEmpty, Is.True);
        Assert.That(PitHistogram.Of("m", [], 0, double.NaN, "").Title, Is.EqualTo("m was not forecast"));
        Assert.That(RegretMap.Of("m", NumberStyle.Plain, [], double.NaN, "").IsEmpty, Is.True);
        Assert.That(
            ForecastFan.Of("m", [], [], 3, null, "").Title,
            Is.EqualTo("m: nothing has come yet that the forecast could be held against"));
    }

    private static List<List<(double X, double Y)>> Corners(DrawnChart drawn, string mark) =>
        [.. drawn.Marks(mark, "path").Select(path => DrawnChart.Corners(path.Attribute("d")!.Value))];
}
