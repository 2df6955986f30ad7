using System.Collections.Immutable;

namespace Escalation.Charts.Svg;

/// <summary>A rectangle in pixels.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    /// <summary>Whether two have more than an edge in common.</summary>
    public bool Overlaps(Box other) => X < other.X + other.Width && other.X < X + Width
        && Y < other.Y + other.Height && other.Y < Y + Height;

    /// <summary>Whether the other lies within.</summary>
    public bool Holds(Box other) => other.X >= X && other.Y >= Y
        && other.X + other.Width <= X + Width && other.Y + other.Height <= Y + Height;

    /// <summary>The place across within that is nearest.</summary>
    public double NearX(double x) => Math.Clamp(x, X, X + Width);

    /// <summary>The place upwards within that is nearest.</summary>
    public double NearY(double y) => Math.Clamp(y, Y, Y + Height);
}

/// <summary>A text that wants to stand beside a point.</summary>
/// <param name="X">The point across.</param>
/// <param name="Y">The point upwards.</param>
/// <param name="Width">Width of the text.</param>
/// <param name="From">Where a line through the point begins that is rather left free; the point itself if there is none.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct LabelWish(double X, double Y, double Width, double From, double To);

/// <summary>Where a text stands.</summary>
/// <param name="Box">Its room.</param>
/// <param name="HasLeader">Whether it is so far from its point that a line must lead to it.</param>
internal readonly record struct LabelPlace(Box Box, bool HasLeader);

/// <summary>Finds room for text beside points, one after the other: the first place that is free, near ones first. So those that
/// come first stand best.</summary>
internal static class LabelPlaces
{
    /// <summary>From the upper edge of a text's room to the line on which it stands.</summary>
    public const double Baseline = 12;

    private const double Height = 15;
    private const double Dot = 5;
    private const int Directions = 16;

    private static readonly ImmutableArray<double> Distances = [7, 18, 30, 44, 60, 80, 110, 150];

    /// <summary>The places.</summary>
    /// <param name="plot">What no text may leave.</param>
    /// <param name="wishes">The texts, the most important first.</param>
    /// <returns>A place each; null where there is no room.</returns>
    public static ImmutableArray<LabelPlace?> Of(Box plot, ImmutableArray<LabelWish> wishes)
    {
        ImmutableArray<Box> dots = [.. wishes.Select(wish => new Box(wish.X - Dot, wish.Y - Dot, 2 * Dot, 2 * Dot))];
        ImmutableArray<Box> lines = [.. wishes.Select(wish => new Box(wish.From, wish.Y - 1, wish.To - wish.From, 2))];
        var taken = new List<Box>();
        var leaders = new List<(double X, double Y, Box To)>();
        var places = ImmutableArray.CreateBuilder<LabelPlace?>(wishes.Length);
        foreach (var wish in wishes)
        {
            // Rather on another's interval than nowhere, and rather with a line behind other text.
            var place = First(wish, box => IsFree(box) && IsLed(wish, box) && !lines.Any(box.Overlaps))
                ?? First(wish, box => IsFree(box) && IsLed(wish, box)) ?? First(wish, IsFree);
            places.Add(place);
            if (place is { } found)
            {
                taken.Add(found.Box);
                if (found.HasLeader)
                {
                    leaders.Add((wish.X, wish.Y, found.Box));
                }
            }
        }

        return places.ToImmutable();

        bool IsFree(Box box) => plot.Holds(box) && !dots.Any(box.Overlaps) && !taken.Any(box.Overlaps);

        bool IsLed(LabelWish wish, Box box) =>
            !leaders.Any(leader => Crosses(leader.X, leader.Y, leader.To, box))
            && !taken.Any(other => Crosses(wish.X, wish.Y, box, other));
    }

    private static LabelPlace? First(LabelWish wish, Func<Box, bool> isFree)
    {
        foreach (var distance in Distances)
        {
            for (var turn = 0; turn < Directions; turn++)
            {
                var box = At(wish, distance, turn);
                if (isFree(box))
                {
                    return new(box, distance > Distances[0]);
                }
            }
        }

        return null;
    }

    // Right first, then alternately above and below it, last left. What stands to the right begins there, what stands to the left
    // ends there, and what stands above or below is centred.
    private static Box At(LabelWish wish, double distance, int turn)
    {
        var angle = (turn % 2 == 0 ? 1 : -1) * ((turn + 1) / 2) * 2 * Math.PI / Directions;
        var (across, up) = (Math.Cos(angle), Math.Sin(angle));
        var (x, y) = (wish.X + (distance * across), wish.Y - (distance * up));
        return new(x - (wish.Width * (1 - across) / 2), y - (Height * (1 + up) / 2), wish.Width, Height);
    }

    // Whether the line from a point to the nearest place of its text runs through a box; looked at in steps of two pixels or so,
    // which is less than any text is high.
    private static bool Crosses(double x, double y, Box to, Box box)
    {
        var (acrossTo, upTo) = (to.NearX(x), to.NearY(y));
        var steps = (int)Math.Ceiling(Math.Max(Math.Abs(acrossTo - x), Math.Abs(upTo - y)) / 2);
        for (var step = 0; step < steps; step++)
        {
            var part = (double)step / steps;
            var point = new Box(x + (part * (acrossTo - x)), y + (part * (upTo - y)), 0, 0);
            if (box.Holds(point))
            {
                return true;
            }
        }

        return false;
    }
}
