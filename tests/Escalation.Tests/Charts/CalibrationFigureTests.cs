using Escalation.Charts.Figures;

namespace Escalation.Tests.Charts;

/// <summary>The charts of calibration show the numbers that they were given.</summary>
internal sealed class CalibrationFigureTests
{
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
        Assert.That(
            Gallery.Weeks.Title, Is.EqualTo("2 of 3 counts of attacks by week lie in the range that the posterior predicts"));
        Assert.That(
            PredictedTargets.Of([new("a", 0, -1, 1)], "").Title, Is.EqualTo("Every target lies where the posterior predicts it"));
    }
}
