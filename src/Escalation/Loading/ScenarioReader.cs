using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads scenario files: a whole, checked scenario, or everything that is wrong with the file, in one pass.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a file. Never throws for what the file or the path is; it is a diagnostic then.</summary>
    /// <param name="path">The path; a pipe or device is read up to 4 MiB.</param>
    /// <returns>The scenario, or what is wrong.</returns>
    public static ScenarioReading ReadFile(string path)
    {
        var list = new DiagnosticList();
        var source = ScenarioFile.Read(path, list);
        return source is null ? new ScenarioReading(null, null, list.ToSorted()) : Read(source, list, SideFiles.Of(path));
    }

    /// <summary>Reads a text, which has no files beside it: targets that lie in one are left out, with a warning.</summary>
    /// <param name="path">What to call it in messages.</param>
    /// <param name="text">The text.</param>
    /// <returns>The scenario, or what is wrong.</returns>
    public static ScenarioReading ReadText(string path, string text) =>
        ReadText(path, text, new Dictionary<string, string>());

    /// <summary>Reads a text with the texts that take the place of files beside it.</summary>
    /// <param name="path">What to call it in messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="beside">Texts by the names of files.</param>
    /// <returns>The scenario, or what is wrong.</returns>
    public static ScenarioReading ReadText(string path, string text, IReadOnlyDictionary<string, string> beside)
    {
        ArgumentNullException.ThrowIfNull(beside);
        return Read(new ScenarioText(path, text), new DiagnosticList(), SideFiles.Of(beside));
    }

    private static ScenarioReading Read(ScenarioText source, DiagnosticList list, SideFiles beside)
    {
        var root = YamlTree.Read(source, list);
        if (root is null && !list.HasErrors)
        {
            list.Error(SourceSpan.None, "the file is empty", "a scenario begins with 'escalation: 1'");
        }

        var section = root is null ? null : Section.Of(root, list, ScenarioMapping.File);
        var scenario = section is null ? null : Build(section, new Draft(source, list, beside));
        return new ScenarioReading(source, list.HasErrors ? null : scenario, list.ToSorted()) { Beside = beside.Read };
    }

    private static Scenario? Build(Section root, Draft draft)
    {
        var header = new HeaderReader(draft, root);
        header.CheckVersion();
        header.ReadStart();
        header.ReadLadder();
        new Declarations(draft).Declare(root);
        var parameters = new ParameterReader(draft);
        parameters.Read();
        var name = header.ReadName();
        var horizon = header.ReadHorizon();
        var conditions = new ConditionReader(draft).Read();
        var measureReader = new MeasureReader(draft);
        var measures = measureReader.Read();
        var actions = new ActionReader(draft).Read();
        var levels = new LevelReader(draft);
        var actorLevels = draft.ActorDrafts.ConvertAll(levels.Read);
        draft.KindDrafts.ForEach(kind => levels.Read(kind));
        ReadRules(draft);
        var outcomeReader = new OutcomeReader(draft);
        var outcomes = outcomeReader.Read(root, measures);
        var scenario = new Scenario
        {
            Name = name,
            About = root.Text("about"),
            Sources = header.ReadSources(),
            Start = draft.Start,
            Horizon = horizon ?? Formula.Of(1, Quantity.Duration),
            MaxEvents = header.ReadMaximumEvents(),
            Ladder = draft.Ladder,
            Parameters = [.. draft.ParameterValues.OfType<Parameter>()],
            LeverCount = draft.LeverCount,
            Cases = parameters.ReadCases(root.Find("cases")),
            Conditions = conditions,
            LevelNames = [.. draft.Levels.Names],
            FieldNames = [.. draft.Fields.Names],
            Actions = actions,
            KindNames = [.. draft.Kinds.Names],
            Actors = [.. draft.ActorDrafts.Select((actor, index) => ToActor(actor, actorLevels[index]))],
            Measures = [.. measures.OfType<Measure>()],
            Outcomes = outcomes,
            Series = outcomeReader.ReadSeries(root.Find("series")),
            Objectives = new ObjectiveReader(draft).Read(root.Find("objectives")),
            Targets = new TargetReader(draft, measures).Read(root.Find("targets")),
            Studies = new StudyReader(draft.List).Read(root.Find("studies")),
        };
        Checks.Run(draft, scenario, measures, measureReader.Patterns);
        return scenario;
    }

    private static void ReadRules(Draft draft)
    {
        var reader = new RuleReader(draft);
        var members = draft.ActorDrafts.ToLookup(actor => actor.Kind);
        for (var kind = 0; kind < draft.KindDrafts.Count; kind++)
        {
            var party = draft.KindDrafts[kind];
            var written = party.Levels.Concat(members[kind].SelectMany(actor => actor.Levels));
            ImmutableHashSet<int> levels = [.. written.Select(level => level.Name)];
            foreach (var rule in party.Policy)
            {
                reader.Read(rule, new Owner($"kind {party.Name}", [.. rule.Actors], levels));
            }
        }

        for (var actor = 0; actor < draft.ActorDrafts.Count; actor++)
        {
            var party = draft.ActorDrafts[actor];
            ImmutableHashSet<int> levels = [.. party.Levels.Select(level => level.Name)];
            foreach (var rule in party.Policy.Where(rule => rule.Kind < 0))
            {
                reader.Read(rule, new Owner(party.Name, [actor], levels));
            }
        }
    }

    private static Actor ToActor(PartyDraft actor, ImmutableArray<Level> levels) => new()
    {
        Name = actor.Name,
        About = actor.About,
        Kind = actor.Kind,
        Sponsor = actor.Sponsor,
        Levels = levels,
        Policy = [.. actor.Policy.Select(rule => rule.Rule).OfType<Rule>()],
    };
}
