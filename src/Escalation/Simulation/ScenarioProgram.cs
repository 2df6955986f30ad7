using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>A scenario made ready to run: names are indices, what the run fixes is folded, the rest is compiled. Immutable and
/// shared by all threads; each of them runs it in a <see cref="World"/> of its own.</summary>
public sealed class ScenarioProgram
{
    private const double MostSamples = 1_000_000;

    private readonly Translation translation;

    private ScenarioProgram(Scenario scenario, double?[] parameterValues, Translation translation, int fewestSharers)
    {
        Scenario = scenario;
        this.translation = translation;
        ParameterValues = [.. parameterValues];
        var factory = new FormulaFactory(scenario, parameterValues, translation);
        HorizonDays = Instant.After(0, Fixed(factory.Make(scenario.Horizon), "horizon"));
        Priors = [.. scenario.Parameters.Select((parameter, index) =>
            parameterValues[index] is { } value ? new Evaluation(value) : factory.Make(parameter.Prior))];
        ActorNames = [.. scenario.Actors.Select(actor => Key.OfName(actor.Name))];
        StateNames = [.. scenario.Conditions.Select(condition => condition.States.Select(state =>
            Key.Derive(Key.OfName(condition.Name), Key.OfName(state))).ToArray())];
        OutcomeNames = [.. scenario.Outcomes.Select(outcome => Key.OfName(outcome.Name))];
        var proxies = Enumerable.Range(0, scenario.Actors.Length).ToLookup(actor => scenario.Actors[actor].Sponsor);
        Proxies = [.. scenario.Actors.Select((_, sponsor) => proxies[sponsor].ToArray())];
        Levels = [.. scenario.Actors.SelectMany((actor, index) =>
            actor.Levels.Select(level => new LevelProgram(level, index, factory, scenario)))];
        StartWeights = [.. scenario.Conditions.Select(condition =>
            condition.StartWeights.Select(weight => factory.Make(weight)).ToArray())];
        Actions = [.. scenario.Actions.Select((action, index) => new ActionProgram(action, index, factory, scenario))];
        var sharing = new RuleSharing(scenario, factory, translation, fewestSharers);
        Rules = sharing.MakeAll();
        (OwnNumbers, RelatedActors) = (sharing.Numbers.ToValues(), sharing.Related.ToValues());
        RuleNames = [.. Rules.Select(rule => $"{scenario.Actors[rule.Actor].Name}.{rule.Rule.Title}")];
        Measures = [.. scenario.Measures.Select(measure => new MeasureProgram(measure, factory))];
        FrozenMeasures = [.. Enumerable.Range(0, Measures.Length).Where(index => Measures[index].Definition.At is not null)];
        var followed = new FollowedFormulas(scenario, factory, Rules, Measures, RelatedActors);
        Clocks = followed.MakeClocks();
        Rates = [.. Clocks.Select(clock => clock.Rate).Distinct(ReferenceEqualityComparer.Instance).Cast<RateFormula>()];
        for (var rate = 0; rate < Rates.Length; rate++)
        {
            Rates[rate].Number = rate;
        }

        Watches = followed.MakeWatches();
        AtEnd = [.. scenario.Outcomes.Select(outcome => factory.Make(outcome.AtEnd))];
        AtEndOrder = OrderAtEnd(scenario, AtEnd);
        Dependents = new Dependents(this);
        Listeners = new Listeners(this, new Hearings(this, translation), translation);
        Becomes = [.. scenario.Conditions.Select((condition, index) => condition.States.Select((_, state) =>
            Listeners.OfChange(new BecomesPattern(index, state))).ToArray())];
        BecomesMeasures = [.. scenario.Conditions.Select((condition, index) => condition.States.Select((_, state) =>
            Listeners.MeasuresOfChange(new BecomesPattern(index, state))).ToArray())];
        Reached = [.. scenario.Outcomes.Select((_, index) => Listeners.OfChange(new OutcomePattern(index)))];
        ChangeHearers = Listeners.ChangeHearers;
        Effects = [.. Rules.Select(rule => rule.Program).Distinct().SelectMany(rule => rule.Effects)];
        for (var effect = 0; effect < Effects.Length; effect++)
        {
            Effects[effect].Number = effect;
        }

        ReachedMeasures = [.. scenario.Outcomes.Select((_, index) => Listeners.MeasuresOfChange(new OutcomePattern(index)))];
        DropMeasures = [.. Rules.Select(rule => MeasuresOfDrops(scenario, rule))];
        (Series, SeriesValues) = MakeSeries(factory);
        Columns = ColumnsOf(scenario);
        if (translation == Translation.AtOnce)
        {
            CompileAll();
        }
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The day on which a replication ends.</summary>
    public double HorizonDays { get; }

    /// <summary>The value of each parameter; null where its prior is drawn once a replication.</summary>
    public ImmutableArray<double?> ParameterValues { get; }

    /// <summary>True if the prior of some parameter is drawn in each replication.</summary>
    public bool DrawsParameters => ParameterValues.Any(value => value is null);

    /// <summary>The rules of all actors in file order, as <c>actor.title</c>.</summary>
    public ImmutableArray<string> RuleNames { get; }

    /// <summary>The columns of the results, after the number of the replication.</summary>
    public ImmutableArray<RowColumn> Columns { get; }

    /// <summary>The sampled paths; null if the scenario asks for none.</summary>
    public SeriesPlan? Series { get; }

    internal Evaluation[] Priors { get; }

    internal ulong[] ActorNames { get; }

    internal ulong[][] StateNames { get; }

    internal ulong[] OutcomeNames { get; }

    internal int[][] Proxies { get; }

    internal LevelProgram[] Levels { get; }

    internal Evaluation[][] StartWeights { get; }

    internal ActionProgram[] Actions { get; }

    internal RuleInstance[] Rules { get; }

    /// <summary>The numbers that actors have in the rules they share.</summary>
    internal OwnValues<double> OwnNumbers { get; }

    /// <summary>The actors that actors have in the rules they share.</summary>
    internal OwnValues<int> RelatedActors { get; }

    internal MeasureProgram[] Measures { get; }

    internal int[] FrozenMeasures { get; }

    internal Clock[] Clocks { get; }

    /// <summary>What the clocks follow; several actors may share one.</summary>
    internal RateFormula[] Rates { get; }

    internal Watch[] Watches { get; }

    internal Evaluation[] AtEnd { get; }

    /// <summary>The outcomes that are judged at the end, each after those that it reads.</summary>
    internal int[] AtEndOrder { get; }

    internal Dependents Dependents { get; }

    internal Listeners Listeners { get; }

    internal ChangeHearer[][][] Becomes { get; }

    internal int[][][] BecomesMeasures { get; }

    internal ChangeHearer[][] Reached { get; }

    internal int[][] ReachedMeasures { get; }

    /// <summary>Who hears of conditions and outcomes, by number.</summary>
    internal ChangeHearer[] ChangeHearers { get; }

    /// <summary>The effects of all rules, by number.</summary>
    internal EffectProgram[] Effects { get; }

    internal int[][] DropMeasures { get; }

    internal Evaluation[] SeriesValues { get; }

    /// <summary>The parameters that a program cannot leave open: horizon and sampling of paths hang on them.</summary>
    /// <param name="scenario">A checked scenario.</param>
    /// <returns>Their indices.</returns>
    public static ImmutableArray<int> NeverOpen(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Formula?[] formulas = [scenario.Horizon, scenario.Series?.Every];
        return
        [
            .. formulas.OfType<Formula>()
                .SelectMany(formula => Walk.Variables(formula.Root))
                .Where(variable => variable.Kind == VariableKind.Parameter)
                .Select(variable => variable.Index)
                .Distinct(),
        ];
    }

    /// <summary>Compiles a scenario for one choice of parameters.</summary>
    /// <param name="scenario">A checked scenario.</param>
    /// <param name="parameters">The values of levers and uncertainties.</param>
    /// <returns>The program.</returns>
    /// <exception cref="ScenarioFaultException">Horizon or series are not fixed by the run, or without bounds.</exception>
    public static ScenarioProgram Compile(Scenario scenario, ParameterChoice parameters) =>
        Compile(scenario, parameters, Translation.WhenHot);

    /// <summary>The same; formulas and rules become machine code at once, never, or when they are hot, and share it if they are
    /// so many of one shape.</summary>
    internal static ScenarioProgram Compile(
        Scenario scenario,
        ParameterChoice parameters,
        Translation translation,
        int fewestSharers = RuleSharing.FewestSharers)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(parameters);
        return new ScenarioProgram(scenario, parameters.Resolve(scenario), translation, fewestSharers);
    }

    /// <summary>Compiles what a rule does at an occasion.</summary>
    internal void CompileOccasion(RuleProgram rule) => rule.OccasionCode = RuleEmitter.CompileOccasion(this, rule);

    /// <summary>Compiles what a rule does once its delay is over.</summary>
    internal void CompileExecution(RuleProgram rule) => rule.ExecutionCode = RuleEmitter.CompileExecution(this, rule);

    private void CompileAll()
    {
        foreach (var rule in Rules.Select(rule => rule.Program).Distinct())
        {
            CompileOccasion(rule);
            CompileExecution(rule);
        }
    }

    private static double Fixed(Evaluation value, string noun) => value is { IsConstant: true, Constant: >= 0 and var days }
        ? days
        : throw new ScenarioFaultException(
            $"the {noun} must be a duration that is the same in every history: set what is drawn, or use a constant");

    private (SeriesPlan? Plan, Evaluation[] Values) MakeSeries(FormulaFactory factory)
    {
        if (Scenario.Series is not { } series)
        {
            return (null, []);
        }

        var every = Fixed(factory.Make(series.Every), "interval of the series");

        // A day is a whole number of hours, although 1/24 is no double.
        const double RoundingError = 1e-12;
        var samples = Math.Floor(HorizonDays / every * (1 + RoundingError)) + 1;
        if (!(every > 0 && samples * series.Of.Length <= MostSamples))
        {
            var wanted = samples * series.Of.Length;
            throw new ScenarioFaultException(FormattableString.Invariant(
                $"the series would have {wanted:G6} samples, {MostSamples:N0} at most: take them less often"));
        }

        return (new SeriesPlan(every, (int)samples, [.. series.Of.Select(column => column.Label)]),
            [.. series.Of.Select(column => factory.Make(column.Value))]);
    }

    private static int[] OrderAtEnd(Scenario scenario, Evaluation[] atEnd)
    {
        var order = new List<int>();
        var seen = new HashSet<int>();
        for (var outcome = 0; outcome < atEnd.Length; outcome++)
        {
            Visit(outcome);
        }

        return [.. order];

        void Visit(int outcome)
        {
            if (scenario.Outcomes[outcome].AtEnd is null || !seen.Add(outcome))
            {
                return;
            }

            foreach (var variable in Walk.Variables(atEnd[outcome].Node).Where(read => read.Kind == VariableKind.Outcome))
            {
                Visit(variable.Index);
            }

            order.Add(outcome);
        }
    }

    private static int[] MeasuresOfDrops(Scenario scenario, RuleInstance rule) =>
        [.. Enumerable.Range(0, scenario.Measures.Length).Where(index =>
            scenario.Measures[index] is { Kind: MeasureKind.Dropped } measure
            && measure.DroppedTitle == rule.Rule.Title
            && measure.DroppedActors.Contains(rule.Actor))];

    /// <summary>The columns of the results of a scenario, whatever its parameters.</summary>
    /// <param name="scenario">A checked scenario.</param>
    public static ImmutableArray<RowColumn> ColumnsOf(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var columns = ImmutableArray.CreateBuilder<RowColumn>();
        for (var i = 0; i < scenario.Outcomes.Length; i++)
        {
            columns.Add(new RowColumn(scenario.Outcomes[i].Name, ColumnKind.Outcome, i));
            columns.Add(new RowColumn(scenario.Outcomes[i].Name + "_day", ColumnKind.OutcomeDay, i));
        }

        for (var i = 0; i < scenario.Measures.Length; i++)
        {
            var measure = scenario.Measures[i];
            columns.Add(new RowColumn(measure.IsTime ? measure.Name + "_day" : measure.Name, ColumnKind.Measure, i));
        }

        columns.Add(new RowColumn("ended_day", ColumnKind.EndedDay, -1));
        columns.Add(new RowColumn("events", ColumnKind.Events, -1));
        columns.Add(new RowColumn("highest_rung", ColumnKind.HighestRung, -1));
        return columns.ToImmutable();
    }
}
