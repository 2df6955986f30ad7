using Escalation.Experiments;
using Escalation.Simulation;

namespace Escalation.Studies;

/// <summary>Every history of a run: what is compared, history by history, with a run on the same luck.</summary>
/// <param name="program">The compiled scenario.</param>
/// <param name="rows">One row a history.</param>
internal sealed class Histories(ScenarioProgram program, ReplicationTable rows)
{
    /// <summary>An outcome (0 or 1) or a measure over all histories.</summary>
    /// <param name="name">Its name as in the header of <c>replications.csv</c>.</param>
    /// <exception cref="ArgumentException">There is no such column, or a history has no value in it.</exception>
    public double[] Column(string name)
    {
        var index = program.Columns.ToList().FindIndex(column => column.Name == name);
        if (index < 0)
        {
            throw new ArgumentException($"The rows have no column '{name}'.", nameof(name));
        }

        var values = rows.Present(index);
        return values.Length == rows.Count
            ? values
            : throw new ArgumentException($"'{name}' has no value in {rows.Count - values.Length} histories.", nameof(name));
    }

    /// <summary>Numbers, one a history, whose mean is what an observable comes to.</summary>
    /// <remarks>A ratio of means r = x̄ / ȳ is written as the mean of r + (x − r·y) / ȳ, its linearisation at the means: so the
    /// spread of these numbers gives its standard error (the delta method), and differences of ratios can be taken history by
    /// history.</remarks>
    public double[] Values(Observable observable)
    {
        if (observable.Constant is { } constant)
        {
            return [.. Enumerable.Repeat(constant, (int)rows.Count)];
        }

        var values = Column(observable.Column);
        if (observable.Per is null)
        {
            return values;
        }

        var bases = Column(observable.Per);
        var unit = bases.Average();
        if (unit == 0)
        {
            throw new ArgumentException($"There is no '{observable.Per}' in any history.", nameof(observable));
        }

        var ratio = values.Average() / unit;
        return [.. values.Zip(bases, (value, per) => ratio + ((value - (ratio * per)) / unit))];
    }
}
