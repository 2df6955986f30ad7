namespace Escalation.Model;

/// <summary>What a rule or a measure listens to.</summary>
public abstract record Pattern;

/// <summary>An act.</summary>
/// <param name="Action">Index of the action, or −1 for any.</param>
/// <param name="By">Who does it.</param>
/// <param name="Against">Whom it is done to; <see cref="Who.Unsaid"/> also matches an act without target.</param>
public sealed record ActPattern(int Action, Who By, Who Against) : Pattern;

/// <summary>A condition that changes to a state.</summary>
/// <param name="Condition">Index of the condition.</param>
/// <param name="State">Index of the state.</param>
public sealed record BecomesPattern(int Condition, int State) : Pattern;

/// <summary>An outcome that is reached.</summary>
/// <param name="Outcome">Index of the outcome.</param>
public sealed record OutcomePattern(int Outcome) : Pattern;

/// <summary>A party named in a pattern.</summary>
/// <param name="Role">How it is named.</param>
/// <param name="Index">Index of the actor or kind, else −1.</param>
public readonly record struct Who(Role Role, int Index = -1)
{
    /// <summary>Not said: anyone, unknown doers and acts without target included.</summary>
    public static Who Unsaid => new(Role.Unsaid);
}

/// <summary>How a party is named in a pattern.</summary>
public enum Role
{
    /// <summary>Not said.</summary>
    Unsaid,

    /// <summary>Anyone at all; an unknown doer too, but not the target of an act without one.</summary>
    Anyone,

    /// <summary>A named actor (world included).</summary>
    Actor,

    /// <summary>Any actor of a kind.</summary>
    Kind,

    /// <summary>The actor whose rule it is.</summary>
    Me,

    /// <summary>The sponsor of the actor whose rule it is.</summary>
    MySponsor,

    /// <summary>Those whose sponsor is the actor whose rule it is.</summary>
    MyProxies,

    /// <summary>All but the actor whose rule it is; an unknown doer too.</summary>
    Others,
}
