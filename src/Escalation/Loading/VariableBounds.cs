using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Between what bounds everything that an expression reads can lie, as far as the file tells.</summary>
/// <remarks>
/// Levels and fields depend on each other through rules and draws. It is supposed at first that none of them ever is negative;
/// whoever then has a start, a rest, a change or a draw that could make it so loses that bound, until nobody does. What is left
/// holds together: by induction over the steps of a replication no step can be the first to break it.
/// </remarks>
internal sealed class VariableBounds
{
    // So many rounds settle any file that a person writes; a longer chain is given up, which only costs bounds.
    private const int MaximumRounds = 40;
    private const int MaximumHull = 64;

    private readonly Scenario scenario;
    private readonly ImmutableArray<Measure?> measures;
    private readonly Bounds[] parameters;
    private readonly Bounds[] fields;
    private readonly List<(int Field, Formula Value, ImmutableArray<int> Actors)> fieldValues = [];
    private readonly Dictionary<(int Actor, int Level), Bounds> levels = [];
    private readonly Dictionary<(int Actor, int Level), List<Formula>> changes = [];
    private readonly Bounds[] levelHulls;
    private readonly Bounds?[] measureBounds;
    private readonly HashSet<int> measuring = [];

    /// <summary>Infers the bounds.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="measures">Its measures by index; null where one is broken.</param>
    public VariableBounds(Scenario scenario, ImmutableArray<Measure?> measures)
    {
        this.scenario = scenario;
        this.measures = measures;
        parameters = new Bounds[scenario.Parameters.Length];
        fields = new Bounds[scenario.FieldNames.Length];
        levelHulls = new Bounds[scenario.LevelNames.Length];
        measureBounds = new Bounds?[measures.Length];
        var settings = scenario.Cases.SelectMany(known => known.Settings).ToLookup(
            setting => setting.Parameter, setting => setting.Value);
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = OfParameter(i, settings[i]);
        }

        Day = new Bounds(0, Math.Max(0, Of(scenario.Horizon, []).High));
        Gather();
        Array.Fill(fields, Bounds.NotNegative);
        Settle();
    }

    /// <summary>The time, in days: from 0 to the latest horizon.</summary>
    public Bounds Day { get; }

    /// <summary>The bounds of a formula.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="actors">Whose it is; empty: nobody's.</param>
    /// <returns>Bounds of its value.</returns>
    public Bounds Of(Formula formula, ImmutableArray<int> actors)
    {
        var bounds = Intervals.Evaluate(formula.Root, variable => Of(variable, actors));
        return double.IsNaN(bounds.Low) || double.IsNaN(bounds.High) ? Bounds.Everything : bounds;
    }

    private Bounds Of(Variable variable, ImmutableArray<int> actors) => variable.Kind switch
    {
        VariableKind.Parameter => parameters[variable.Index],
        VariableKind.Day => Day,
        VariableKind.OwnLevel when actors.Length <= MaximumHull => Hull(actors, variable.Index),
        VariableKind.ActorLevel => levels.GetValueOrDefault((variable.Owner, variable.Index), Bounds.Everything),
        VariableKind.SponsorLevel when actors.Length <= MaximumHull =>
            Hull([.. actors.Select(actor => scenario.Actors[actor].Sponsor).Where(sponsor => sponsor >= 0)], variable.Index),
        VariableKind.OwnLevel or VariableKind.SponsorLevel or VariableKind.EventActorLevel or VariableKind.EventTargetLevel
            or VariableKind.ObserverLevel => levelHulls[variable.Index],
        VariableKind.EventField => fields[variable.Index],
        VariableKind.EventRung => new Bounds(0, Math.Max(0, scenario.Ladder.Length - 1)),
        VariableKind.EventAttributed or VariableKind.Outcome => Bounds.EitherTruth,
        VariableKind.Condition => new Bounds(0, Math.Max(0, scenario.Conditions[variable.Index].States.Length - 1)),
        VariableKind.Measure => OfMeasure(variable.Index),
        _ => Bounds.Everything,
    };

    private Bounds Hull(ImmutableArray<int> actors, int level)
    {
        Bounds? hull = null;
        foreach (var actor in actors)
        {
            // An actor without the level is an error of its own.
            if (levels.TryGetValue((actor, level), out var bounds))
            {
                hull = hull is { } known ? Bounds.Hull(known, bounds) : bounds;
            }
        }

        return hull ?? Bounds.Everything;
    }

    // A lever lies in its range. What has none lies where the file puts it: a value from outside is checked in the run.
    private Bounds OfParameter(int index, IEnumerable<double> values)
    {
        var parameter = scenario.Parameters[index];
        var prior = parameter.Prior is { } formula ? [Of(formula, [])]
            : parameter.IsLever && double.IsFinite(parameter.Low) && double.IsFinite(parameter.High) ? [new Bounds(
                parameter.Low, parameter.High)]
            : Array.Empty<Bounds>();
        var points = values.Append(parameter.Value ?? (prior.Length > 0 ? prior[0].Low : 0)).Select(Bounds.Point);
        return points.Concat(prior).Aggregate(Bounds.Hull);
    }

    private void Gather()
    {
        foreach (var draw in scenario.Actions.SelectMany(action => action.Draws))
        {
            fieldValues.Add((draw.Field, draw.Value, []));
        }

        for (var actor = 0; actor < scenario.Actors.Length; actor++)
        {
            foreach (var effect in scenario.Actors[actor].Policy.SelectMany(rule => rule.Do))
            {
                Gather(effect, actor);
            }

            foreach (var level in scenario.Actors[actor].Levels)
            {
                levels[(actor, level.Name)] = Start(level, actor, isNotNegative: true);
            }
        }
    }

    private void Gather(Effect effect, int actor)
    {
        var (changed, handed) = effect switch
        {
            SetEffect set => (set.Changes, []),
            AddEffect add => (add.Changes, []),
            ActEffect act => ([], act.With),
            _ => (ImmutableArray<LevelChange>.Empty, ImmutableArray<FieldDraw>.Empty),
        };
        foreach (var change in changed)
        {
            if (!changes.TryGetValue((actor, change.Level), out var formulas))
            {
                changes.Add((actor, change.Level), formulas = []);
            }

            formulas.Add(change.Value);
        }

        foreach (var field in handed)
        {
            fieldValues.Add((field.Field, field.Value, [actor]));
        }
    }

    // Bounds of a level from its own declaration, with or without the supposition that rules never make it negative.
    private Bounds Start(Level level, int actor, bool isNotNegative)
    {
        var rest = Of(level.RestsAt, []);
        var start = level.Starts is { } starts ? Of(starts, []) : rest;
        var moves = level.IsAttribute ? start : Bounds.Hull(start, rest);
        var low = level.Minimum is { } minimum ? Of(minimum, []).Low : double.NegativeInfinity;
        var high = level.Maximum is { } maximum ? Of(maximum, []).High : double.PositiveInfinity;
        if (!changes.ContainsKey((actor, level.Name)))
        {
            return Ordered(Math.Max(moves.Low, low), Math.Min(moves.High, high));
        }

        return Ordered(isNotNegative && moves.Low >= 0 ? Math.Max(0, low) : low, high);
    }

    private static Bounds Ordered(double low, double high) => low <= high ? new Bounds(low, high) : new Bounds(high, low);

    private void Settle()
    {
        var falls = true;
        for (var round = 0; falls && round <= MaximumRounds; round++)
        {
            falls = false;
            UpdateHulls();
            Array.Clear(measureBounds);
            for (var actor = 0; actor < scenario.Actors.Length; actor++)
            {
                foreach (var level in scenario.Actors[actor].Levels)
                {
                    falls |= Falls(level, actor, isGivenUp: round == MaximumRounds);
                }
            }

            foreach (var (field, value, actors) in fieldValues)
            {
                if (fields[field].Low >= 0 && (round == MaximumRounds || Of(value, actors).Low < 0))
                {
                    fields[field] = Bounds.Everything;
                    falls = true;
                }
            }
        }

        // Upper ends of fields follow from the lower ones: what is evaluated on sound bounds is sound.
        for (var pass = 0; pass < 2; pass++)
        {
            UpdateHulls();
            Array.Clear(measureBounds);
            foreach (var values in fieldValues.GroupBy(value => value.Field))
            {
                fields[values.Key] = values.Select(value => Of(value.Value, value.Actors)).Aggregate(Bounds.Hull);
            }
        }
    }

    private bool Falls(Level level, int actor, bool isGivenUp)
    {
        var known = levels[(actor, level.Name)];
        if (known.Low < 0 || !changes.TryGetValue((actor, level.Name), out var formulas)
            || (!isGivenUp && formulas.TrueForAll(change => Of(change, [actor]).Low >= 0)))
        {
            return false;
        }

        levels[(actor, level.Name)] = Start(level, actor, isNotNegative: false);
        return levels[(actor, level.Name)].Low < known.Low;
    }

    private void UpdateHulls()
    {
        Array.Fill(levelHulls, new Bounds(double.PositiveInfinity, double.NegativeInfinity));
        foreach (var ((_, level), bounds) in levels)
        {
            levelHulls[level] = Bounds.Hull(levelHulls[level], bounds);
        }

        for (var i = 0; i < levelHulls.Length; i++)
        {
            levelHulls[i] = levelHulls[i].Low <= levelHulls[i].High ? levelHulls[i] : Bounds.Everything;
        }
    }

    private Bounds OfMeasure(int index)
    {
        if (measures[index] is not { } measure || !measuring.Add(index))
        {
            return Bounds.Everything;
        }

        measureBounds[index] ??= measure.Kind switch
        {
            MeasureKind.Count or MeasureKind.Dropped => Bounds.NotNegative,
            MeasureKind.First or MeasureKind.Last or MeasureKind.Nth => Bounds.NotNegative,
            MeasureKind.Time => Day,
            MeasureKind.Sum => Of(measure.Value!, []).Low >= 0 ? Bounds.NotNegative : Bounds.Everything,

            // A maximum of nothing is no number: reckoning with it ends the replication, so only true values matter here.
            _ => Of(measure.Value!, []),
        };
        measuring.Remove(index);
        return measureBounds[index]!.Value;
    }
}
