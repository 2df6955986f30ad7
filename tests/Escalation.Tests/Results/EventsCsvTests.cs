using System.Globalization;
using System.Text;
using Escalation.Results;
using Escalation.Tests.Support;

namespace Escalation.Tests.Results;

internal sealed class EventsCsvTests
{
    [Test]
    public void A_row_tells_what_a_line_of_the_trace_tells()
    {
        var rows = Rows(SourceHistories.Smoke).ToList();

        Assert.That(rows[0], Is.EqualTo(
            "replication,id,day,date,kind,actor,action,target,rule,cause,subject,detail,before,after,hurt,taken,lost"));
        Assert.That(rows, Does.Contain("0,1,2,,act,north,raid,south,north.come at night,,,,,,2,0,0"));
        Assert.That(rows, Does.Contain("0,2,2.25,,report,south,raid,south,,1,,not attributed,,,,,"));
        Assert.That(rows, Does.Contain("0,3,2.25,,decision,south,,,south.answer,1,,,,3.75,,,"));
        Assert.That(rows, Does.Contain("0,7,3.75,,switch,south,,,south.answer,3,truce,broken,,,,,"));
        Assert.That(rows, Does.Contain("0,9,3.75,,outcome,,,,,8,feud,,,,,,"));
        Assert.That(rows, Does.Contain("0,11,3.75,,level,north,,,north.regret,8,anger,,1,1.5,,,"));
        Assert.That(rows, Does.Contain("0,13,3.75,,note,north,,,north.regret,8,,\"smoke, everywhere.\",,,,,"));
    }

    [Test]
    public void Every_line_of_every_trace_has_a_row_and_is_the_one_that_replay_tells()
    {
        var program = SourceScenarios.Compile(SourceScenarios.Feud);

        var rows = Rows(SourceScenarios.Feud, replications: 20).Skip(1).Select(row => row.Split(',')).ToList();

        var lines = Enumerable.Range(0, 20).SelectMany(number =>
            Escalation.Report.History.Of(program, 1, number).Entries.Select(entry => (number, entry))).ToList();
        Assert.That(rows, Has.Count.EqualTo(lines.Count));
        foreach (var (row, (number, entry)) in rows.Zip(lines))
        {
            Assert.That(
                (row[0], row[1], row[2], row[4], row[9]),
                Is.EqualTo((
                    Text(number),
                    Text(entry.Id),
                    Text(entry.Day),
                    EventsCsv.Kind(entry.Kind),
                    entry.Cause == 0 ? "" : Text(entry.Cause))));
        }

        static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
    }

    [Test]
    public void A_date_is_written_to_the_second()
    {
        var row = Rows(SourceScenarios.Feud, replications: 3).First(row => row.StartsWith("2,1,", StringComparison.Ordinal));

        Assert.That(row.Split(',')[3], Is.EqualTo("2023-10-25T07:48:19"));
    }

    [Test]
    public void A_field_that_is_called_like_a_column_gets_a_name_of_its_own()
    {
        var text = SourceHistories.Smoke.Replace("taken: 0, lost: 0", "id: 4, field_id: 5", StringComparison.Ordinal);

        var rows = Rows(text).ToList();

        Assert.That(rows[0], Does.EndWith(",hurt,field_field_id,field_id"));
        Assert.That(rows[1], Does.EndWith(",2,4,5"));
    }

    [Test]
    public void A_rule_with_commas_and_quotes_in_its_title_stays_in_its_cell()
    {
        var text = SourceHistories.Smoke.Replace("name: come at night", "name: 'come, \"at\" night'", StringComparison.Ordinal);

        Assert.That(Rows(text).ElementAt(1), Does.Contain(",\"north.come, \"\"at\"\" night\","));
    }

    private static string[] Rows(string text, int replications = 1)
    {
        using var stream = new MemoryStream();
        EventsCsv.Write(stream, SourceScenarios.Compile(text), seed: 1, replications);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
    }
}
