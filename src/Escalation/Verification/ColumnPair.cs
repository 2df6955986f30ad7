using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Simulation;

namespace Escalation.Verification;

/// <summary>A scenario with the values of one of its cases.</summary>
/// <param name="Title">The title of the case; empty for the file as it is written.</param>
/// <param name="Program">The compiled scenario.</param>
internal sealed record CaseProgram(string Title, ScenarioProgram Program);

/// <summary>Where the one or two numbers of an estimate stand in the rows.</summary>
/// <param name="X">The first.</param>
/// <param name="Y">The second; of an estimate of one column, the same.</param>
internal sealed record ColumnPair(ColumnPlace X, ColumnPlace Y)
{
    /// <summary>Finds the columns of an estimate.</summary>
    internal static ColumnPair Find(EstimateForm form, ImmutableArray<CaseProgram> programs) =>
        new(Find(form.Columns[0], programs), Find(form.Columns[^1], programs));

    /// <summary>Takes in all replications of a batch.</summary>
    /// <param name="moments">Takes them.</param>
    /// <param name="rows">The rows of the batch, of each program.</param>
    internal void AddTo(CoMoments moments, ImmutableArray<ReplicationTable> rows)
    {
        var (rowsX, rowsY) = (rows[X.Program], rows[Y.Program]);
        for (var replication = 0L; replication < rowsX.Count; replication++)
        {
            moments.Add(rowsX.Row(replication)[X.Column], rowsY.Row(replication)[Y.Column]);
        }
    }

    private static ColumnPlace Find(string name, ImmutableArray<CaseProgram> programs)
    {
        var dot = name.LastIndexOf('.');
        for (var program = 0; program < programs.Length; program++)
        {
            var column = programs[program].Title == name[..Math.Max(dot, 0)]
                ? programs[program].Program.Columns.ToList().FindIndex(known => known.Name == name[(dot + 1)..])
                : -1;
            if (column >= 0)
            {
                return new(program, column);
            }
        }

        throw new InvalidOperationException($"The scenario of this reference case has no column '{name}'.");
    }
}

/// <summary>Where a number stands.</summary>
/// <param name="Program">Index of the program.</param>
/// <param name="Column">Index of the column in its rows.</param>
internal readonly record struct ColumnPlace(int Program, int Column);
