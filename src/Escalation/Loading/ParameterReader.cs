using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads levers, uncertainties and cases.</summary>
/// <param name="draft">The scenario; gets the parameters.</param>
internal sealed class ParameterReader(Draft draft)
{
    private const double Unbounded = double.PositiveInfinity;

    /// <summary>Reads all of them, in order: a prior may read what stands before it.</summary>
    public void Read()
    {
        for (var i = 0; i < draft.ParameterEntries.Count; i++)
        {
            draft.ParameterValues.Add(
                i < draft.LeverCount ? ReadLever(draft.ParameterEntries[i]) : ReadUncertainty(draft.ParameterEntries[i], i));
        }
    }

    /// <summary>Reads the cases.</summary>
    /// <param name="node">The section; null if there is none.</param>
    /// <returns>The cases.</returns>
    public ImmutableArray<Case> ReadCases(YamlNode? node)
    {
        if (node is null || Section.Mapping(node, draft.List, "'cases'", "cases: {title: {lever: 0.5}}") is not { } mapping)
        {
            return [];
        }

        var cases = ImmutableArray.CreateBuilder<Case>();
        foreach (var entry in mapping.Entries)
        {
            if (Words.CheckTitle(entry.Key, draft.List, "a case")
                && Section.Mapping(entry.Value, draft.List, "a case", "title: {lever: 0.5}") is { } settings)
            {
                cases.Add(new Case(
                    entry.Key.Value, [.. settings.Entries.Where(IsSetting).Select(ReadSetting).OfType<ParameterSetting>()]));
            }
        }

        return cases.ToImmutable();
    }

    // A case has a title, so it may say what it is about, unless a lever is called so.
    private bool IsSetting(YamlEntry entry) => entry.Key.Value != "about" || draft.Parameters.Find("about") >= 0;

    private ParameterSetting? ReadSetting(YamlEntry entry)
    {
        var name = entry.Key.Value;
        var index = draft.Parameters.Find(name);
        if (index < 0)
        {
            draft.List.Error(
                entry.Key.Where,
                $"unknown lever or uncertainty {Quote.Of(name)}",
                draft.List.Near(name, "Levers and uncertainties of this file", draft.Parameters.Names));
            return null;
        }

        if (draft.ParameterValues[index] is { Choices.IsEmpty: false } choice)
        {
            return ReadChosen(index, choice, entry.Value);
        }

        if (draft.ParameterValues[index] is not { } parameter
            || Formulas.Constant(draft, entry.Value, parameter.Quantity, $"the value of '{name}'") is not { } constant)
        {
            return null;
        }

        if (ParameterRange.Fault(parameter, constant.Value) is { } fault)
        {
            draft.List.Error(entry.Value.Where, fault, "choose a value inside, or widen the range");
            return null;
        }

        return new ParameterSetting(index, constant.Value);
    }

    private ParameterSetting? ReadChosen(int index, Parameter choice, YamlNode node)
    {
        if (Section.Scalar(node, draft.List, $"the value of '{choice.Name}'") is not { } word)
        {
            return null;
        }

        var chosen = choice.Choices.IndexOf(word.Value.Trim());
        if (chosen < 0)
        {
            draft.List.Error(
                word.Where,
                $"{Quote.Of(word.Value.Trim())} is none of the choices of '{choice.Name}'",
                draft.List.Near(word.Value.Trim(), "Its choices", choice.Choices));
            return null;
        }

        return new(index, chosen);
    }

    private Parameter? ReadLever(YamlEntry entry)
    {
        var name = entry.Key.Value;
        if (Section.Of(entry.Value, draft.List, ParameterMappings.Lever) is not { } section)
        {
            return null;
        }

        return section.Find("choices") is { } choices ? ReadChoice(section, name, choices) : ReadNumber(section, name);
    }

    private Parameter? ReadNumber(Section section, string name)
    {
        var about = section.Text("about");
        var source = section.Text("source");
        var written = section.Require("value", $"write {ParameterMappings.Lever.Example}");
        var value = Formulas.Constant(draft, written, null, "the value of a lever");
        var (low, high) = ReadRange(section, name, value?.Quantity);
        if (value is null)
        {
            return null;
        }

        var parameter = new Parameter(name, IsLever: true, value.Quantity, value.Value, low, high, Prior: null, about, source)
        {
            Actor = ObjectiveReader.ActorOf(draft, section.Find("by")),
        };
        if (ParameterRange.Fault(parameter, value.Value) is { } fault)
        {
            draft.List.Error(section.Find("value")!.Where, fault, "choose a value inside, or widen the range");
        }

        return parameter;
    }

    private Parameter? ReadChoice(Section section, string name, YamlNode node)
    {
        const string Example = "choices: [restraint, tit_for_tat], at least two words";
        if (section.Find("range") is { } range)
        {
            draft.List.Error(range.Where, $"'{name}' chooses between words, which have no range", "leave 'range' out");
        }

        var list = Section.Sequence(node, draft.List, "what a lever chooses between", Example);
        var written = section.Require("value", $"write {Example}, and one of them as the value");
        var value = written is null ? null : Section.Scalar(written, draft.List, "the value of a lever");
        if (list is null)
        {
            return null;
        }

        var choices = ReadWords(list);
        if (choices.Length < 2 || value is null)
        {
            if (choices.Length < 2 && choices.Length == list.Items.Length)
            {
                draft.List.Error(list.Where, $"'{name}' has nothing to choose between", $"write {Example}");
            }

            return null;
        }

        var chosen = choices.IndexOf(value.Value.Trim());
        if (chosen < 0)
        {
            draft.List.Error(
                value.Where,
                $"{Quote.Of(value.Value.Trim())} is none of the choices of '{name}'",
                draft.List.Near(value.Value.Trim(), "Its choices", choices));
        }

        return new(
            name,
            IsLever: true,
            Quantity.Number,
            Math.Max(0, chosen),
            0,
            choices.Length - 1,
            Prior: null,
            section.Text("about"),
            section.Text("source"))
        {
            Choices = choices,
            Actor = ObjectiveReader.ActorOf(draft, section.Find("by")),
        };
    }

    private ImmutableArray<string> ReadWords(YamlSequence list)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list.Items)
        {
            if (Section.Scalar(item, draft.List, "a choice") is not { } word || !Words.CheckName(word, draft.List, "a choice"))
            {
                continue;
            }

            if (words.Contains(word.Value))
            {
                draft.List.Error(word.Where, $"the choice '{word.Value}' is there twice", "leave one out");
                continue;
            }

            words.Add(word.Value);
        }

        return words.ToImmutable();
    }

    private (double Low, double High) ReadRange(Section section, string name, Quantity? quantity)
    {
        const string Example = "range: [0, 1], the least value first";
        if (section.Find("range") is not { } node || Section.Sequence(node, draft.List, "a range", Example) is not { } list)
        {
            return (-Unbounded, Unbounded);
        }

        if (list.Items.Length != 2)
        {
            if (!list.Items.Any(item => item.IsBroken))
            {
                draft.List.Error(
                    list.Where,
                    FormattableString.Invariant($"a range has two ends, this one has {list.Items.Length}"),
                    $"write {Example}");
            }

            return (-Unbounded, Unbounded);
        }

        var low = Formulas.Constant(draft, list.Items[0], quantity, $"the range of '{name}'")?.Value ?? -Unbounded;
        var high = Formulas.Constant(draft, list.Items[1], quantity, $"the range of '{name}'")?.Value ?? Unbounded;
        if (low > high)
        {
            draft.List.Error(list.Where, "the low end of this range lies above the high one", "exchange them");
            return (high, low);
        }

        return (low, high);
    }

    private Parameter? ReadUncertainty(YamlEntry entry, int index)
    {
        var name = entry.Key.Value;
        if (entry.Value is YamlScalar { IsEmpty: false })
        {
            return Formulas.Constant(draft, entry.Value, null, "the value of an uncertainty") is { } plain
                ? new Parameter(
                    name, IsLever: false, plain.Quantity, plain.Value, -Unbounded, Unbounded, null, "", "")
                : null;
        }

        if (Section.Of(entry.Value, draft.List, ParameterMappings.Uncertainty) is not { } section)
        {
            return null;
        }

        var about = section.Text("about");
        var source = section.Text("source");
        var value = Formulas.Constant(draft, section.Find("value"), null, "the value of an uncertainty");
        var scope = new FileScope(draft, Place.Prior, parametersBefore: index);
        var prior = Formulas.Read(draft, section.Find("prior"), scope, value?.Quantity, "a prior", draws: true);
        if (section.Find("value") is null && section.Find("prior") is null)
        {
            draft.List.Error(
                entry.Key.Where,
                $"uncertainty '{name}' has neither a value nor a prior",
                $"write {ParameterMappings.Uncertainty.Example}, or one of the two");
        }

        var quantity = value?.Quantity ?? prior?.Root.Quantity;
        if (quantity is null || (value is null && section.Find("value") is not null) || (prior is null
            && section.Find("prior") is not null))
        {
            // What can be said of its type is enough for the expressions that read it.
            return quantity is { } known
                ? new Parameter(
                    name, IsLever: false, known, 0, -Unbounded, Unbounded, null, about, source)
                : null;
        }

        return new Parameter(
            name, IsLever: false, quantity.Value, value?.Value, -Unbounded, Unbounded, prior, about, source);
    }
}
