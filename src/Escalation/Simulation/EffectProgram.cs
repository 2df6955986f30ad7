using Escalation.Engine;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>What an effect does.</summary>
internal enum EffectKind
{
    Act,
    Set,
    Add,
    Switch,
    Cancel,
    Note,
}

/// <summary>A value that is put under a name: a field of an event, or a level.</summary>
/// <param name="Index">Index of the field or level name.</param>
/// <param name="Name">Hash of the name: the stream that its draws come from.</param>
/// <param name="Value">The value.</param>
/// <param name="Ordinal">How many effects of the rule put a value under that name before.</param>
internal sealed record NamedValue(int Index, ulong Name, Evaluation Value, ulong Ordinal = 0);

/// <summary>An effect with its formulas compiled.</summary>
internal sealed class EffectProgram
{
    /// <summary>Compiles an effect.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="factory">What compiles its formulas.</param>
    /// <param name="scenario">The scenario, for names.</param>
    /// <param name="owner">The one actor that has the rule, or −1.</param>
    /// <param name="occurrences">Counts the effects of the rule by what they do.</param>
    /// <param name="position">Position in <c>do</c>; no luck depends on it.</param>
    public EffectProgram(
        Effect effect, FormulaFactory factory, Scenario scenario, int owner, Occurrences occurrences, int position)
    {
        Position = position;
        switch (effect)
        {
            case ActEffect act:
                Kind = EffectKind.Act;
                Action = act.Action;
                Occurrence = occurrences.Next(OccurrenceKind.Act, act.Action);
                var action = Key.OfName(scenario.Actions[act.Action].Name);
                (TimesName, SpacedName) = (Names.Times ^ action, Names.Spaced ^ action);
                Aim = act.Against is null ? null : new AimProgram(act.Against, factory, owner);
                HasTimes = act.Times is not null;
                Times = factory.Make(act.Times, absent: 1, owner);
                HasSpacing = act.Spaced is not null;
                Spaced = factory.Make(act.Spaced, absent: 0, owner);
                Values = [.. act.With.Select(field => new NamedValue(
                    field.Field, Names.OfValue(scenario.FieldNames[field.Field]), factory.Make(field.Value, owner: owner)))];
                IsPlain = Array.TrueForAll(Values, field => field.Value.IsConstant) && Aim?.Options is null;
                break;
            case SetEffect set:
                Kind = EffectKind.Set;
                Values = [.. set.Changes.Select(change => Change(change, factory, scenario, owner, occurrences))];
                break;
            case AddEffect add:
                Kind = EffectKind.Add;
                Values = [.. add.Changes.Select(change => Change(change, factory, scenario, owner, occurrences))];
                break;
            case SwitchEffect change:
                Kind = EffectKind.Switch;
                Switches = [.. change.Switches];
                SwitchOrdinals = [.. change.Switches.Select(part =>
                    occurrences.Next(OccurrenceKind.Switch, part.Condition, part.State))];
                break;
            case CancelEffect:
                Kind = EffectKind.Cancel;
                break;
            case NoteEffect note:
                Kind = EffectKind.Note;
                Text = note.Text;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "Every effect has a program.");
        }
    }

    public EffectKind Kind { get; }

    public int Position { get; }

    /// <summary>Place among the effects of all rules.</summary>
    public int Number { get; set; } = -1;

    /// <summary>True if it is an act whose target follows from the occasion alone, and which hands on nothing but known
    /// numbers.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether a target is there, or none is wanted.</summary>
    public bool IsAimed(int target) => target >= 0 || Aim is null;

    public int Action { get; } = -1;

    /// <summary>How many acts of the same action stand before it in the rule.</summary>
    public ulong Occurrence { get; }

    /// <summary>The stream of the number of its acts.</summary>
    public ulong TimesName { get; }

    /// <summary>The stream of the delays of its acts.</summary>
    public ulong SpacedName { get; }

    public AimProgram? Aim { get; }

    public bool HasTimes { get; }

    public Evaluation Times { get; } = Evaluation.Zero;

    public bool HasSpacing { get; }

    public Evaluation Spaced { get; } = Evaluation.Zero;

    public NamedValue[] Values { get; } = [];

    public ConditionSwitch[] Switches { get; } = [];

    public ulong[] SwitchOrdinals { get; } = [];

    public string Text { get; } = "";

    private static NamedValue Change(
        LevelChange change, FormulaFactory factory, Scenario scenario, int owner, Occurrences occurrences) => new(
            change.Level,
            Names.OfValue(scenario.LevelNames[change.Level]),
            factory.Make(change.Value, owner: owner),
            occurrences.Next(OccurrenceKind.Level, change.Level));
}

/// <summary>How a target is found.</summary>
internal sealed class AimProgram
{
    /// <summary>Compiles an aim.</summary>
    public AimProgram(Aim aim, FormulaFactory factory, int owner)
    {
        switch (aim)
        {
            case ActorAim named:
                Actor = named.Actor;
                break;
            case PlacedAim placed:
                Place = placed.Place;
                break;
            case RelativeAim relative:
                Relation = relative.Relation;
                break;
            case WeightedAim weighted:
                Options = [.. weighted.Options.Select(option => new AimProgram(option.Aim, factory, owner))];
                Weights = [.. weighted.Options.Select(option => factory.Make(option.Weight, owner: owner))];
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(aim), aim, "Every aim has a program.");
        }
    }

    /// <summary>A named actor, or −1.</summary>
    public int Actor { get; } = -1;

    /// <summary>The place of an actor that each who shares the rule has for itself, or −1.</summary>
    public int Place { get; } = -1;

    public Relation? Relation { get; }

    public AimProgram[]? Options { get; }

    public Evaluation[] Weights { get; } = [];

    /// <summary>True if one act for each proxy is meant.</summary>
    public bool IsEachProxy => Relation == Model.Relation.MyProxies;
}
