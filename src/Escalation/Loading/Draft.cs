using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>What is known of a scenario while it is read: first the names, then, section by section, what they mean.</summary>
/// <param name="source">The text.</param>
/// <param name="list">Takes what is wrong with it.</param>
/// <param name="beside">The files beside it.</param>
internal sealed class Draft(ScenarioText source, DiagnosticList list, SideFiles beside)
{
    /// <summary>The text.</summary>
    public ScenarioText Source => source;

    /// <summary>Takes what is wrong.</summary>
    public DiagnosticList List => list;

    /// <summary>The files beside it.</summary>
    public SideFiles Beside => beside;

    /// <summary>Day 0, if the file says it.</summary>
    public DateTime? Start { get; set; }

    /// <summary>Titles of the rungs.</summary>
    public ImmutableArray<string> Ladder { get; set; } = [];

    /// <summary>Whether the ladder could not be read.</summary>
    public bool LacksLadder { get; set; }

    /// <summary>Levers, then uncertainties.</summary>
    public NameTable Parameters { get; } = new();

    /// <summary>How many parameters are levers.</summary>
    public int LeverCount { get; set; }

    /// <summary>The parameters that were read, by index; null: it is broken, and was reported.</summary>
    public List<Parameter?> ParameterValues { get; } = [];

    /// <summary>Levers and uncertainties as written, by index.</summary>
    public List<YamlEntry> ParameterEntries { get; } = [];

    /// <summary>Conditions as written, by index.</summary>
    public List<YamlEntry> ConditionEntries { get; } = [];

    /// <summary>Actions as written, by index.</summary>
    public List<YamlEntry> ActionEntries { get; } = [];

    /// <summary>Measures as written, by index.</summary>
    public List<YamlEntry> MeasureEntries { get; } = [];

    /// <summary>Outcomes as written, by index.</summary>
    public List<YamlEntry> OutcomeEntries { get; } = [];

    /// <summary>Whether a section that declares names could not be read, so that nobody knows which names are missing.</summary>
    public bool LacksNames { get; set; }

    /// <summary>Conditions.</summary>
    public NameTable Conditions { get; } = new();

    /// <summary>States of each condition.</summary>
    public List<ImmutableArray<string>> States { get; } = [];

    /// <summary>Actions.</summary>
    public NameTable Actions { get; } = new();

    /// <summary>Kinds of actors.</summary>
    public NameTable Kinds { get; } = new();

    /// <summary>Actors, the world first.</summary>
    public NameTable Actors { get; } = new();

    /// <summary>Kinds as written.</summary>
    public List<PartyDraft> KindDrafts { get; } = [];

    /// <summary>Actors with what their kinds give them.</summary>
    public List<PartyDraft> ActorDrafts { get; } = [];

    /// <summary>Names of levels, over all actors.</summary>
    public NameTable Levels { get; } = new();

    /// <summary>Names of event fields, over all actions and acts.</summary>
    public NameTable Fields { get; } = new();

    /// <summary>Measures.</summary>
    public NameTable Measures { get; } = new();

    /// <summary>The type of a measure; null: it is broken, and was reported.</summary>
    public Func<int, Quantity?> MeasureQuantity { get; set; } = static _ => null;

    /// <summary>Outcomes.</summary>
    public NameTable Outcomes { get; } = new();

    /// <summary>Formulas that must not become negative.</summary>
    public List<SignCheck> SignChecks { get; } = [];

    /// <summary>The sponsor of an actor.</summary>
    /// <param name="actor">Index of the actor.</param>
    /// <returns>Index of its sponsor, or −1.</returns>
    public int SponsorOf(int actor) => ActorDrafts[actor].Sponsor;
}

/// <summary>A formula that must not become negative, to be checked when all is read.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Noun">What it is: "a rate".</param>
/// <param name="Actors">Whose rule or level it is; empty: nobody's.</param>
/// <param name="Guard">The <c>if</c> of its rule.</param>
internal sealed record SignCheck(Formula Formula, string Noun, ImmutableArray<int> Actors, Formula? Guard = null);
