namespace Escalation.Language;

/// <summary>The description of a distribution of the language.</summary>
/// <param name="Name">Its name in the language.</param>
public sealed record Distribution(string Name);
