using System.Text;
using Escalation.Cli;
using Escalation.Tests.Support;

namespace Escalation.Tests.Cli;

internal sealed class AnswerTableTests
{
    [Test]
    public void A_plain_table_is_aligned_text_without_escapes_or_trailing_blanks()
    {
        var text = Written(width: 60, isRich: false);

        Assert.That(text.AsSpan().IndexOfAny('\u001b', '│'), Is.Negative);
        Assert.That(text, Does.Not.Contain(" \n"));
        Golden.Check(text, "plain-table.txt");
    }

    [Test]
    public void A_rich_table_has_a_box_and_no_line_wider_than_the_terminal()
    {
        var text = Written(width: 80, isRich: true);

        Assert.That(text.Contains('╭', StringComparison.Ordinal), Is.True);
        Assert.That(text.Contains("\u001b[", StringComparison.Ordinal), Is.True);
        foreach (var line in text.Split('\n'))
        {
            Assert.That(System.Text.RegularExpressions.Regex.Replace(line, "\u001b\\[[0-9;]*m", "").Length, Is.AtMost(80));
        }
    }

    [Test]
    public void A_narrow_terminal_gets_no_box() =>
        Assert.That(Written(width: 60, isRich: true).Contains('╭', StringComparison.Ordinal), Is.False);

    [Test]
    public void A_table_without_rows_is_not_written()
    {
        using var answers = new MemoryStream();
        using var terminal = Terminal.OfStreams(answers, new MemoryStream(), width: 60, isRich: false);

        new AnswerTable().Words("Outcome").Write(terminal);

        Assert.That(answers.Length, Is.Zero);
    }

    private static string Written(int width, bool isRich)
    {
        using var answers = new MemoryStream();
        using (var terminal = Terminal.OfStreams(answers, new MemoryStream(), width, isRich))
        {
            var table = new AnswerTable().Words("Highest rung").Numbers("Share").Words("First there");
            table.Row(
                "a [red]title[/] of a rung that is long enough to be broken",
                "3.8 %",
                "kataib 40 %, nujaba 30 %, syria_militia 20 %");
            table.Row("war", "12.1 %", "\u001b[31mus");
            table.Write(terminal);
        }

        return Encoding.UTF8.GetString(answers.ToArray());
    }
}
