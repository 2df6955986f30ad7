using System.Collections.Immutable;
using System.Globalization;
using Escalation.Loading;

namespace Escalation.Verification;

/// <summary>Reads <c>exact-values.yaml</c>. It is part of the library: a mistake in it is a fault of ours.</summary>
internal sealed class ReferenceReader
{
    private const string Example = "as the entries beside it";
    private const string SignOnly = "> 0";

    private readonly DiagnosticList list = new();

    internal static ImmutableArray<ReferenceCase> Read(string text)
    {
        var reader = new ReferenceReader();
        var cases = reader.ReadAll(new ScenarioText("exact-values.yaml", text));
        return reader.list.HasErrors
            ? throw new InvalidOperationException(string.Join('\n', reader.list.ToSorted().Select(fault => fault.Message)))
            : cases;
    }

    private ImmutableArray<ReferenceCase> ReadAll(ScenarioText source)
    {
        var root = YamlTree.Read(source, list) ?? throw new InvalidOperationException("The reference cases are no YAML.");
        return [.. Items(Section(root, "the file", "cases"), "cases").Select(ReadCase)];
    }

    private ReferenceCase ReadCase(YamlNode node)
    {
        var entry = Section(node, "a case", "id", "group", "model", "note", "statistics");
        var id = entry.Text("id");
        return new()
        {
            Id = id,
            Group = entry.Text("group"),
            Model = entry.Text("model"),
            Note = entry.Text("note"),
            Statistics = [.. Items(entry, "statistics").Select(ReadStatistic)],
            ScenarioText = ReferenceCases.Text($"Cases.{id}.yaml"),
        };
    }

    private ReferenceStatistic ReadStatistic(YamlNode node)
    {
        var entry = Section(
            node, "a statistic", "name", "estimate", "what", "value", "how", "sd_one_replication", "replications_for_1pct");
        var isSignOnly = entry.Text("value") == SignOnly;
        return new()
        {
            Name = entry.Text("name"),
            Meaning = entry.Text("what"),
            Estimate = EstimateForm.Parse(entry.Text("estimate")),
            Value = isSignOnly ? 0 : Number(entry.Text("value")),
            IsSignOnly = isSignOnly,
            Method = entry.Text("how"),
            StandardDeviation = isSignOnly ? double.NaN : Number(entry.Text("sd_one_replication")),
            ReplicationsForOnePercent = isSignOnly ? 0 : Number(entry.Text("replications_for_1pct")),
        };
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private Section Section(YamlNode node, string noun, params string[] keys) =>
        Loading.Section.Of(node, list, noun, Example, [.. keys]) ?? throw new InvalidOperationException($"{noun} is no mapping");

    private ImmutableArray<YamlNode> Items(Section entry, string key) =>
        entry.Find(key) is { } node && Loading.Section.Sequence(node, list, key, Example) is { } items ? items.Items : [];
}
