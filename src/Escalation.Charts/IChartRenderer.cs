namespace Escalation.Charts;

/// <summary>Draws charts. The seam at which another library takes over: implement it and set
/// <see cref="ChartRenderer.Current"/>.</summary>
public interface IChartRenderer
{
    /// <summary>Draws a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <returns>An SVG document.</returns>
    string Draw(Chart chart);
}

/// <summary>The renderer in use.</summary>
public static class ChartRenderer
{
    /// <summary>The one that draws all charts; the project's own unless another is put in its place.</summary>
    public static IChartRenderer Current { get; set; } = new Svg.SvgRenderer();
}
