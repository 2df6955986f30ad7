using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>How the value of a measure is read.</summary>
internal enum MeasureReading
{
    /// <summary>From the array of values.</summary>
    Plain,

    /// <summary>From its sliding window.</summary>
    Windowed,

    /// <summary>Time held so far and, while the truth holds, the time since it began to.</summary>
    Time,

    /// <summary>Integral or extreme of an expression up to now.</summary>
    OverTime,

    /// <summary>An expression, frozen from a day on.</summary>
    FrozenLevel,
}

/// <summary>A measure with its formulas compiled.</summary>
internal sealed class MeasureProgram
{
    /// <summary>Compiles a measure.</summary>
    public MeasureProgram(Measure measure, FormulaFactory factory)
    {
        Definition = measure;
        Kind = measure.Kind;
        Value = factory.Make(measure.Value);
        ValueVariables = Value.Node is null ? [] : [.. Walk.Variables(Value.Node)];
        HasIf = measure.If is not null;
        If = factory.Make(measure.If, absent: 1);
        From = factory.Make(measure.From, absent: double.NegativeInfinity);
        Until = factory.Make(measure.Until, absent: double.PositiveInfinity);
        HasWindow = measure.Within is not null;
        Within = factory.Make(measure.Within, absent: double.PositiveInfinity);
        At = factory.Make(measure.At, absent: double.PositiveInfinity);
        NeededFields = [.. measure.NeededFields];
        Reading = measure.Kind switch
        {
            MeasureKind.Time => MeasureReading.Time,
            MeasureKind.MaximumOverTime or MeasureKind.MinimumOverTime or MeasureKind.MeanOverTime => MeasureReading.OverTime,
            MeasureKind.Level => MeasureReading.FrozenLevel,
            _ => HasWindow ? MeasureReading.Windowed : MeasureReading.Plain,
        };
        Empty = measure.Kind switch
        {
            MeasureKind.First or MeasureKind.Last or MeasureKind.Nth or MeasureKind.Minimum or MeasureKind.MinimumOverTime =>
                double.PositiveInfinity,
            MeasureKind.Maximum or MeasureKind.MaximumOverTime => double.NegativeInfinity,
            _ => 0,
        };
    }

    public Measure Definition { get; }

    public MeasureKind Kind { get; }

    public MeasureReading Reading { get; }

    /// <summary>The worth of nothing.</summary>
    public double Empty { get; }

    public Evaluation Value { get; }

    /// <summary>What its expression reads.</summary>
    public Variable[] ValueVariables { get; }

    public bool HasIf { get; }

    public Evaluation If { get; }

    public Evaluation From { get; }

    public Evaluation Until { get; }

    public bool HasWindow { get; }

    public Evaluation Within { get; }

    public Evaluation At { get; }

    public int[] NeededFields { get; }

    /// <summary>True if something waits for its value to change, so that expiries of its window must be steps.</summary>
    public bool IsWatched { get; set; }
}
