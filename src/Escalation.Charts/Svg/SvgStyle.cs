using System.Globalization;
using System.Text;

namespace Escalation.Charts.Svg;

/// <summary>The style sheet within each chart: light, dark where the reader's system is, light again in print.</summary>
internal static class SvgStyle
{
    private static readonly string[] Filled = [".{0} rect", "rect.{0}", ".{0} circle", "path.m-band.{0}", "path.m-step-band.{0}"];
    private static readonly string[] Stroked = ["line", "step", "interval", "rule", "arrow"];

    /// <summary>The sheet. Colours are written out: not every program that shows SVG knows variables.</summary>
    public static string Sheet { get; } = Make();

    private static string Make()
    {
        var sheet = new StringBuilder();
        sheet.Append("""
            .escalate-chart{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-size:13px}
            .escalate-chart .title{font-size:17px;font-weight:600}
            .escalate-chart .caption,.escalate-chart .axis-title{font-size:12px}
            .escalate-chart .grid path{stroke-width:1;fill:none}
            .escalate-chart .m-line path,.escalate-chart .m-step path{fill:none;stroke-width:2;stroke-linejoin:round}
            .escalate-chart .m-band,.escalate-chart .m-step-band{opacity:.22;stroke:none}
            .escalate-chart .m-band.quiet,.escalate-chart .m-step-band.quiet{opacity:.12}
            .escalate-chart .m-line.quiet path,.escalate-chart .m-step.quiet path{stroke-width:1.5;stroke-dasharray:5 4}
            .escalate-chart .m-interval path{stroke-width:2.5;fill:none}
            .escalate-chart .m-bar.quiet rect,.escalate-chart .m-column.quiet{opacity:.5}
            .escalate-chart .m-rule path{stroke-width:1.5;stroke-dasharray:4 3;fill:none}
            .escalate-chart .m-arrow path{stroke-width:1.2;fill:none;opacity:.75}
            .escalate-chart .whisker{stroke-width:1.5;fill:none}
            .escalate-chart text.on-dark{fill:#fff}
            .escalate-chart text.on-light{fill:#111}
            """).Append('\n');
        AppendColours(sheet, isDark: false);
        sheet.Append("@media screen and (prefers-color-scheme:dark){\n");
        AppendColours(sheet, isDark: true);
        return sheet.Append("}\n.escalate-chart .marks circle.tip{fill:transparent;stroke:none}").ToString();
    }

    private static void AppendColours(StringBuilder sheet, bool isDark)
    {
        var (ground, ink, faint, grid) = isDark
            ? ("#16181d", "#e8e8ea", "#b4b8c0", "#3a3e47")
            : ("#ffffff", "#1b1c1f", "#565b65", "#dcdfe4");
        sheet.Append(CultureInfo.InvariantCulture, $$"""
            .escalate-chart .ground{fill:{{ground}}}
            .escalate-chart text{fill:{{ink}}}
            .escalate-chart .caption,.escalate-chart .axis-title,.escalate-chart .tick{fill:{{faint}}}
            .escalate-chart .grid path{stroke:{{grid}}}
            .escalate-chart .whisker,.escalate-chart .base{stroke:{{ink}};fill:none}
            """).Append('\n');
        Append("c-none", faint);
        for (var index = 0; index < Palette.Count; index++)
        {
            Append(FormattableString.Invariant($"c{index}"), Palette.Of(index, isDark));
        }

        void Append(string name, string colour)
        {
            Rule([.. Filled.Select(shape => string.Format(CultureInfo.InvariantCulture, shape, name))], "fill", colour);
            Rule([.. Stroked.Select(mark => $".m-{mark}.{name} path")], "stroke", colour);
        }

        void Rule(string[] selectors, string property, string colour) => sheet
            .AppendJoin(',', selectors.Select(selector => ".escalate-chart " + selector))
            .Append('{').Append(property).Append(':').Append(colour).Append("}\n");
    }
}
