using Escalation.Charts;
using Escalation.Charts.Figures;

namespace Escalation.Tests.Charts;

/// <summary>The charts of sensitivity show the numbers that they were given.</summary>
internal sealed class SensitivityFigureTests
{
    private const double Tolerance = 1e-3;

    private static Chart Plane => Gallery.All.Single(chart => chart.Name == "morris-spiral");

    private static Chart Bars => Gallery.All.Single(chart => chart.Name == "indices-spiral");

    // The greatest total index stands on top; the bars of what inputs do alone are drawn last.
    [Test]
    public void Bars_end_at_the_indices_and_whiskers_at_their_intervals()
    {
        var drawn = new DrawnChart(Bars);

        var ends = drawn.Marks("bar", "rect").Select(bar =>
            drawn.X(DrawnChart.Of(bar, "x") + DrawnChart.Of(bar, "width"))).ToList();

        // The bar of the negative index ends at 0 and begins at it.
        Assert.That(ends, Is.EqualTo(new[] { 0.56, 0.45, 0.01, 0.31, 0.44, 0 }).Within(Tolerance));
        Assert.That(drawn.X(DrawnChart.Of(drawn.Marks("bar", "rect").Last(), "x")), Is.EqualTo(-0.004).Within(Tolerance));
        Assert.That(Limits(drawn, "upper-limits"), Is.EqualTo(new[] { 0.24, 0.39, 0.38, 0.5, -0.02, 0.012 }).Within(Tolerance));
        Assert.That(Limits(drawn, "lower-limits"), Is.EqualTo(new[] { 0.47, 0.65, 0.39, 0.52, 0.002, 0.019 }).Within(Tolerance));
    }

    [Test]
    public void Points_lie_at_their_effects_and_the_line_at_the_noise()
    {
        var drawn = new DrawnChart(Plane);

        var dots = drawn.Marks("point", "circle")
            .Select(dot => (X: drawn.X(DrawnChart.Of(dot, "cx")), Y: drawn.Y(DrawnChart.Of(dot, "cy")))).ToList();
        var line = DrawnChart.Corners(drawn.Marks("rule", "path").Single().Attribute("d")!.Value);

        Assert.That(dots.Select(dot => dot.X), Is.EqualTo(new[] { 0.021, 0.02, 0.019, 0.42, 0.4, 0.18 }).Within(Tolerance));
        Assert.That(dots.Select(dot => dot.Y), Is.EqualTo(new[] { 0.022, 0.021, 0.024, 0.12, 0.125, 0.21 }).Within(Tolerance));
        Assert.That(drawn.X(line[0].X), Is.EqualTo(0.03).Within(Tolerance));
        Assert.That(Limits(drawn, "limits").Take(2), Is.EqualTo(new[] { 0.36, 0.49 }).Within(Tolerance));
    }

    [Test]
    public void Every_input_has_its_name_beside_it() => Assert.That(
        new DrawnChart(Plane).Texts,
        Is.SupersetOf(new[] { "control", "provocation", "us_response", "tempo", "patience", "reach" }));

    [Test]
    public void Titles_claim_no_more_than_there_is()
    {
        MorrisPoint[] quiet = [new("tempo", 0.1, 0, 0.2, 0.1, false)];
        InteractionBar[] nothing = [new("tempo", double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN)];

        Assert.That(
            MorrisPlane.Of("spiral", quiet, 0.3, "").Title,
            Is.EqualTo("No input has an effect on spiral that can be told from noise"));
        Assert.That(MorrisPlane.Of("spiral", [], double.NaN, "").IsEmpty, Is.True);
        Assert.That(Interactions.Of("spiral", nothing, "").Title, Is.EqualTo("spiral does not vary beyond noise"));
        Assert.That(Interactions.Of("spiral", nothing, "").IsEmpty, Is.True);
        Assert.That(Plane.Title, Is.EqualTo("3 of 6 inputs have an effect on spiral; control has the greatest"));
    }

    // Low and high of each, from top to bottom.
    private static IEnumerable<double> Limits(DrawnChart drawn, string mark) => drawn.Marks(mark, "path")
        .Select(path => DrawnChart.Corners(path.Attribute("d")!.Value))
        .SelectMany(corners => new[] { drawn.X(corners[0].X), drawn.X(corners[^1].X) });
}
