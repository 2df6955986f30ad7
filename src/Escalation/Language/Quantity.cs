namespace Escalation.Language;

/// <summary>What an expression stands for: the types of the scenario language.</summary>
public enum Quantity
{
    /// <summary>A plain number without a unit.</summary>
    Number,

    /// <summary>A length of time, held in days.</summary>
    Duration,

    /// <summary>So many a day.</summary>
    Rate,

    /// <summary>True (1) or false (0).</summary>
    Truth,
}
