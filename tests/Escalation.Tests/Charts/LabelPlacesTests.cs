using System.Collections.Immutable;
using Escalation.Charts.Svg;

namespace Escalation.Tests.Charts;

internal sealed class LabelPlacesTests
{
    private static readonly Box Plot = new(40, 20, 600, 300);

    [Test]
    public void A_text_with_room_stands_to_the_right_of_its_point()
    {
        var place = LabelPlaces.Of(Plot, [new(100, 100, 50, 100, 100)]).Single()!.Value;

        Assert.That(place, Is.EqualTo(new LabelPlace(new(107, 92.5, 50, 15), HasLeader: false)));
    }

    [Test]
    public void At_the_right_edge_a_text_stands_to_the_left()
    {
        var box = LabelPlaces.Of(Plot, [new(636, 100, 80, 636, 636)]).Single()!.Value.Box;

        Assert.That(box.X + box.Width, Is.LessThanOrEqualTo(636));
    }

    [Test]
    public void Points_upon_each_other_get_texts_beside_each_other_some_with_lines()
    {
        var places = LabelPlaces.Of(Plot, [.. Enumerable.Repeat(new LabelWish(300, 150, 90, 280, 330), 9)]);

        Assert.That(places, Is.All.Not.Null);
        Assert.That(places.Count(place => place!.Value.HasLeader), Is.GreaterThan(0));
        AssertApart(places);
    }

    [Test]
    public void A_text_that_is_wider_than_the_plot_is_left_out() =>
        Assert.That(LabelPlaces.Of(Plot, [new(300, 150, 700, 300, 300)]).Single(), Is.Null);

    [FsCheck.NUnit.Property(MaxTest = 100, Replay = "42,1")]
    public bool Texts_never_run_into_each_other_or_into_points_or_out_of_the_plot(
        (ushort X, ushort Y, byte Width)[] points, bool isCrowded)
    {
        var share = isCrowded ? 10 : 1;
        ImmutableArray<LabelWish> wishes =
        [
            .. points.Take(60).Select(point =>
            {
                var (x, y) = (Plot.X + (point.X % Plot.Width / share), Plot.Y + (point.Y % Plot.Height / share));
                return new LabelWish(x, y, 10 + (point.Width / 2.0), x - 10, x + 10);
            }),
        ];

        var places = LabelPlaces.Of(Plot, wishes);

        var boxes = places.Where(place => place is not null).Select(place => place!.Value.Box).ToList();
        return boxes.All(Plot.Holds)
            && boxes.All(box => wishes.All(wish => !box.Overlaps(new(wish.X - 4, wish.Y - 4, 8, 8))))
            && boxes.Index().All(one => boxes.Skip(one.Index + 1).All(other => !one.Item.Overlaps(other)));
    }

    private static void AssertApart(ImmutableArray<LabelPlace?> places)
    {
        for (var one = 0; one < places.Length; one++)
        {
            for (var other = one + 1; other < places.Length; other++)
            {
                Assert.That(places[one]!.Value.Box.Overlaps(places[other]!.Value.Box), Is.False);
            }
        }
    }
}
