using Escalation.Charts;

namespace Escalation.Tests.Charts;

/// <summary>Charts are true: what a ruler reads off them are the numbers that they were given, to a pixel's hundredth.</summary>
internal sealed class TruthTests
{
    private const double Tolerance = 1e-3;

    [Test]
    public void Bars_are_as_long_as_their_numbers()
    {
        var drawn = new DrawnChart(Gallery.Outcomes);

        var lengths = drawn.Marks("bar", "rect").Select(bar =>
            drawn.X(DrawnChart.Of(bar, "x") + DrawnChart.Of(bar, "width")) - drawn.X(DrawnChart.Of(bar, "x")));

        Assert.That(lengths, Is.EqualTo(new[] { 0.035, 0.091, 0.909 }).Within(Tolerance));
    }

    [Test]
    public void Whiskers_end_where_intervals_end()
    {
        var drawn = new DrawnChart(Gallery.Outcomes);

        var ends = drawn.Marks("bar", "path").Select(path => DrawnChart.Corners(path.Attribute("d")!.Value))
            .Select(corners => (Low: drawn.X(corners[0].X), High: drawn.X(corners[^1].X))).ToList();

        Assert.That(ends.Select(end => end.Low), Is.EqualTo(new[] { 0.030, 0.083, 0.899 }).Within(Tolerance));
        Assert.That(ends.Select(end => end.High), Is.EqualTo(new[] { 0.042, 0.101, 0.917 }).Within(Tolerance));
    }

    [Test]
    public void Columns_are_as_high_as_their_shares_and_hold_all_histories()
    {
        var drawn = new DrawnChart(Gallery.Attacks);
        var given = Gallery.Attacks.Layers.Single(layer => layer.Mark == Mark.Column).Data;

        var heights = drawn.Marks("column", "rect").Select(column =>
            drawn.Y(DrawnChart.Of(column, "y")) - drawn.Y(DrawnChart.Of(column, "y") + DrawnChart.Of(column, "height"))).ToList();

        Assert.That(heights, Is.EqualTo(given.Select(datum => datum.Y)).Within(Tolerance));
        Assert.That(heights.Sum(), Is.EqualTo(1).Within(0.01));
    }

    [Test]
    public void Columns_stand_where_their_numbers_lie()
    {
        var drawn = new DrawnChart(Gallery.Attacks);
        var given = Gallery.Attacks.Layers.Single(layer => layer.Mark == Mark.Column).Data;

        var middles = drawn.Marks("column", "rect").Select(column =>
            drawn.X(DrawnChart.Of(column, "x") + (DrawnChart.Of(column, "width") / 2)));

        Assert.That(middles, Is.EqualTo(given.Select(datum => (datum.X + datum.X2) / 2)).Within(0.01));
    }

    [Test]
    public void Lines_go_through_their_points()
    {
        var drawn = new DrawnChart(Gallery.Sweep);

        var corners = DrawnChart.Corners(drawn.Marks("line", "path").Single().Attribute("d")!.Value);

        Assert.That(corners.Select(corner => drawn.X(corner.X)), Is.EqualTo(new[] { 0, 0.1, 1 }).Within(Tolerance));
        Assert.That(corners.Select(corner => drawn.Y(corner.Y)), Is.EqualTo(new[] { 0.072, 0.037, 0.084 }).Within(Tolerance));
    }

    [Test]
    public void Bands_lie_between_their_edges()
    {
        var drawn = new DrawnChart(Gallery.Sweep);

        var corners = DrawnChart.Corners(drawn.Marks("band", "path").Single().Attribute("d")!.Value);

        Assert.That(
            corners.Select(corner => drawn.Y(corner.Y)),
            Is.EqualTo(new[] { 0.077, 0.041, 0.089, 0.078, 0.033, 0.067 }).Within(Tolerance));
    }

    [Test]
    public void A_step_stays_until_the_next_day()
    {
        var drawn = new DrawnChart(Gallery.Passage);

        var corners = DrawnChart.Corners(drawn.Marks("step", "path").First().Attribute("d")!.Value);

        // From (0, 0) level to day 30, and up there.
        Assert.That(drawn.X(corners[1].X), Is.EqualTo(30).Within(0.1));
        Assert.That(drawn.Y(corners[1].Y), Is.EqualTo(0).Within(Tolerance));
        Assert.That(drawn.Y(corners[2].Y), Is.EqualTo(0.003).Within(Tolerance));
    }

    [Test]
    public void The_share_at_or_below_rises_to_one()
    {
        var drawn = new DrawnChart(Gallery.Calm);

        var corners = DrawnChart.Corners(drawn.Marks("step", "path").Single().Attribute("d")!.Value);

        Assert.That(drawn.Y(corners[^1].Y), Is.EqualTo(1).Within(Tolerance));
        Assert.That(corners.Zip(corners.Skip(1), (one, next) => one.Y - next.Y), Is.All.AtLeast(0));
    }

    [Test]
    public void A_box_covers_its_part_of_the_range()
    {
        var drawn = new DrawnChart(Gallery.Box);

        var spans = drawn.Marks("span", "rect").Where(span => DrawnChart.Of(span, "height") > 2).Select(span =>
            (Low: drawn.X(DrawnChart.Of(span, "x")), High: drawn.X(DrawnChart.Of(span, "x") + DrawnChart.Of(span, "width"))))
            .ToList();

        Assert.That(spans.Select(span => span.Low), Is.EqualTo(new[] { 0.875, 0, 0, 0.75 }).Within(Tolerance));
        Assert.That(spans.Select(span => span.High), Is.EqualTo(new[] { 1, 0.25, 0.25, 1 }).Within(Tolerance));
    }

    [Test]
    public void The_chosen_box_stands_where_the_lines_cross()
    {
        var drawn = new DrawnChart(Gallery.Peeling);

        var rules = drawn.Marks("rule", "path").Select(rule => DrawnChart.Corners(rule.Attribute("d")!.Value)[0]).ToList();

        Assert.That(drawn.X(rules[0].X), Is.EqualTo(0.71).Within(Tolerance));
        Assert.That(drawn.Y(rules[1].Y), Is.EqualTo(0.59).Within(Tolerance));
    }

    [TestCaseSource(typeof(Gallery), nameof(Gallery.Cases))]
    public void No_mark_leaves_the_plot(Chart chart)
    {
        var drawn = new DrawnChart(chart);

        var pixels = Mark.All.SelectMany(mark => drawn.Marks(mark.Name, "circle")).Select(dot => DrawnChart.Of(dot, "cx"))
            .Concat(Mark.All.SelectMany(mark => drawn.Marks(mark.Name, "rect")).Select(rect => DrawnChart.Of(rect, "x")));

        Assert.That(pixels, Is.All.InRange(0, Escalation.Charts.Svg.SvgRenderer.Width));
    }

    [Test]
    public void On_a_log_axis_equal_ratios_are_equally_far()
    {
        var chart = Gallery.Sweep with
        {
            X = new Axis("budget", "budget") { IsLogarithmic = true },
            Layers = [new Layer(Mark.Line, [At(1, 1), At(100, 2), At(10_000, 3), At(-5, 4)])],
        };

        var drawn = new DrawnChart(chart);
        var corners = DrawnChart.Corners(drawn.Marks("line", "path").Single().Attribute("d")!.Value);

        Assert.That(corners.Select(corner => drawn.X(corner.X)), Is.EqualTo(new double[] { 1, 100, 10_000 }).Within(0.1).Percent);
        Assert.That(corners[1].X - corners[0].X, Is.EqualTo(corners[2].X - corners[1].X).Within(0.02));

        static Datum At(double x, double y) => new() { X = x, Y = y };
    }
}
