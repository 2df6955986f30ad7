using System.Globalization;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Tests.Simulation.Random;

/// <summary>All that a scenario gives when it is run in one way, to the last bit: rows, series, faults, totals.</summary>
internal sealed class Telling
{
    private readonly ScenarioProgram program;
    private readonly ulong seed;
    private readonly List<History> histories = [];
    private readonly List<(string Label, long Count)> totals = [];

    private Telling(ScenarioProgram program, ulong seed) => (this.program, this.seed) = (program, seed);

    /// <summary>Replications told.</summary>
    public int Count => histories.Count;

    /// <summary>Replications that ended in a fault.</summary>
    public int FaultCount => histories.Count(history => history.Fault.Length > 0);

    /// <summary>Replications that took more than 50 steps and no fault.</summary>
    public int LongCount => histories.Count(history => history.Steps > 50 && history.Fault.Length == 0);

    /// <summary>Steps of the replications that ended without a fault.</summary>
    public long Steps => histories.Sum(history => history.Steps);

    /// <summary>Why activations were dropped.</summary>
    public HashSet<DropReason> DropReasons { get; } = [];

    /// <summary>Runs a scenario in one world.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="translation">How its formulas and rules are run.</param>
    /// <param name="seed">The seed of the run; odd ones sample.</param>
    /// <param name="replications">How many replications.</param>
    /// <param name="fewestSharers">How many rules of a shape share their code at least.</param>
    public static Telling Of(
        Scenario scenario,
        Translation translation,
        ulong seed,
        int replications,
        int fewestSharers = RuleSharing.FewestSharers)
    {
        var choice = new ParameterChoice([], Sample: seed % 2 == 1);
        var telling = new Telling(ScenarioProgram.Compile(scenario, choice, translation, fewestSharers), seed);
        var world = new World(telling.program);
        for (var replication = 0; replication < replications; replication++)
        {
            telling.histories.Add(telling.Tell(world, replication, trace: null));
        }

        telling.AddTotals(world.Tally);
        return telling;
    }

    /// <summary>Compares with the same run in another way.</summary>
    /// <param name="other">The other way.</param>
    /// <returns>The first difference, or null.</returns>
    public string? DifferenceTo(Telling other)
    {
        for (var replication = 0; replication < histories.Count; replication++)
        {
            if (DifferenceOf(replication, other.histories[replication]) is { } difference)
            {
                return difference;
            }
        }

        return totals.Zip(other.totals)
            .Where(pair => pair.First != pair.Second)
            .Select(pair => $"total of {pair.First.Label}: {pair.First.Count} but {pair.Second.Count}")
            .FirstOrDefault();
    }

    /// <summary>Compares one replication with the same told again in a new world, and traced.</summary>
    /// <param name="replication">Its number.</param>
    /// <returns>The first difference, or null.</returns>
    public string? DifferenceToTraced(int replication) =>
        DifferenceOf(replication, Tell(new World(program), replication, new Trace()));

    private string? DifferenceOf(int replication, History other)
    {
        var known = histories[replication];
        if (known.Fault != other.Fault)
        {
            return $"replication {replication}, fault: '{known.Fault}' but '{other.Fault}'";
        }

        var different = Enumerable.Range(0, known.Bits.Length).FirstOrDefault(
            index => known.Bits[index] != other.Bits[index], -1);
        return different < 0
            ? null
            : $"replication {replication}, {LabelOf(different)}: {Written(known.Bits[different])} but "
                + Written(other.Bits[different]);
    }

    // After a fault a row holds no result.
    private History Tell(World world, int replication, Trace? trace)
    {
        var steps = world.Tally.Steps;
        try
        {
            world.Run(seed, replication, trace);
        }
        catch (ReplicationFaultException fault)
        {
            return new History([], fault.Message, 0);
        }

        var bits = new List<long>();
        foreach (var value in world.Row)
        {
            bits.Add(BitConverter.DoubleToInt64Bits(value));
        }

        foreach (var value in world.SeriesValues)
        {
            bits.Add(BitConverter.DoubleToInt64Bits(value));
        }

        return new History([.. bits], "", world.Tally.Steps - steps);
    }

    private string LabelOf(int index)
    {
        if (index < program.Columns.Length)
        {
            return $"column '{program.Columns[index].Name}'";
        }

        var labels = program.Series!.Labels;
        var (sample, path) = Math.DivRem(index - program.Columns.Length, labels.Length);
        return $"sample {sample} of the series '{labels[path]}'";
    }

    private static string Written(long bits) => string.Create(
        CultureInfo.InvariantCulture, $"{BitConverter.Int64BitsToDouble(bits):R} (0x{bits:X})");

    private void AddTotals(Tally tally)
    {
        var scenario = program.Scenario;
        totals.AddRange([("steps", tally.Steps), ("replications", tally.Replications), ("early ends", tally.EndedEarly)]);
        for (var actor = -1; actor < scenario.Actors.Length; actor++)
        {
            for (var rung = -1; rung < scenario.Ladder.Length; rung++)
            {
                totals.Add(($"highest rung {rung} by {actor}", tally.HighestRungBy(rung, actor)));
            }

            for (var action = 0; action < scenario.Actions.Length && actor >= 0; action++)
            {
                totals.Add(($"acts {scenario.Actions[action].Name} by {actor}", tally.Acts(action, actor)));
            }
        }

        foreach (var reason in Enum.GetValues<DropReason>())
        {
            for (var rule = 0; rule < program.RuleNames.Length; rule++)
            {
                var dropped = tally.Dropped(rule, reason);
                totals.Add(($"{program.RuleNames[rule]}, dropped for {reason}", dropped));
                _ = dropped > 0 && DropReasons.Add(reason);
            }
        }
    }

    private sealed record History(long[] Bits, string Fault, long Steps);
}
