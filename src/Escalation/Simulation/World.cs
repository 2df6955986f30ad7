using System.Diagnostics;
using System.Runtime.CompilerServices;
using Escalation.Engine;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>The state of one replication and what moves it on: flat arrays that are reset and used again for the next. Not
/// safe for several threads; each worker owns one.</summary>
/// <remarks>The semantics are those of the scenario language: steps one at a time in the order in which they were scheduled;
/// after each step outcomes, then <c>when</c> rules, then the clocks whose rates changed.</remarks>
public sealed partial class World
{
    /// <summary>The most steps at one instant.</summary>
    internal const int MostStepsAtOneInstant = 10_000;

    // Registers of the step under way, read by compiled formulas.
    internal double Now;
    internal int Me = -1;
    internal int Observer = -1;
    internal int EventDoer = -1;
    internal int EventTarget = -1;
    internal int EventFields;
    internal double EventAttributed;
    internal KeyedStream Stream;
    internal readonly double[] Parameters;
    internal readonly int[] SponsorOf;
    internal readonly int[] Conditions;
    internal readonly double[] OutcomeTruths;
    internal double[] Fields = [];

    private readonly ScenarioProgram program;
    private readonly Scenario scenario;
    private readonly EventQueue queue = new();
    private readonly RuleInstance[] rules;
    private readonly double horizon;
    private readonly long maxSteps;
    private readonly double[] outcomeDays;

    // One a parameter; NaN where none is given.
    private readonly double[] given;

    private Trace? trace;
    private ulong replicationKey;
    private ulong parameterKey;
    private long replicationNumber;
    private bool isTwin;

    // The key of the step under way: that of its cause, or what an actor makes of it who hears of it; then it is kept as the
    // stem of the cause. Few steps need it.
    private bool hasStepKey;
    private ulong stepKey;
    internal int StepHearer;
    private int stepTrace;
    private bool isEnded;
    private double endDay;
    private long steps;
    private long stepsAtInstant;
    private long acts;
    private int highestRung;
    private int highestRungDoer;

    /// <summary>Makes a world for a program.</summary>
    /// <param name="program">The compiled scenario.</param>
    public World(ScenarioProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        this.program = program;
        scenario = program.Scenario;
        rules = program.Rules;
        horizon = program.HorizonDays;
        maxSteps = scenario.MaxEvents;
        Parameters = new double[scenario.Parameters.Length];
        given = new double[scenario.Parameters.Length];
        Array.Fill(given, double.NaN);
        SponsorOf = [.. scenario.Actors.Select(actor => actor.Sponsor)];
        Conditions = new int[scenario.Conditions.Length];
        OutcomeTruths = new double[scenario.Outcomes.Length];
        outcomeDays = new double[scenario.Outcomes.Length];
        Tally = new Tally(program);
        sampleDays = DaysOf(program.Series, horizon);
        row = new double[program.Columns.Length];
        seriesValues = new double[(program.Series?.SampleCount ?? 0) * program.SeriesValues.Length];
        (clockSlot, watchSlot, measureSlot) = (0, program.Clocks.Length, program.Clocks.Length + program.Watches.Length);
        pendingSlot = measureSlot + program.Measures.Length;
        (ownNumbers, relatedActors) = (program.OwnNumbers, program.RelatedActors);
        MakeLevels();
        MakeClocks();
        MakeWatches();
        MakeMeasures();
        MakeRules();
        MakeAudiences();
    }

    /// <summary>Whole-number totals over the replications run since it was last cleared.</summary>
    public Tally Tally { get; }

    /// <summary>The row of the last replication: one number for each of <see cref="ScenarioProgram.Columns"/>; NaN is
    /// empty.</summary>
    public ReadOnlySpan<double> Row => row;

    /// <summary>The sampled paths of the last replication, [sample · paths + path]; NaN after an early end.</summary>
    public ReadOnlySpan<double> SeriesValues => seriesValues;

    /// <summary>Runs one replication from start to end.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="replication">Number of the replication; not negative.</param>
    /// <param name="trace">Where to write down what happens; never changes a result.</param>
    /// <exception cref="ReplicationFaultException">The replication cannot be finished.</exception>
    public void Run(ulong seed, long replication, Trace? trace = null) => RunOnce(seed, replication, asTwin: false, trace);

    /// <summary>Runs the twin of a replication: the same draws of the parameters, and in all else luck that is independent of
    /// it.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="replication">Number of the replication; not negative.</param>
    /// <exception cref="ReplicationFaultException">The twin cannot be finished.</exception>
    public void RunTwin(ulong seed, long replication) => RunOnce(seed, replication, asTwin: true, trace: null);

    /// <summary>Gives values to the open parameters of the program, for all replications until others are given.</summary>
    /// <param name="values">One a parameter of the scenario, inside its range; NaN: its prior is drawn, as if it were not open.
    /// Those that the program fixed are passed over.</param>
    /// <exception cref="ArgumentException">The number of values is not that of the parameters.</exception>
    public void Give(ReadOnlySpan<double> values)
    {
        if (values.Length != given.Length)
        {
            throw new ArgumentException("There is one value a parameter.", nameof(values));
        }

        values.CopyTo(given);
    }

    private void RunOnce(ulong seed, long replication, bool asTwin, Trace? trace)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replication);
        this.trace = trace;
        (replicationNumber, isTwin) = (replication, asTwin);
        parameterKey = Key.Derive(seed, Names.Replication, (ulong)replication);
        replicationKey = isTwin ? Key.Derive(parameterKey, Names.Twin) : parameterKey;
        try
        {
            Begin();
            TakeSteps();
            Finish();
        }
        catch (FormulaFaultException fault)
        {
            throw Fault(fault);
        }
        finally
        {
            this.trace = null;
        }
    }

    private void Begin()
    {
        queue.Clear();
        (instantHead, instantCount) = (0, 0);
        (Now, steps, stepsAtInstant, acts) = (0, 0, 0, 0);
        (highestRung, highestRungDoer, isEnded, endDay) = (-1, -1, false, horizon);
        (hasStepKey, stepKey, StepHearer, stepTrace) = (false, 0, -1, 0);
        expiredDay = double.NegativeInfinity;
        ClearEvent();
        ClearSite();
        StartParameters();
        StartLevels();
        StartConditions();
        Array.Clear(OutcomeTruths);
        Array.Fill(outcomeDays, double.PositiveInfinity);
        StartPool();
        StartRules();
        StartMeasures();
        StartObservations();
        StartClocks();
        StartWatches();
        Settle();
    }

    private ulong StepKey => StepHearer >= 0 ? Key.Branch(stepKey, program.ActorNames[StepHearer]) : stepKey;

    private void TakeSteps()
    {
        while (!isEnded)
        {
            if (IsInstantNext())
            {
                TakeInstant();
                continue;
            }

            if (dirtyClockCount > 0)
            {
                RefreshClocks();
            }

            if (!queue.TryNext(pauseDay, out var slot))
            {
                var day = queue.PeekTime();
                if (day > horizon)
                {
                    break;
                }

                ObserveBefore(day);
                continue;
            }

            if (queue.Now != Now)
            {
                Now = queue.Now;
                (stepsAtInstant, instantRuleCount) = (0, 0);
            }

            CountStep();
            TakeStep(slot);
            Settle();
        }
    }

    private void TakeStep(int slot)
    {
        (hasStepKey, stepTrace) = (false, 0);
        if (slot >= pendingSlot)
        {
            TakePending(slot - pendingSlot);
        }
        else if (slot < watchSlot)
        {
            Strike(slot - clockSlot);
        }
        else if (slot < measureSlot)
        {
            BeginExpiries(Now);
            MarkWatch(slot - watchSlot);
        }
        else
        {
            BeginExpiries(Now);
            Expire(slot - measureSlot);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CountStep()
    {
        if (!CountSteps(1))
        {
            UncountSteps(-1);
            throw Endless();
        }
    }

    // Several at once, unless they are too many.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool CountSteps(int count)
    {
        if (steps + count > maxSteps || stepsAtInstant + count > MostStepsAtOneInstant)
        {
            return false;
        }

        steps += count;
        stepsAtInstant += count;
        return true;
    }

    private void UncountSteps(int count)
    {
        steps -= count;
        stepsAtInstant -= count;
    }

    private void Finish()
    {
        Debug.Assert(endDay <= horizon, "A replication ends at its horizon at the latest.");
        if (!isEnded)
        {
            // What is sampled before the horizon knows nothing of what the horizon drops.
            ObserveBefore(horizon);
            Now = horizon;
            BeginExpiries(horizon);
            CountHorizonDrops();
        }

        ObserveUntil(endDay);
        Now = endDay;
        ClearEvent();
        Me = -1;
        foreach (var outcome in program.AtEndOrder)
        {
            site = Site.Outcome(outcome);
            OutcomeTruths[outcome] = program.AtEnd[outcome].In(this) != 0 ? 1 : 0;
        }

        WriteRow();
        Tally.Steps += steps;
        Tally.Replications++;
        Tally.EndedEarly += isEnded ? 1 : 0;
        if (scenario.Ladder.Length > 0)
        {
            Tally.CountHighestRung(highestRung, highestRungDoer);
        }
    }

    private void StartParameters()
    {
        for (var i = 0; i < Parameters.Length; i++)
        {
            if (program.ParameterValues[i] is { } value)
            {
                Parameters[i] = value;
            }
            else if (!double.IsNaN(given[i]))
            {
                Parameters[i] = given[i];
            }
            else
            {
                site = Site.Parameter(i);
                Stream = KeyedStream.Derive(parameterKey, Names.Parameter ^ Key.OfName(scenario.Parameters[i].Name));
                Parameters[i] = program.Priors[i].In(this);
            }
        }
    }

    private void StartConditions()
    {
        for (var condition = 0; condition < Conditions.Length; condition++)
        {
            site = Site.Condition(condition);
            Conditions[condition] = ChooseStart(condition);
        }
    }

    private int ChooseStart(int condition)
    {
        var name = Key.OfName(scenario.Conditions[condition].Name);
        var state = Choose(program.StartWeights[condition], KeyedStream.Derive(replicationKey, Names.Start, name));
        return state >= 0 ? state : throw new FormulaFaultException("all weights of the states are 0");
    }

    // One uniform on the sum of the weights; −1 if all are 0.
    private int Choose(Evaluation[] weights, KeyedStream stream)
    {
        var total = 0.0;
        var last = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            var weight = CheckedWeight(weights[i].In(this));
            total += weight;
            last = weight > 0 ? i : last;
        }

        if (last < 0)
        {
            return -1;
        }

        var mark = stream.NextUniform() * total;
        for (var i = 0; i < last; i++)
        {
            mark -= weights[i].In(this);
            if (mark < 0)
            {
                return i;
            }
        }

        return last;
    }

    private static double CheckedWeight(double weight) => weight >= 0
        ? weight
        : throw new FormulaFaultException(FormattableString.Invariant($"a weight must not be negative, but is {weight:R}"));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ClearEvent()
    {
        (EventDoer, EventTarget, EventFields, EventAttributed) = (-1, -1, 0, 0);
        eventIndex = -1;
    }
}
