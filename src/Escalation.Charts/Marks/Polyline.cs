using Escalation.Charts.Scales;
using Escalation.Charts.Svg;

namespace Escalation.Charts.Marks;

/// <summary>What lines and bands share: runs of points without a gap, and no more points than can be seen.</summary>
internal static class Polyline
{
    // Of the points above one pixel the first, the least, the most and the last are seen.
    private const int PointsOfPixel = 4;

    // Places at which the pointer finds a value.
    private const int MostTips = 100;

    /// <summary>The runs of data that can be drawn, each without a gap.</summary>
    public static IEnumerable<List<Datum>> Runs(Layer layer, Func<Datum, bool> isDrawn)
    {
        var run = new List<Datum>();
        foreach (var datum in layer.Data)
        {
            if (isDrawn(datum))
            {
                run.Add(datum);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    /// <summary>As many of the data as can be told apart, in order.</summary>
    public static List<Datum> Seen(List<Datum> run, Scale x, Func<Datum, double> height)
    {
        var pixels = (int)Math.Abs(x.To - x.From) + 1;
        if (run.Count <= pixels * PointsOfPixel)
        {
            return run;
        }

        var seen = new List<Datum>(pixels * PointsOfPixel);
        var places = Enumerable.Range(0, run.Count).GroupBy(place => (int)x.At(run[place].X));
        foreach (var pixel in places)
        {
            var all = pixel.ToList();
            var (least, most) = (all.MinBy(place => height(run[place])), all.MaxBy(place => height(run[place])));
            int[] kept = [all[0], least, most, all[^1]];
            seen.AddRange(kept.Distinct().Order().Select(place => run[place]));
        }

        return seen;
    }

    /// <summary>Draws a path through points, from where it is if it has begun.</summary>
    public static SvgPath Draw(SvgPath path, IEnumerable<(double X, double Y)> points, bool isStepped, bool hasBegun = false)
    {
        foreach (var (x, y) in points)
        {
            _ = !hasBegun ? path.From(x, y) : isStepped ? path.Across(x).Up(y) : path.To(x, y);
            hasBegun = true;
        }

        return path;
    }

    /// <summary>Unseen dots along a line at which its values are said.</summary>
    public static void DrawTips(Canvas canvas, Layer layer, List<Datum> run, Func<Datum, double> height)
    {
        var every = Math.Max(1, run.Count / MostTips);
        for (var place = 0; place < run.Count; place += every)
        {
            canvas.Svg.Open(
                "circle", ("class", "tip"), ("cx", canvas.X.At(run[place].X)), ("cy", canvas.Y.At(height(run[place]))), ("r", 5));
            canvas.Tip(layer, run[place]);
            canvas.Svg.Close();
        }
    }
}
