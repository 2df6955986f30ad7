namespace Escalation.Studies.Record;

/// <summary>An act of a history.</summary>
/// <param name="Day">Days since the start.</param>
/// <param name="Doer">Who acted.</param>
/// <param name="Action">The action.</param>
/// <param name="Target">Against whom; empty if against nobody.</param>
/// <param name="Rule">The title of the rule behind it.</param>
/// <param name="Cause">The act that brought it about; null for own initiative.</param>
/// <param name="Fields">What was drawn for it or handed on to it.</param>
internal sealed record Deed(
    double Day, string Doer, string Action, string Target, string Rule, Deed? Cause, IReadOnlyDictionary<string, double> Fields)
{
    /// <summary>A field; 0 if the act has none of that name.</summary>
    public double this[string field] => Fields.GetValueOrDefault(field);

    /// <summary>A militia attacks US troops.</summary>
    public bool IsAttack => Action == "attack" && Target == "us";

    /// <summary>An attack that kills.</summary>
    public bool IsDeadly => IsAttack && this["deaths"] > 0;

    /// <summary>A deliberate US strike on a militia or on the Quds Force in Syria; an operation.</summary>
    public bool IsOperation => Doer == "us" && Action is "strike" or "strike_quds";

    /// <summary>An Israeli strike.</summary>
    public bool IsRaid => Action == "raid";

    /// <summary>One of the two capitals strikes the other.</summary>
    public bool IsDirect => Action is "missiles" or "strike_iran";

    /// <summary>Which side acts: true for the US.</summary>
    public bool IsAmerican => Doer == "us";
}
