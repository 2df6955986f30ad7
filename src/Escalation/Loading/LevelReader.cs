using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads levels.</summary>
/// <param name="draft">The scenario.</param>
internal sealed class LevelReader(Draft draft)
{
    /// <summary>Reads the levels of an actor; one that comes from a kind is read once.</summary>
    /// <param name="actor">The actor.</param>
    /// <returns>The levels.</returns>
    public ImmutableArray<Level> Read(PartyDraft actor) => [.. actor.Levels.Select(level => level.Level ??= Read(level))];

    private Level Read(LevelDraft written)
    {
        var scope = new FileScope(draft, Place.Replication);
        var level = new Level { Name = written.Name };
        if (written.Node is YamlScalar { IsEmpty: false })
        {
            // A plain number is an attribute: it stays where rules leave it.
            var start = Formulas.Read(draft, written.Node, scope, Quantity.Number, "a level", draws: true);
            return level with { Starts = start };
        }

        var example = $"{written.Key.Value}: {{starts: 0, half_life: 30 d}}, or a number";
        if (Section.Of(written.Node, draft.List, PartyMappings.Level, example) is not { } section)
        {
            return level;
        }

        var halfLife = Formulas.Read(draft, section.Find("half_life"), scope, Quantity.Duration, "a half-life");
        var falls = Formulas.Read(draft, section.Find("falls"), scope, Quantity.Rate, "the speed of a level");
        if (section.Find("falls") is not null)
        {
            section.Refuse("falls", "a level moves in a straight line or exponentially, not both", "half_life");
        }

        Check(halfLife, "a half-life", mayBeZero: false);
        Check(falls, "the speed of a level", mayBeZero: true);
        return level with
        {
            About = section.Text("about"),
            Starts = Formulas.Read(draft, section.Find("starts"), scope, Quantity.Number, "the start of a level", draws: true),
            RestsAt = Formulas.Read(draft, section.Find("rests_at"), scope, Quantity.Number, "the rest of a level")
                ?? Formula.Of(0),
            HalfLife = halfLife,
            Falls = falls,
            Minimum = Formulas.Read(draft, section.Find("min"), scope, Quantity.Number, "a bound of a level"),
            Maximum = ReadMaximum(section, scope),
        };
    }

    private Formula? ReadMaximum(Section section, FileScope scope)
    {
        var maximum = Formulas.Read(draft, section.Find("max"), scope, Quantity.Number, "a bound of a level");
        if (maximum?.Root is ConstantNode high
            && section.Find("min") is YamlScalar { IsEmpty: false } minimum
            && Formulas.Read(draft, minimum, scope, Quantity.Number, "a bound of a level")?.Root is ConstantNode low
            && low.Value > high.Value)
        {
            draft.List.Error(maximum.Where, "'max' lies below 'min'", "exchange them");
        }

        return maximum;
    }

    private void Check(Formula? formula, string noun, bool mayBeZero)
    {
        if (formula is null)
        {
            return;
        }

        draft.SignChecks.Add(new SignCheck(formula, noun, []));
        if (!mayBeZero && formula.Root is ConstantNode { Value: 0 })
        {
            draft.List.Error(formula.Where, $"{noun} is above 0", "leave it out if the level should stay where it is");
        }
    }
}
