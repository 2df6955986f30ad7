using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Tests.Support;

namespace Escalation.Tests.Charts;

/// <summary>What every chart keeps, whatever the numbers.</summary>
internal sealed class DrawingTests
{
    private static readonly string[] Names =
    [
        "spiral", "<script>alert('x')</script>", "say \"no\" & go", "שלום עולם", "🚀🚀 lift-off", "line\nbreak\u0001",
        new string('w', 200), "\uD800 lone", "", "a,b;c",
    ];

    private static IEnumerable<TestCaseData> Charts => Gallery.Cases;

    private static IEnumerable<TestCaseData> Samples()
    {
        yield return Sample("none");
        yield return Sample("one", 3.0);
        yield return Sample("zeros", 0.0, 0, 0);
        yield return Sample("constant", 0.1, 0.1, 0.1);
        yield return Sample("negative", -5.0, -3, -1);
        yield return Sample("some are no numbers", double.NaN, 2, double.NaN);
        yield return Sample("none is a number", double.NaN, double.NaN);
        yield return Sample("infinite", double.PositiveInfinity, 1, double.NegativeInfinity);
        yield return Sample("huge", 1e300, -1e300, 0);
        yield return Sample("tiny", 1e-300, 2e-300, 0);
        yield return Sample("near each other and far away", 1e15, 1e15 + 1);
        yield return Sample("a million", [.. Enumerable.Range(0, 1_000_000).Select(place => (place * (long)place) % 9973.0)]);

        static TestCaseData Sample(string name, params double[] values) => new TestCaseData(values).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Charts))]
    public void A_chart_is_drawn_as_it_was(Chart chart) =>
        Golden.Check(ChartRenderer.Current.Draw(chart), $"charts/{chart.Name}.svg");

    [TestCaseSource(nameof(Charts))]
    public void A_chart_says_what_it_shows_in_words(Chart chart)
    {
        var svg = XDocument.Parse(ChartRenderer.Current.Draw(chart)).Root!;

        var named = svg.Elements().Take(2).ToList();
        Assert.That(named.Select(element => element.Name.LocalName), Is.EqualTo(new[] { "title", "desc" }));
        Assert.That(
            svg.Attribute("aria-labelledby")!.Value,
            Is.EqualTo(string.Join(' ', named.Select(element => element.Attribute("id")!.Value))));
        Assert.That(named[1].Value, Is.Not.Empty);
    }

    [TestCaseSource(nameof(Charts))]
    public void Its_table_has_a_row_a_datum(Chart chart)
    {
        var lines = ChartTable.Csv(chart).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(lines, Has.Length.EqualTo(1 + chart.Layers.Sum(layer => layer.Data.Length)));
        Assert.That(lines[0].Split(','), Is.Unique.And.All.Match("^[a-z0-9_]+$"));
    }

    [TestCaseSource(nameof(Charts))]
    public void Its_specification_holds_the_same_numbers(Chart chart)
    {
        using var specification = JsonDocument.Parse(VegaLite.Json(chart));

        var layers = specification.RootElement.GetProperty("layer").EnumerateArray().ToList();
        Assert.That(
            layers.Select(layer => layer.GetProperty("data").GetProperty("values").GetArrayLength()),
            Is.EqualTo(chart.Layers.Select(layer => layer.Data.Count(layer.Mark.IsDrawn))));
        Assert.That(layers.Select(layer => layer.GetProperty("encoding").EnumerateObject().Count()), Is.All.AtLeast(1));
    }

    [TestCaseSource(nameof(Samples))]
    public void Any_numbers_are_drawn_or_it_is_said_why_not(double[] values)
    {
        const NumberStyle Plain = NumberStyle.Plain;
        NamedEstimate[] few = [.. values.Take(100).Select(value => new NamedEstimate("m", value, value, value))];
        Chart[] charts =
        [
            Histogram.Of("m", "d", values, "caption"),
            Ecdf.Of("m", "", values, "caption"),
            SweepCurve.Of("lever", "m", Plain, [new("m", Curve(values))], "caption"),
            FirstPassage.Of([new("m", Curve(values))], new DateOnly(2023, 1, 1), "caption"),
            Fan.Of("m", [.. values.Take(2_000).Select(Spread)], null, "caption"),
            OutcomeShares.Of(few, "caption"),
            Forest.Of("m", Plain, few, "caption"),
            Scatter.Of("m", "m", Plain, Curve(values), "caption"),
            Tornado.Of("m", Plain, 0, [.. few.Select(one => new TornadoBar("m", one.Value, -one.Value))], "caption"),
            ParetoFront.Of(("x", Plain), ("y", Plain), [.. values.Select(v => new ParetoPoint("p", v, -v, true))], ""),
            PeelingPath.Of("m", [.. values.Take(1_000).Select(v => new PeelingPoint(v, -v, 1, "box"))], -1, "caption"),
            BoxLimits.Of("m", [.. values.Take(50).Select(v => LimitedInput.OfNumber("m", v, v, (0, 1), "limit"))], "caption"),
            MorrisPlane.Of("m", [.. few.Select(Point)], 0.1, "caption"),
            Interactions.Of("m", [.. few.Select(Bar)], "caption"),
            HeatMap.Of("m", Plain, ("x", [.. values.Take(20)]), ("y", [1]), [.. values.Take(20)], "caption"),
            .. TuningGallery.Of(values),
        ];
        foreach (var chart in charts)
        {
            var svg = ChartRenderer.Current.Draw(chart);

            Assert.That(svg, Does.Not.Contain("NaN").And.Not.Contain("\"∞").And.Not.Contain("Infinity"), chart.Name);
            Assert.That(svg, Has.Length.LessThan(400_000), chart.Name);
            Assert.That(chart.IsEmpty, Is.EqualTo(new DrawnChart(chart).Texts.Contains(chart.IfEmpty)), chart.Name);
        }

        static InteractionBar Bar(NamedEstimate one) => new("m", one.Value, one.Low, one.High, one.Value, one.Low, one.High);

        static MorrisPoint Point(NamedEstimate one) => new("m", one.Value, one.Low, one.High, one.Value, one.Value > 0);

        static FanPoint Spread(double value, int day) => new(day, value, value, value, value, value);

        static ImmutableArray<CurvePoint> Curve(double[] values) =>
            [.. values.Select((value, place) => new CurvePoint(place, value, value - 1, value + 1))];
    }

    [TestCaseSource(nameof(Names))]
    public void No_name_breaks_a_chart_or_what_stands_beside_it(string name)
    {
        Chart[] charts =
        [
            OutcomeShares.Of([new(name, 0.5, 0.4, 0.6)], name),
            Histogram.Of(name, name, [1, 2, 3], name),
            Timeline.Of("history", name, [name], [new(1, 0, 0, name)], [], null, name),
            PeelingPath.Of(name, [new(1, 0.1, 0, name)], 0, name),
            BoxLimits.Of(name, [LimitedInput.OfNumber(name, 0.2, 0.8, (0, 1), name)], name),
            MorrisPlane.Of(name, [new(name, 1, 0, 2, 1, true), new(name, 1, 0, 2, 1, false)], 0.5, name),
            Interactions.Of(name, [new(name, 0.3, 0.2, 0.4, 0.5, 0.4, 0.6)], name),
            SweepCurve.Of(name, name, NumberStyle.Plain, [new(name, [new(0, 1, 0, 2), new(1, 2, 1, 3)])], name),
        ];
        foreach (var chart in charts)
        {
            Assert.That(() => new DrawnChart(chart), Throws.Nothing);
            Assert.That(ChartRenderer.Current.Draw(chart), Does.Not.Contain("<script"));
            Assert.That(() => JsonDocument.Parse(VegaLite.Json(chart)), Throws.Nothing);
            Assert.That(VegaLite.Json(chart), Does.Not.Contain("<"));
            Assert.That(chart.Name, Does.Match("^[a-z0-9-]+$"));
        }
    }

    [Test]
    public void Another_renderer_takes_over_by_one_line()
    {
        var own = ChartRenderer.Current;
        try
        {
            ChartRenderer.Current = new Echo();

            Assert.That(ChartRenderer.Current.Draw(Gallery.Outcomes), Is.EqualTo("<svg>outcomes</svg>"));
        }
        finally
        {
            ChartRenderer.Current = own;
        }
    }

    private sealed class Echo : IChartRenderer
    {
        public string Draw(Chart chart) => $"<svg>{chart.Name}</svg>";
    }
}
