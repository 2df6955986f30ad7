namespace Escalation.Results;

/// <summary>What an outcome says, as a clause that can stand in a sentence: "the US and Iran strike each other".</summary>
public static class OutcomeClause
{
    private const int Longest = 160;

    // Words that begin a noun phrase or a question, not a clause that can follow "In 4 % of the histories".
    private static readonly string[] NoClause =
        ["whether", "if", "when", "how", "chance", "probability", "share", "number", "true"];

    /// <summary>Reads what the author wrote about an outcome as a clause.</summary>
    /// <param name="about">The text, which may be empty; on one line.</param>
    /// <returns>The clause without a full stop; null if the text is none.</returns>
    public static string? Of(string about)
    {
        ArgumentNullException.ThrowIfNull(about);
        var clause = about.Trim().TrimEnd('.');
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isClause = words.Length >= 2
            && clause.Length <= Longest
            && !clause.Contains(". ", StringComparison.Ordinal)
            && clause.IndexOfAny([':', ';', '?']) < 0
            && !NoClause.Contains(words[0], StringComparer.OrdinalIgnoreCase);
        return isClause ? string.Join(' ', words) : null;
    }
}
