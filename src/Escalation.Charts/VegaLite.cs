using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Escalation.Charts;

/// <summary>The same chart as a specification of Vega-Lite, which many tools draw and change further.</summary>
public static class VegaLite
{
    // Relaxed only in that text stays legible; what would end a script within a page is still escaped.
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Default };

    /// <summary>The specification (Vega-Lite 5).</summary>
    public static string Json(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var layers = new JsonArray();
        foreach (var layer in chart.Layers)
        {
            layers.Add(OfLayer(chart, layer));
        }

        var specification = new JsonObject
        {
            ["$schema"] = "https://vega.github.io/schema/vega-lite/v5.json",
            ["title"] = new JsonObject { ["text"] = chart.Title, ["subtitle"] = chart.Caption, ["anchor"] = "start" },
            ["description"] = chart.Description,
            ["width"] = 600,
            ["layer"] = layers,
        };
        return specification.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject OfLayer(Chart chart, Layer layer)
    {
        var values = new JsonArray();
        foreach (var datum in layer.Data.Where(layer.Mark.IsDrawn))
        {
            values.Add(OfDatum(chart, layer, datum));
        }

        var mark = (JsonObject)layer.Mark.Vega.Mark.DeepClone();
        mark["tooltip"] = true;
        var encoding = new JsonObject();
        foreach (var (channel, field) in layer.Mark.Vega.Channels)
        {
            // A line across the plot has one place alone.
            if (layer.Mark != Mark.Rule || layer.Data.Any(datum => !double.IsNaN(field == "x" ? datum.X : datum.Y)))
            {
                encoding[channel] = Channel(chart, channel, field);
            }
        }

        if (layer.Name.Length > 0 && layer.Mark != Mark.Cell)
        {
            encoding["color"] = new JsonObject { ["datum"] = layer.Name };
        }

        return new JsonObject { ["data"] = new JsonObject { ["values"] = values }, ["mark"] = mark, ["encoding"] = encoding };
    }

    private static JsonObject OfDatum(Chart chart, Layer layer, Datum datum)
    {
        var value = new JsonObject();
        Add("x", chart.X, datum.X);
        Add("y", chart.Y, datum.Y);
        Add("x2", chart.X, datum.X2);
        Add("y2", chart.Y, datum.Y2);
        Add("low", null, datum.Low);
        Add("high", null, datum.High);
        Add("value", null, datum.Value);
        if (datum.Text.Length > 0)
        {
            value["text"] = datum.Text;
        }

        if (layer.Name.Length > 0)
        {
            value["layer"] = layer.Name;
        }

        return value;

        void Add(string name, Axis? axis, double number)
        {
            if (double.IsFinite(number))
            {
                value[name] = axis is { HasNames: true } ? axis.Names[(int)number] : number;
            }
        }
    }

    private static JsonObject Channel(Chart chart, string channel, string field)
    {
        if (channel is "x2" or "y2")
        {
            return new JsonObject { ["field"] = field };
        }

        if (channel == "color")
        {
            var scheme = new JsonObject { ["scheme"] = "cividis" };
            return new JsonObject { ["field"] = field, ["type"] = "quantitative", ["scale"] = scheme };
        }

        var axis = channel == "x" ? chart.X : chart.Y;
        var type = axis.HasNames ? "nominal" : "quantitative";
        var encoding = new JsonObject { ["field"] = field, ["type"] = type, ["title"] = axis.Title };
        if (axis.HasNames)
        {
            encoding["sort"] = null;
            encoding["scale"] = new JsonObject { ["domain"] = new JsonArray([.. axis.Names.Select(name => (JsonNode)name!)]) };
        }
        else
        {
            var scale = new JsonObject { ["zero"] = axis.HasZero };
            if (axis.IsLogarithmic)
            {
                scale["type"] = "log";
            }

            encoding["scale"] = scale;
            if (axis.Style == NumberStyle.Percent)
            {
                encoding["axis"] = new JsonObject { ["format"] = ".1~%" };
            }
        }

        return encoding;
    }
}
