using System.CommandLine;
using System.Text;
using Escalation.Charts;

namespace Escalation.Cli;

/// <summary>The options <c>--svg</c> and <c>--force</c>: a chart of the answer as a file.</summary>
internal sealed class ChartFile
{
    private readonly Option<string?> file;

    private readonly Option<bool> force = new("--force") { Description = "Replaces the file of --svg." };

    /// <summary>Describes them.</summary>
    /// <param name="description">What is drawn.</param>
    internal ChartFile(string description) => file = new("--svg") { HelpName = "FILE", Description = description };

    /// <summary>Adds them to a verb.</summary>
    internal void AddTo(Command verb)
    {
        verb.Add(file);
        verb.Add(force);
    }

    /// <summary>Writes the chart if the command line asks for it, and says where it is on standard error: the answer may be one
    /// for programs.</summary>
    /// <param name="terminal">Where messages go.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="chart">Makes the chart.</param>
    /// <returns>False if it cannot be written, which has been told.</returns>
    internal bool TryWrite(Terminal terminal, ParseResult parsed, Func<Chart> chart)
    {
        if (parsed.GetValue(file) is not { } path)
        {
            return true;
        }

        var svg = Encoding.UTF8.GetBytes(ChartRenderer.Current.Draw(chart()));
        if (NewFile.Write(path, stream => stream.Write(svg), parsed.GetValue(force)) is { } problem)
        {
            terminal.Fail(problem + (File.Exists(path) ? ", or say --force" : ""));
            return false;
        }

        terminal.Error.WriteLine($"Chart: {Prose.Harmless(path)}");
        return true;
    }
}
