using System.Globalization;
using System.Text;
using Escalation.Results;

namespace Escalation.Tests.Results;

internal sealed class CsvWriterTests
{
    [Test]
    public void Cells_are_parted_by_commas_and_rows_by_line_feeds()
    {
        var text = Written(csv =>
        {
            csv.Cell("a");
            csv.Cell(1L);
            csv.EndRow();
            csv.Cell(0.5);
            csv.Cell("");
            csv.EndRow();
        });

        Assert.That(text, Is.EqualTo("a,1\n0.5,\n"));
    }

    [TestCase("plain", "plain")]
    [TestCase("a,b", "\"a,b\"")]
    [TestCase("say \"no\"", "\"say \"\"no\"\"\"")]
    [TestCase("two\nlines", "\"two\nlines\"")]
    [TestCase("Küste – 海岸 🌊", "Küste – 海岸 🌊")]
    public void Text_is_quoted_where_it_must_be(string text, string cell) =>
        Assert.That(Written(csv => csv.Cell(text)), Is.EqualTo(cell));

    [TestCase(double.NaN, "")]
    [TestCase(0, "0")]
    [TestCase(-3, "-3")]
    [TestCase(0.1, "0.1")]
    [TestCase(1e300, "1E+300")]
    [TestCase(123456789012345, "123456789012345")]
    [TestCase(1.0 / 3, "0.3333333333333333")]
    [TestCase(-2.5e-300, "-2.5E-300")]
    public void A_number_is_as_short_as_it_can_be_and_nothing_is_empty(double value, string cell) =>
        Assert.That(Written(csv => csv.Cell(value)), Is.EqualTo(cell));

    [Test]
    [SetCulture("de-DE")]
    public void Numbers_do_not_depend_on_the_culture() => Assert.That(Written(csv => csv.Cell(1234.5)), Is.EqualTo("1234.5"));

    [FsCheck.NUnit.Property(MaxTest = 500, Replay = "42,1")]
    public bool A_number_reads_back_to_the_same_value(double value)
    {
        if (double.IsInfinity(value) || double.IsNaN(value))
        {
            return true;
        }

        return double.Parse(Written(csv => csv.Cell(value)), CultureInfo.InvariantCulture) == value;
    }

    [Test]
    public void A_table_that_is_longer_than_the_buffer_is_whole()
    {
        var expected = new StringBuilder();
        var text = Written(csv =>
        {
            for (var row = 0; row < 20_000; row++)
            {
                csv.Cell((long)row);
                csv.Cell(row + 0.25);
                csv.Cell("ü,");
                csv.EndRow();
                expected.Append(CultureInfo.InvariantCulture, $"{row},{row + 0.25},\"ü,\"\n");
            }
        });

        Assert.That(text, Is.EqualTo(expected.ToString()));
    }

    [Test]
    public void More_numbers_allocate_no_more()
    {
        var csv = new CsvWriter(Stream.Null);
        WriteNumbers(csv, rows: 100);
        var before = GC.GetAllocatedBytesForCurrentThread();

        WriteNumbers(csv, rows: 10_000);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static void WriteNumbers(CsvWriter csv, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            csv.Cell(row / 7.0);
            csv.Cell((long)row);
            csv.EndRow();
        }
    }

    private static string Written(Action<CsvWriter> write)
    {
        using var stream = new MemoryStream();
        var csv = new CsvWriter(stream);
        write(csv);
        csv.Flush();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
