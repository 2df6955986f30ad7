using System.Collections.Immutable;

namespace Escalation.Loading;

/// <summary>What may stand as the value of a key, for the schema and the reference page.</summary>
internal abstract record ValueForm
{
    /// <summary>A text.</summary>
    public static ValueForm Text { get; } = new ScalarForm("text", "a text", HoldsExpression: false, "Any text.");

    /// <summary>A number.</summary>
    public static ValueForm Number { get; } = Expression("number", "a number", "such as '0.5' or '2 * pressure'");

    /// <summary>A duration.</summary>
    public static ValueForm Duration { get; } = Expression("duration", "a duration", "such as '90 min', '6 h', '2 d' or '3 w'");

    /// <summary>A rate.</summary>
    public static ValueForm Rate { get; } = Expression("rate", "a rate", "such as '0.1 per d' or '3 per w'");

    /// <summary>A truth.</summary>
    public static ValueForm Truth { get; } = Expression("truth", "a truth", "such as 'fear < 3 and truce is holds'");

    /// <summary>A value of any type, without chance.</summary>
    public static ValueForm Value { get; } = Expression("value", "a value", "a number, a duration or a rate");

    /// <summary>A number that may be drawn.</summary>
    public static ValueForm DrawnNumber { get; } =
        Expression("drawn_number", "a number, may be drawn", "such as '3' or 'poisson(mean=2)'");

    /// <summary>A duration that may be drawn.</summary>
    public static ValueForm DrawnDuration { get; } =
        Expression("drawn_duration", "a duration, may be drawn", "such as '2 d' or 'exponential(mean=2 d)'");

    /// <summary>A value of any type that may be drawn.</summary>
    public static ValueForm DrawnValue { get; } =
        Expression("drawn_value", "a value, may be drawn", "such as 'gamma(mean=0.2 per d, shape=4)'");

    /// <summary>A time.</summary>
    public static ValueForm Time { get; } =
        Expression("time", "a time", "a duration since the start, '14 d', or a date, '2023-10-31', if the file has a 'start'");

    /// <summary>One pattern or a list of them.</summary>
    public static ValueForm Patterns { get; } = OneOrList(new ScalarForm(
        "pattern",
        "a pattern",
        HoldsExpression: false,
        "What happens: '<action or any action> [by <who>] [against <who>]', '<condition> becomes <state>' or 'outcome <name>'."));

    /// <summary>One value or a list of them.</summary>
    public static ValueForm OneOrList(ValueForm item) => new EitherForm([item, new ListForm(item)]);

    /// <summary>A mapping of names to values.</summary>
    public static ValueForm MapOf(ValueForm value) => new MapForm(value);

    /// <summary>A known mapping.</summary>
    public static ValueForm Of(MappingDescription mapping) => new KnownForm(mapping);

    /// <summary>In words: "a duration or a list, each a duration".</summary>
    public abstract string InWords { get; }

    private static ScalarForm Expression(string name, string noun, string examples) =>
        new(name, noun, HoldsExpression: true, $"An expression for {noun}: {examples}.");
}

/// <summary>A scalar.</summary>
/// <param name="Name">What the schema calls it.</param>
/// <param name="Noun">What it is: "a duration".</param>
/// <param name="HoldsExpression">True: an expression; false: a text that is no expression.</param>
/// <param name="About">What it is, in one sentence.</param>
internal sealed record ScalarForm(string Name, string Noun, bool HoldsExpression, string About) : ValueForm
{
    /// <inheritdoc/>
    public override string InWords => Noun;
}

/// <summary>One of a few words.</summary>
/// <param name="Words">The words.</param>
internal sealed record WordForm(ImmutableArray<string> Words) : ValueForm
{
    /// <inheritdoc/>
    public override string InWords => Words.Length == 1 ? $"`{Words[0]}`"
        : $"{string.Join(", ", Words[..^1].Select(word => $"`{word}`"))} or `{Words[^1]}`";
}

/// <summary>A list.</summary>
/// <param name="Item">What each entry is.</param>
/// <param name="Count">How many entries it has; 0: any number.</param>
internal sealed record ListForm(ValueForm Item, int Count = 0) : ValueForm
{
    /// <inheritdoc/>
    public override string InWords => $"a list, each {Item.InWords}";
}

/// <summary>A mapping of names or titles that the author chooses.</summary>
/// <param name="Entry">What stands behind each.</param>
internal sealed record MapForm(ValueForm Entry) : ValueForm
{
    /// <inheritdoc/>
    public override string InWords => $"by name: {Entry.InWords}";
}

/// <summary>A mapping with known keys.</summary>
/// <param name="Mapping">Its description.</param>
internal sealed record KnownForm(MappingDescription Mapping) : ValueForm
{
    /// <inheritdoc/>
    public override string InWords => Mapping.Noun.Replace('\'', '`');
}

/// <summary>One of several forms.</summary>
/// <param name="Forms">The forms.</param>
internal sealed record EitherForm(ImmutableArray<ValueForm> Forms) : ValueForm
{
    /// <inheritdoc/>
    public override string InWords => string.Join(" or ", Forms.Select(form => form.InWords));
}

/// <summary>Nothing: a name with an empty value.</summary>
internal sealed record NothingForm : ValueForm
{
    /// <inheritdoc/>
    public override string InWords => "nothing";
}
