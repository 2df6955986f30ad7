using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>One thread's share of an experiment: worlds of its own.</summary>
internal sealed class PointWorker(ulong seed, PointPrograms programs)
{
    private readonly Dictionary<ScenarioProgram, World> worlds = [];

    /// <summary>Runs some replications of a point.</summary>
    /// <returns>One row after the other.</returns>
    internal double[] Run(PointSpan span)
    {
        var program = programs.Of(span.Point);
        if (!worlds.TryGetValue(program, out var world))
        {
            worlds.Add(program, world = new World(program));
        }

        world.Give(span.Point.Values.AsSpan());
        var width = program.Columns.Length;
        var rows = new double[span.Count * width];
        for (var offset = 0; offset < span.Count; offset++)
        {
            world.Run(seed, span.FirstReplication + offset);
            world.Row.CopyTo(rows.AsSpan(offset * width, width));
        }

        return rows;
    }
}
