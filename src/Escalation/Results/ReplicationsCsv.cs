using Escalation.Experiments;

namespace Escalation.Results;

/// <summary>The table <c>replications.csv</c>: one row a replication.</summary>
public static class ReplicationsCsv
{
    /// <summary>Writes the table: <c>replication</c>, then the columns of the scenario; days and counts, empty where there is
    /// nothing.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="IOException">The stream does not take it.</exception>
    public static void Write(Stream stream, ReplicationTable rows)
    {
        var csv = new CsvWriter(stream);
        csv.Cell("replication");
        foreach (var column in rows.Columns)
        {
            csv.Cell(column.Name);
        }

        csv.EndRow();
        for (var replication = 0L; replication < rows.Count; replication++)
        {
            csv.Cell(replication);
            foreach (var value in rows.Row(replication))
            {
                csv.Cell(value);
            }

            csv.EndRow();
        }

        csv.Flush();
    }
}
