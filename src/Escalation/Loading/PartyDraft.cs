using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>A kind or an actor while it is read.</summary>
/// <param name="name">Its name.</param>
/// <param name="where">Where its name stands.</param>
internal sealed class PartyDraft(string name, SourceSpan where)
{
    private readonly HashSet<int> levelNames = [];

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Where its name stands.</summary>
    public SourceSpan Where => where;

    /// <summary>What it is.</summary>
    public string About { get; set; } = "";

    /// <summary>Index of its kind, or −1.</summary>
    public int Kind { get; set; } = -1;

    /// <summary>Where its sponsor is named; null: it has none of its own.</summary>
    public YamlScalar? SponsorName { get; set; }

    /// <summary>Index of its sponsor, or −1.</summary>
    public int Sponsor { get; set; } = -1;

    /// <summary>Its levels: index of the name, and what is written; for an actor with those of its kind.</summary>
    public List<LevelDraft> Levels { get; } = [];

    /// <summary>Its rules; for an actor with those of its kind.</summary>
    public List<RuleDraft> Policy { get; } = [];

    /// <summary>Whether it has a level.</summary>
    /// <param name="level">Index of the name of the level.</param>
    /// <returns>True if so.</returns>
    public bool HasLevel(int level)
    {
        // Levels are only ever added or replaced by others of their name, so an equal count means an equal set.
        if (levelNames.Count != Levels.Count)
        {
            levelNames.UnionWith(Levels.Select(draft => draft.Name));
        }

        return levelNames.Contains(level);
    }

    /// <summary>Names of its levels.</summary>
    /// <param name="draft">The scenario.</param>
    /// <returns>The names.</returns>
    public IEnumerable<string> LevelNames(Draft draft) => Levels.Select(level => draft.Levels.Names[level.Name]);
}

/// <summary>A level while it is read; shared by the actors of a kind.</summary>
/// <param name="name">Index of its name.</param>
/// <param name="key">Where its name stands.</param>
/// <param name="node">What is written.</param>
internal sealed class LevelDraft(int name, YamlScalar key, YamlNode node)
{
    /// <summary>Index of its name.</summary>
    public int Name => name;

    /// <summary>Where its name stands.</summary>
    public YamlScalar Key => key;

    /// <summary>What is written.</summary>
    public YamlNode Node => node;

    /// <summary>The level that was read.</summary>
    public Level? Level { get; set; }
}

/// <summary>A rule while it is read; shared by the actors of a kind.</summary>
/// <param name="title">Its title.</param>
/// <param name="where">Where its title stands.</param>
/// <param name="node">What is written.</param>
internal sealed class RuleDraft(string title, SourceSpan where, YamlMapping node)
{
    /// <summary>Its title.</summary>
    public string Title => title;

    /// <summary>Where its title stands.</summary>
    public SourceSpan Where => where;

    /// <summary>What is written.</summary>
    public YamlMapping Node => node;

    /// <summary>Index of the kind that it comes from, or −1.</summary>
    public int Kind { get; init; } = -1;

    /// <summary>The actors whose policy holds it.</summary>
    public List<int> Actors { get; } = [];

    /// <summary>The rule that was read; null: it is broken, and was reported.</summary>
    public Rule? Rule { get; set; }

    /// <summary>Patterns with their places.</summary>
    public ImmutableArray<PlacedPattern> Patterns { get; set; } = [];

    /// <summary>Acts with their places.</summary>
    public List<(ActEffect Act, SourceSpan Where)> Acts { get; } = [];

    /// <summary>All formulas of the rule, effects included.</summary>
    public List<Formula> Formulas { get; } = [];

    /// <summary>Titles that it cancels, with their places.</summary>
    public List<(string Title, SourceSpan Where)> Cancels { get; } = [];

    /// <summary>Relations through which it aims, with their places.</summary>
    public List<(Relation Relation, SourceSpan Where)> Relations { get; } = [];

    /// <summary>Own levels that it changes, with their places.</summary>
    public List<(int Level, SourceSpan Where)> Changes { get; } = [];
}

/// <summary>A pattern and where it stands.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Where">Where it stands.</param>
internal sealed record PlacedPattern(Pattern Pattern, SourceSpan Where);
