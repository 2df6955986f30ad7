namespace Escalation.Loading;

/// <summary>What may be a name, and what a title.</summary>
internal static class Words
{
    /// <summary>The most states of a condition and rungs of a ladder: they are looked up one by one.</summary>
    public const int MaximumTitles = 1000;

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "me", "my", "sponsor", "others", "anyone", "unknown", "world", "event", "observer", "day", "all",
        "is", "and", "or", "not", "if", "per",
        "min", "max", "abs", "exp", "log", "sqrt", "clip", "step", "h", "d", "w",
    };

    /// <summary>Checks a name that expressions or patterns use.</summary>
    /// <param name="key">The name.</param>
    /// <param name="list">Takes what is wrong with it.</param>
    /// <param name="noun">What it names: "a lever".</param>
    /// <returns>True if it can be used.</returns>
    public static bool CheckName(YamlScalar key, DiagnosticList list, string noun)
    {
        if (key.IsBroken)
        {
            return false;
        }

        var name = key.Value;
        if (Reserved.Contains(name))
        {
            list.Error(key.Where, $"'{name}' is a word of the language and cannot name {noun}", "choose another name");
            return false;
        }

        if (!IsName(name))
        {
            var hint = name.Length == 0 ? "give it a name" : $"write '{Mended(name)}'";
            list.Error(key.Where, $"{Quote.Of(name)} cannot name {noun}: a name is one word of letters, digits and '_'", hint);
            return false;
        }

        return true;
    }

    /// <summary>Whether a text has the form of a name: letters, digits and <c>_</c>, no digit first.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True if so.</returns>
    public static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>Checks a title: any text on one line without a dot.</summary>
    /// <param name="key">The title.</param>
    /// <param name="list">Takes what is wrong with it.</param>
    /// <param name="noun">What it entitles: "a rule".</param>
    /// <returns>True if it can be used.</returns>
    public static bool CheckTitle(YamlScalar key, DiagnosticList list, string noun)
    {
        if (key.IsBroken)
        {
            return false;
        }

        if (key.Value.AsSpan().IndexOfAny('.', '\n', '\r') is >= 0 and var at)
        {
            list.Error(
                key.Where,
                key.Value[at] == '.' ? $"the title {Quote.Of(key.Value)} of {noun} holds a dot"
                    : $"the title of {noun} goes over several lines",
                key.Value[at] == '.' ? "leave the dot out, or write another sign" : "write it on one line");
            return false;
        }

        if (string.IsNullOrWhiteSpace(key.Value))
        {
            list.Error(key.Where, $"the title of {noun} is empty", "give it a title");
            return false;
        }

        return true;
    }

    private static string Mended(string name)
    {
        var mended = new string([.. name.Trim().Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '_').Take(60)]);
        return char.IsAsciiDigit(mended.FirstOrDefault()) ? "n" + mended : mended.Trim('_') is { Length: > 0 } word
            ? word : "a_name";
    }
}
