using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>What has to be asked again when something changes: for each level, condition, measure and outcome the clocks
/// (their index) and the watches (the complement of theirs), and the measures over time that must be brought up to date
/// before the change.</summary>
internal sealed class Dependents
{
    private readonly ScenarioProgram program;
    private readonly Scenario scenario;
    private readonly List<int>?[] levels;
    private readonly List<int>?[] conditions;
    private readonly List<int>?[] measures;
    private readonly List<int>?[] outcomes;

    public Dependents(ScenarioProgram program)
    {
        this.program = program;
        scenario = program.Scenario;
        var (measurePrograms, clocks, watches, rules) = (program.Measures, program.Clocks, program.Watches, program.Rules);
        var slots = scenario.Actors.Length * scenario.LevelNames.Length;
        levels = new List<int>?[slots];
        conditions = new List<int>?[scenario.Conditions.Length];
        measures = new List<int>?[scenario.Measures.Length];
        outcomes = new List<int>?[scenario.Outcomes.Length];
        for (var clock = 0; clock < clocks.Length; clock++)
        {
            if (clocks[clock].Kind == ClockKind.Rate)
            {
                AddAll(clocks[clock].Rate.Value.Node, rules[clocks[clock].Rule].Actor, clock, measurePrograms, []);
            }
        }

        for (var watch = 0; watch < watches.Length; watch++)
        {
            AddAll(watches[watch].Truth.Node, watches[watch].Owner, ~watch, measurePrograms, []);
        }

        OfLevel = Freeze(levels);
        (LevelCodes, LevelPlaces) = Flatten(OfLevel);
        OfCondition = Freeze(conditions);
        OfMeasure = Freeze(measures);
        OfOutcome = Freeze(outcomes);
        levels = new List<int>?[slots];
        conditions = new List<int>?[scenario.Conditions.Length];
        measures = new List<int>?[scenario.Measures.Length];
        outcomes = new List<int>?[scenario.Outcomes.Length];
        for (var measure = 0; measure < measurePrograms.Length; measure++)
        {
            if (measurePrograms[measure].Reading == MeasureReading.OverTime)
            {
                AddAll(measurePrograms[measure].Value.Node, owner: -1, measure, measurePrograms, []);
            }
        }

        // A measure that follows another one takes in its stretch before that one moves on.
        var heights = measurePrograms.Select((_, measure) => HeightOf(measure, measurePrograms, [])).ToArray();
        OverTimeOfLevel = Freeze(levels, measure => -heights[measure]);
        OverTimeOfCondition = Freeze(conditions, measure => -heights[measure]);
        OverTimeOfMeasure = Freeze(measures, measure => -heights[measure]);
        OverTimeOfOutcome = Freeze(outcomes, measure => -heights[measure]);
        for (var measure = 0; measure < measurePrograms.Length; measure++)
        {
            measurePrograms[measure].IsWatched = OfMeasure[measure] is not null || OverTimeOfMeasure[measure] is not null;
        }
    }

    public int[]?[] OfLevel { get; }

    /// <summary>The lists of <see cref="OfLevel"/> one after the other, each begins with its length: of thousands of levels what
    /// depends on one is one cache line.</summary>
    public int[] LevelCodes { get; }

    /// <summary>Where the list of each level begins; 0 if nothing depends on it.</summary>
    public int[] LevelPlaces { get; }

    public int[]?[] OfCondition { get; }

    public int[]?[] OfMeasure { get; }

    public int[]?[] OfOutcome { get; }

    public int[]?[] OverTimeOfLevel { get; }

    public int[]?[] OverTimeOfCondition { get; }

    public int[]?[] OverTimeOfMeasure { get; }

    public int[]?[] OverTimeOfOutcome { get; }

    private static int[]?[] Freeze(List<int>?[] lists, Func<int, int>? order = null) =>
        [.. lists.Select(list => list is null ? null : list.Distinct().OrderBy(order ?? (_ => 0)).ToArray())];

    private static (int[] Codes, int[] Places) Flatten(int[]?[] lists)
    {
        var codes = new List<int> { 0 };
        var places = new int[lists.Length];
        for (var index = 0; index < lists.Length; index++)
        {
            if (lists[index] is { } list)
            {
                places[index] = codes.Count;
                codes.Add(list.Length);
                codes.AddRange(list);
            }
        }

        return ([.. codes], places);
    }

    // One more than the greatest height of the measures that it reads.
    private static int HeightOf(int measure, MeasureProgram[] programs, HashSet<int> path)
    {
        if (!path.Add(measure))
        {
            return 0;
        }

        var height = programs[measure].ValueVariables
            .Where(variable => variable.Kind == VariableKind.Measure)
            .Select(variable => HeightOf(variable.Index, programs, path) + 1)
            .DefaultIfEmpty(0)
            .Max();
        path.Remove(measure);
        return height;
    }

    private void AddAll(Node node, int owner, int code, MeasureProgram[] programs, HashSet<int> path)
    {
        foreach (var variable in Walk.Variables(node))
        {
            switch (variable.Kind)
            {
                case VariableKind.OwnLevel:
                    Add(levels, (owner * scenario.LevelNames.Length) + variable.Index, code);
                    break;
                case VariableKind.ActorLevel:
                    Add(levels, (variable.Owner * scenario.LevelNames.Length) + variable.Index, code);
                    break;
                case VariableKind.SponsorLevel:
                    Add(levels, (scenario.Actors[owner].Sponsor * scenario.LevelNames.Length) + variable.Index, code);
                    break;
                case VariableKind.RelatedLevel:
                    var related = program.RelatedActors.Of(owner, variable.Owner);
                    Add(levels, (related * scenario.LevelNames.Length) + variable.Index, code);
                    break;
                case VariableKind.Condition:
                    Add(conditions, variable.Index, code);
                    break;
                case VariableKind.Outcome:
                    Add(outcomes, variable.Index, code);
                    break;
                case VariableKind.Measure:
                    Add(measures, variable.Index, code);

                    // A measure over time or a frozen expression changes with what it reads.
                    if (programs[variable.Index].Reading is MeasureReading.OverTime or MeasureReading.FrozenLevel
                        && path.Add(variable.Index))
                    {
                        AddAll(programs[variable.Index].Value.Node, owner: -1, code, programs, path);
                        path.Remove(variable.Index);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static void Add(List<int>?[] lists, int index, int code) => (lists[index] ??= []).Add(code);
}
