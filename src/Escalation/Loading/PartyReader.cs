using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Reads who there is: kinds, actors, the world; merges what a kind gives into its actors.</summary>
/// <param name="draft">The scenario; gets kinds and actors.</param>
internal sealed class PartyReader(Draft draft)
{
    private const int MaximumParts = 1_000_000;
    private const string LevelsExample = "levels: {fear: {half_life: 30 d}}";
    private const string PolicyExample = "policy: [{name: title, rate: 1 per w, do: [{act: action}]}]";

    /// <summary>Declares kinds and actors with their levels and the titles of their rules.</summary>
    /// <param name="root">The file.</param>
    public void Declare(Section root)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in Entries(root.Find("kinds"), "kinds: {militia: {policy: []}}"))
        {
            if (CheckName(entry.Key, "a kind", names))
            {
                draft.Kinds.Add(entry.Key.Value);
                draft.KindDrafts.Add(ReadParty(entry, draft.KindDrafts.Count, PartyMappings.Kind));
            }
        }

        draft.Actors.Add("world");
        var worldKey = new YamlScalar("world", IsPlain: true, 0, 0, root.KeyWhere("world"));
        draft.ActorDrafts.Add(root.Find("world") is { } world
            ? ReadParty(new YamlEntry(worldKey, world), -1, PartyMappings.World)
            : new PartyDraft("world", SourceSpan.None));
        foreach (var entry in Entries(
            root.Require("actors", "write 'actors:' and below it each actor: 'us: {levels: …, policy: …}'"),
            "actors: {us: {}, iran: {}}"))
        {
            if (CheckName(entry.Key, "an actor", names))
            {
                draft.Actors.Add(entry.Key.Value);
                draft.ActorDrafts.Add(ReadParty(entry, -1, PartyMappings.Actor));
            }
        }

        if (draft.ActorDrafts.Count == 1 && root.Find("actors") is YamlMapping { Entries.IsEmpty: true } none)
        {
            draft.List.Error(none.Where, "there is no actor", "name at least one");
        }

        if (!CheckSize())
        {
            return;
        }

        draft.ActorDrafts.ForEach(Merge);

        for (var actor = 0; actor < draft.ActorDrafts.Count; actor++)
        {
            draft.ActorDrafts[actor].Policy.ForEach(rule => rule.Actors.Add(actor));
        }

        ResolveSponsors();
    }

    private ImmutableArray<YamlEntry> Entries(YamlNode? node, string example) =>
        node is null || Section.Mapping(node, draft.List, Section.NounOf(example), example) is not { } mapping
            ? [] : mapping.Entries;

    private bool CheckName(YamlScalar key, string noun, Dictionary<string, int> names)
    {
        if (!Words.CheckName(key, draft.List, noun))
        {
            return false;
        }

        if (names.TryAdd(key.Value, key.Where.Line))
        {
            return true;
        }

        draft.List.Error(
            key.Where,
            FormattableString.Invariant(
                $"the name '{key.Value}' is used twice: for a kind in line {names[key.Value]}, and here for {noun}"),
            "rename one of them: patterns say 'by <actor or kind>'");
        return false;
    }

    private PartyDraft ReadParty(YamlEntry entry, int kind, MappingDescription known)
    {
        var party = new PartyDraft(entry.Key.Value, entry.Key.Where);
        if (entry.Value is YamlScalar { IsEmpty: true }
            || Section.Of(entry.Value, draft.List, known, $"{entry.Key.Value}: {{levels: …, policy: …}}") is not { } section)
        {
            return party;
        }

        party.About = section.Text("about");
        if (section.Find("kind") is { } kindNode && Section.Scalar(kindNode, draft.List, "the name of a kind") is { } kindName)
        {
            party.Kind = draft.Kinds.Find(kindName.Value);
            if (party.Kind < 0)
            {
                draft.List.Error(
                    kindName.Where,
                    $"unknown kind {Quote.Of(kindName.Value)}",
                    draft.List.Near(kindName.Value, "Kinds of this file", draft.Kinds.Names));
            }
        }

        if (section.Find("sponsor") is { } sponsor)
        {
            party.SponsorName = Section.Scalar(sponsor, draft.List, "the name of an actor");
        }

        ReadLevels(section, party);
        ReadPolicy(section, party, kind);
        return party;
    }

    private void ReadLevels(Section section, PartyDraft party)
    {
        if (section.Find("levels") is not { } node
            || Section.Mapping(node, draft.List, "'levels'", LevelsExample) is not { } levels)
        {
            return;
        }

        foreach (var entry in levels.Entries)
        {
            if (Words.CheckName(entry.Key, draft.List, "a level"))
            {
                party.Levels.Add(new LevelDraft(draft.Levels.Add(entry.Key.Value), entry.Key, entry.Value));
            }
        }
    }

    private void ReadPolicy(Section section, PartyDraft party, int kind)
    {
        if (section.Find("policy") is not { } node
            || Section.Sequence(node, draft.List, "a policy", PolicyExample) is not { } policy)
        {
            return;
        }

        if (policy.Items.IsEmpty)
        {
            draft.List.Warn(
                section.KeyWhere("policy"), $"the policy of '{party.Name}' is empty", "leave 'policy' out if that is meant");
        }

        var titles = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in policy.Items)
        {
            if (Section.Mapping(item, draft.List, "a rule", "- {name: title, rate: 1 per w, do: [{act: action}]}") is { } rule
                && ReadTitle(rule, titles) is { } title)
            {
                party.Policy.Add(new RuleDraft(title.Value, title.Where, rule) { Kind = kind });
            }
        }
    }

    private YamlScalar? ReadTitle(YamlMapping rule, Dictionary<string, int> titles)
    {
        if (rule.Entries.FirstOrDefault(entry => entry.Key.Value == "name") is not { } entry)
        {
            draft.List.Error(rule.Where, "'name' is missing: a rule needs a title", "give it one: 'name: answer the deadly'");
            return null;
        }

        if (Section.Scalar(entry.Value, draft.List, "the title of a rule") is not { } title || !Words.CheckTitle(
            title, draft.List, "a rule"))
        {
            return null;
        }

        if (title.Value == "all")
        {
            draft.List.Error(title.Where, "no rule can be titled 'all': 'cancel: all' means every rule", "choose another title");
            return null;
        }

        if (!titles.TryAdd(title.Value, title.Where.Line))
        {
            draft.List.Error(
                title.Where,
                FormattableString.Invariant(
                    $"two rules here are titled {Quote.Of(title.Value)}; the first stands in line {titles[title.Value]}"),
                "rename one of them");
            return null;
        }

        return title;
    }

    // A few lines can give thousands of rules to thousands of actors each: more than any memory holds.
    private bool CheckSize()
    {
        var parts = draft.ActorDrafts.Sum(Parts)
            + draft.ActorDrafts.Where(actor => actor.Kind >= 0).Sum(actor => Parts(draft.KindDrafts[actor.Kind]));
        if (parts > MaximumParts)
        {
            draft.List.Error(
                SourceSpan.None,
                FormattableString.Invariant($"the actors have {parts:N0} rules and levels in all, the most is {MaximumParts:N0}"),
                "give large kinds fewer rules, or the file fewer actors");
        }

        return parts <= MaximumParts;

        static long Parts(PartyDraft party) => party.Levels.Count + party.Policy.Count;
    }

    // What the actor says replaces what its kind says, in its place; what is new follows.
    private void Merge(PartyDraft actor)
    {
        if (actor.Kind < 0)
        {
            return;
        }

        var kind = draft.KindDrafts[actor.Kind];
        var ownLevels = actor.Levels.ToDictionary(level => level.Name);
        actor.Levels.RemoveAll(level => kind.HasLevel(level.Name));
        actor.Levels.InsertRange(0, kind.Levels.Select(level => ownLevels.GetValueOrDefault(level.Name, level)));
        var ownRules = actor.Policy.ToDictionary(rule => rule.Title, StringComparer.Ordinal);
        var kindTitles = kind.Policy.Select(rule => rule.Title).ToHashSet(StringComparer.Ordinal);
        actor.Policy.RemoveAll(rule => kindTitles.Contains(rule.Title));
        actor.Policy.InsertRange(0, kind.Policy.Select(rule => ownRules.GetValueOrDefault(rule.Title, rule)));
        actor.SponsorName ??= kind.SponsorName;
        actor.About = actor.About.Length > 0 ? actor.About : kind.About;
    }

    private void ResolveSponsors()
    {
        foreach (var party in draft.KindDrafts.Concat(draft.ActorDrafts))
        {
            if (party.SponsorName is not { } name)
            {
                continue;
            }

            party.Sponsor = draft.Actors.Find(name.Value.Trim());
            if (party.Sponsor < 0)
            {
                var isKind = draft.Kinds.Find(name.Value) >= 0;
                draft.List.Error(
                    name.Where,
                    isKind ? $"'{name.Value}' is a kind, a sponsor is one actor" : $"unknown actor {Quote.Of(name.Value)}",
                    draft.List.Near(name.Value, "Actors of this file", draft.Actors.Names.Skip(1)));
            }
        }

        // Everybody has one sponsor at most, so a walk along sponsors meets a circle within as many steps as there are actors.
        // Each actor is walked once: 2 marks those on the present walk, 1 those that are known to be free of new circles.
        var marks = new int[draft.ActorDrafts.Count];
        for (var actor = 0; actor < marks.Length; actor++)
        {
            var walk = new List<int>();
            var at = actor;
            for (; at >= 0 && marks[at] == 0; at = draft.SponsorOf(at))
            {
                marks[at] = 2;
                walk.Add(at);
            }

            if (at >= 0 && marks[at] == 2)
            {
                RefuseCircle([.. walk[walk.IndexOf(at)..], at]);
            }

            walk.ForEach(met => marks[met] = 1);
        }
    }

    private void RefuseCircle(List<int> circle)
    {
        var first = draft.ActorDrafts[circle[0]];
        var message = circle.Count == 2
            ? $"'{first.Name}' has itself as sponsor"
            : $"sponsors stand in a circle: {string.Join(" → ", circle.Take(12).Select(actor => draft.Actors.Names[actor]))}";
        draft.List.Error(
            first.SponsorName!.Where,
            message,
            "somebody at the top has no sponsor: remove one 'sponsor', or give an actor of a kind another one");
    }
}
