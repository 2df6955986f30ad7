using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Continuous;

internal sealed class SearchBoxTests
{
    private static readonly SearchBox Box = new([-3, double.NegativeInfinity], [7, double.PositiveInfinity]);

    [FsCheck.NUnit.Property(MaxTest = 500, Replay = "42,1")]
    public bool Whatever_the_search_says_is_in_the_box(FsCheck.NormalFloat place)
    {
        var point = Box.ToBox([place.Get, place.Get]);

        return point[0] is >= -3 and <= 7 && point[1] == place.Get;
    }

    [Test]
    public void A_point_of_the_box_is_met_again([Values(-3, -2.99, -2.5, -1, 2, 5, 6.7, 7)] double value)
    {
        var search = Box.ToSearch([value, 1e9]);

        Assert.That(Box.ToBox(search), Is.EqualTo(new[] { value, 1e9 }).Within(1e-12));
    }

    [Test]
    public void Limits_lie_where_the_map_turns_back()
    {
        Assert.That(Box.ToBox([-0.05, 0])[0], Is.EqualTo(-3).Within(1e-14));
        Assert.That(Box.ToBox([1.05, 0])[0], Is.EqualTo(7).Within(1e-14));
        Assert.That(Box.ToBox([-0.07, 0])[0], Is.EqualTo(Box.ToBox([-0.03, 0])[0]).Within(1e-12));
    }

    [TestCase(1, 1)]
    [TestCase(2, 1)]
    [TestCase(0, double.PositiveInfinity)]
    [TestCase(double.NaN, 1)]
    public void What_is_no_range_is_refused(double lower, double upper) =>
        Assert.That(() => new SearchBox([lower], [upper]), Throws.ArgumentException);
}
