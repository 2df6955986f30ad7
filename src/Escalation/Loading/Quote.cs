namespace Escalation.Loading;

/// <summary>What the file says, quoted in messages.</summary>
internal static class Quote
{
    private const int MaximumLength = 60;

    /// <summary>Puts a text into quotes, shortened and on one line.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The quoted text.</returns>
    public static string Of(string text) => $"'{Short(text)}'";

    /// <summary>Shortens a text and puts it on one line.</summary>
    /// <param name="text">The text.</param>
    /// <returns>At most sixty characters.</returns>
    public static string Short(string text)
    {
        var line = text.AsSpan().IndexOfAny('\n', '\r') >= 0 ? text.ReplaceLineEndings(" ") : text;
        if (line.Length <= MaximumLength)
        {
            return line;
        }

        var cut = char.IsHighSurrogate(line[MaximumLength - 2]) ? MaximumLength - 2 : MaximumLength - 1;
        return line[..cut] + "…";
    }

    /// <summary>Lists names for a hint.</summary>
    /// <param name="names">The names.</param>
    /// <param name="most">How many are listed before "…".</param>
    /// <returns>Names with commas.</returns>
    public static string List(IEnumerable<string> names, int most = 12)
    {
        var first = names.Take(most + 1).Select(Short).ToList();
        return first.Count > most ? string.Join(", ", first.Take(most)) + ", …" : string.Join(", ", first);
    }
}
