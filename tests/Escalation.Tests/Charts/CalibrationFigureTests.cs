using Escalation.Charts.Figures;

namespace Escalation.Tests.Charts;

/// <summary>The charts of calibration show the numbers that they were given.</summary>
internal sealed class CalibrationFigureTests
{
    private const double Tolerance = 1e-3;

    [Test]
    public void Densities_stand_as_high_as_they_are_and_the_median_where_it_lies()
    {
        var drawn = new DrawnChart(Gallery.Posterior);

        var heights = drawn.Marks("step", "path").Last().Attribute("d")!.Value;
        var corners = DrawnChart.Corners(heights).Select(corner => (X: drawn.X(corner.X), Y: drawn.Y(corner.Y))).ToList();
        var median = DrawnChart.Corners(drawn.Marks("rule", "path").Single().Attribute("d")!.Value)[0];

        foreach (var (x, density) in new[] { (0.0, 0.2), (0.25, 2.4), (0.5, 1.3), (0.75, 0.1) })
        {
            Assert.That(
                corners.Any(corner => Math.Abs(corner.X - x) < Tolerance && Math.Abs(corner.Y - density) < Tolerance),
                Is.True,
                FormattableString.Invariant($"{x}"));
        }

        Assert.That(drawn.X(median.X), Is.EqualTo(0.43).Within(Tolerance));
    }

    [Test]
    public void Counts_lie_where_they_were_observed()
    {
        var drawn = new DrawnChart(Gallery.Weeks);

        var dots = drawn.Marks("point", "circle").Select(dot => drawn.Y(DrawnChart.Of(dot, "cy")));

        Assert.That(dots, Is.EqualTo(new double[] { 14, 22, 9 }).Within(0.01));
    }

    [Test]
    public void Titles_claim_no_more_than_there_is()
    {
        DensityStep[] flat = [new(0, 1), new(1, double.NaN)];

        Assert.That(
            Gallery.Weeks.Title, Is.EqualTo("2 of 3 counts of attacks by week lie in the range that the posterior predicts"));
        Assert.That(Gallery.Posterior.Title, Is.EqualTo("The targets take 71.0 % of the variance of control away"));
        Assert.That(PriorPosterior.Of("x", "", flat, flat, 0.5, double.NaN, "").Title, Is.EqualTo("The targets do not narrow x"));
        Assert.That(
            PredictedTargets.Of([new("a", 0, -1, 1)], "").Title, Is.EqualTo("Every target lies where the posterior predicts it"));
    }
}
