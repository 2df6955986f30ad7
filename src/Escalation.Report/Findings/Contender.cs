using Escalation.Experiments;

namespace Escalation.Report;

/// <summary>One of several that are compared: its histories, row k having the luck of row k of the others.</summary>
public sealed class Contender
{
    private readonly Dictionary<string, double[]> columns = [];

    /// <summary>Takes the rows of a point.</summary>
    /// <param name="label">What it is called.</param>
    /// <param name="rows">Its rows.</param>
    public Contender(string label, ReplicationTable rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Label = label;
        Count = (int)rows.Count;
        for (var column = 0; column < rows.Columns.Length; column++)
        {
            var values = new double[Count];
            for (var replication = 0; replication < Count; replication++)
            {
                values[replication] = rows.Row(replication)[column];
            }

            columns.Add(rows.Columns[column].Name, values);
        }
    }

    /// <summary>Takes the rows of a run that lies in its folder.</summary>
    /// <param name="label">What it is called.</param>
    /// <param name="rows">Its table of replications.</param>
    public Contender(string label, NumberTable rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Label = label;
        Count = rows.Count;
        foreach (var name in rows.Names)
        {
            columns.TryAdd(name, rows[name].ToArray());
        }
    }

    /// <summary>What it is called.</summary>
    public string Label { get; }

    /// <summary>How many histories it has.</summary>
    public int Count { get; }

    /// <summary>Says whether it has a column.</summary>
    /// <param name="name">Name of the column.</param>
    public bool Has(string name) => columns.ContainsKey(name);

    /// <summary>The first rows of a column.</summary>
    /// <param name="name">Name of the column, which it has.</param>
    /// <param name="count">How many rows, at most <see cref="Count"/>.</param>
    public ReadOnlySpan<double> Column(string name, int count) => columns[name].AsSpan(0, count);
}

/// <summary>An outcome or a measure that is compared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Column">The name of its column.</param>
/// <param name="IsOutcome">True for an outcome, whose shares are compared; else means are.</param>
/// <param name="Unit">The unit of a measure; may be empty.</param>
public sealed record ComparedResult(string Name, string Column, bool IsOutcome, string Unit);
