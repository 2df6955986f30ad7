using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>The reference page of the language in Markdown. Prose and examples lie beside this file; keys, functions and
/// distributions come from the descriptions that the reader works from.</summary>
public static partial class LanguagePage
{
    /// <summary>The topics, in the order of the page.</summary>
    public static ImmutableArray<LanguageTopic> Topics { get; } =
    [
        new("overview", "The language of scenarios"),
        new("file", "The file"),
        new("expressions", "Expressions"),
        new("functions", "Functions"),
        new("distributions", "Distributions"),
        new("parameters", "Levers, uncertainties, cases"),
        new("conditions", "Conditions"),
        new("levels", "Levels"),
        new("actors", "Actors, kinds, the world"),
        new("actions", "Actions and reports"),
        new("patterns", "Patterns"),
        new("rules", "Rules"),
        new("effects", "Effects"),
        new("measures", "Measures"),
        new("outcomes", "Outcomes, series, objectives, targets"),
        new("studies", "Studies"),
        new("luck", "Luck and order"),
    ];

    /// <summary>The whole page.</summary>
    /// <returns>Markdown with line feeds.</returns>
    public static string Text() => string.Join('\n', Topics.Select(Text));

    /// <summary>One topic.</summary>
    /// <param name="topic">The topic.</param>
    /// <returns>Markdown with line feeds; the first line is its title.</returns>
    public static string Text(LanguageTopic topic)
    {
        var heading = topic == Topics[0] ? "#" : "##";
        return $"{heading} {topic.Title}\n\n{Places().Replace(Prose(topic.Name), place => Filled(place.Groups[1].Value))}";
    }

    private static string Filled(string place) => place switch
    {
        "functions" => FunctionTable(),
        "distributions" => DistributionTable(),
        _ => KeyTable(Mappings.All.Single(mapping => place == "keys " + mapping.Name)),
    };

    private static string KeyTable(MappingDescription mapping)
    {
        var table = new StringBuilder("| key | value | meaning |\n|---|---|---|\n");
        foreach (var key in mapping.Keys)
        {
            var about = Code().Replace(key.About, "`$1`");
            var place = key.Place switch
            {
                KeyPlace.Required => "Required. ",
                KeyPlace.Choice => "One of these. ",
                _ => "",
            };
            table.Append("| `").Append(key.Name).Append("` | ").Append(key.Form.InWords)
                .Append(" | ").Append(place).Append(about).Append(" |\n");
        }

        return table.ToString().TrimEnd('\n');
    }

    private static string FunctionTable() => string.Join('\n', Functions.All
        .Select(function => $"| `{function.Signature}` | {function.About} |")
        .Prepend("|---|---|").Prepend("| function | value |"));

    private static string DistributionTable() => string.Join('\n', Distributions.All
        .Select(distribution => $"| `{distribution.Signature}` | {distribution.About} | {Parameters(distribution)} |")
        .Prepend("|---|---|---|").Prepend("| distribution | what it is | parameters |"));

    private static string Parameters(Distribution distribution) => string.Join(
        "; ", distribution.Parameters.Select(parameter => $"`{parameter.Name}`: {parameter.About}"));

    private static string Prose(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Reference.{name}.md")
            ?? throw new InvalidOperationException($"The library lacks its text '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{\{([a-z_ ]+)\}\}")]
    private static partial Regex Places();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Code();
}

/// <summary>A topic of the reference page.</summary>
/// <param name="Name">What is typed for it.</param>
/// <param name="Title">Its title.</param>
public sealed record LanguageTopic(string Name, string Title);
