using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Charts;
using Escalation.Language;
using Escalation.Report;
using Escalation.Results;

namespace Escalation.Cli;

/// <summary><c>plot</c>: charts from run folders.</summary>
internal static class PlotVerb
{
    internal static Verb Make(Session session)
    {
        var runs = FinishedRun.Argument();
        var name = new Option<string?>("--chart", "-c")
        {
            HelpName = "NAME",
            Description = "Draws this chart alone; see --list.",
        };
        var list = new Option<bool>("--list") { Description = "Lists the charts that can be drawn, with their titles." };
        var folder = new Option<string?>("--out", "-o")
        {
            HelpName = "DIR",
            Description = "Where charts/ is made. Standard: the folder of the run; the current one for several.",
        };
        var png = new Option<bool>("--png") { Description = "Draws PNG as well, by rsvg-convert or Chromium." };
        var verb = new Verb(
            "plot",
            "Draws the charts of a run, or of several side by side: SVG, its numbers as CSV, and a Vega-Lite specification.",
            "escalate plot runs/iraq-syria-2023-10-20261122T040000Z --list",
            "escalate plot runs/never runs/always --chart runs-spiral --out figures --png")
        {
            runs, name, list, folder, png,
        };
        verb.SetAction(parsed =>
        {
            var folders = parsed.GetRequiredValue(runs);
            ImmutableArray<Chart> charts = [.. Charts(folders)];
            if (parsed.GetValue(list))
            {
                List(session.Terminal, charts);
                return ExitCode.Done;
            }

            if (parsed.GetValue(name) is { } wanted)
            {
                if (charts.FirstOrDefault(chart => chart.Name == wanted) is not { } found)
                {
                    var nearest = Suggestions.Nearest(wanted, charts.Select(chart => chart.Name));
                    session.Terminal.Error.WriteLine(UsageErrors.Message(verb, $"there is no chart '{wanted}'", nearest));
                    return ExitCode.Usage;
                }

                charts = [found];
            }

            var target = parsed.GetValue(folder) ?? (folders.Length == 1 ? folders[0] : ".");
            return Draw(session.Terminal, charts, target, parsed.GetValue(png));
        });
        return verb;
    }

    private static IEnumerable<Chart> Charts(string[] folders)
    {
        if (folders.Length > 1)
        {
            return new RunComparison([.. folders.Select(RunData.Read)]).Charts;
        }

        if (ExperimentManifest.Read(folders[0]) is { } experiment)
        {
            throw new RunFolderException(
                $"'{folders[0]}' holds a {experiment.Experiment}, whose charts lie in '{Path.Combine(folders[0], "charts")}'; "
                + $"'escalate report {folders[0]}' draws them anew");
        }

        var run = FinishedRun.Read(folders[0]);
        return new RunFigures(run.Data, ReportFiles.StartOf(run.Program)).All;
    }

    private static void List(Terminal terminal, ImmutableArray<Chart> charts)
    {
        var width = charts.Select(chart => chart.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var chart in charts)
        {
            terminal.Out.WriteLine($"{chart.Name.PadRight(width)}  {Prose.Harmless(chart.Title)}");
        }
    }

    private static int Draw(Terminal terminal, ImmutableArray<Chart> charts, string path, bool wantsPng)
    {
        var folder = RunFolder.At(path);
        foreach (var chart in charts)
        {
            ReportFiles.WriteChart(folder, chart);
            terminal.Out.WriteLine(Prose.Harmless(Path.Combine(path, "charts", chart.Name + ".svg")));
        }

        var files = charts.Select(chart => Path.Combine(path, "charts", chart.Name + ".svg"));
        if (wantsPng && PngConverter.Convert(files) is { } problem)
        {
            terminal.Fail(problem);
            return ExitCode.Failed;
        }

        return ExitCode.Done;
    }
}
