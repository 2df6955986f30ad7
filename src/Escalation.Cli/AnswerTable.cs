using Spectre.Console;

namespace Escalation.Cli;

/// <summary>A small table of an answer: boxes and colour where a person looks, aligned text elsewhere.</summary>
internal sealed class AnswerTable
{
    private const int RoomForBox = 80;

    private readonly Table table = new();
    private int rows;

    /// <summary>Adds a column of text, which may be broken into lines.</summary>
    internal AnswerTable Words(string title) => Column(title, isNumber: false);

    /// <summary>Adds a column of numbers.</summary>
    internal AnswerTable Numbers(string title) => Column(title, isNumber: true);

    /// <summary>Adds a row: one text a column.</summary>
    internal void Row(params string[] cells)
    {
        table.AddRow(cells.Select(cell => new Text(Prose.Harmless(cell))));
        rows++;
    }

    /// <summary>Writes the table and an empty line, or nothing if it has no rows.</summary>
    internal void Write(Terminal terminal)
    {
        if (rows == 0)
        {
            return;
        }

        var hasBox = terminal.IsRich && terminal.Width >= RoomForBox;
        table.Border = hasBox ? TableBorder.Rounded : TableBorder.None;
        foreach (var column in table.Columns)
        {
            column.Padding = hasBox ? new Padding(1, 0) : new Padding(0, 0, 2, 0);
        }

        using var text = new StringWriter { NewLine = "\n" };
        Console(text, terminal).Write(table);
        foreach (var line in text.ToString().TrimEnd('\n').Split('\n'))
        {
            terminal.Out.WriteLine(line.TrimEnd());
        }

        terminal.Out.WriteLine();
    }

    // One console a table, with its own detection switched off: Spectre would look at the streams of the process, and at
    // variables of build servers, and might write colour into a file.
    private static IAnsiConsole Console(StringWriter text, Terminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.IsRich ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.IsRich ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private AnswerTable Column(string title, bool isNumber)
    {
        var column = new TableColumn(new Text(title, new Style(decoration: Decoration.Bold)));
        table.AddColumn(isNumber ? column.RightAligned().NoWrap() : column);
        return this;
    }
}
