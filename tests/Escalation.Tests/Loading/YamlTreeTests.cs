using Escalation.Language;
using Escalation.Loading;

namespace Escalation.Tests.Loading;

internal sealed class YamlTreeTests
{
    [Test]
    public void Values_keep_their_text_and_place()
    {
        var root = (YamlMapping)Read("a: 1e3\nb:\n  - {c: 'x ''y'' z'}\n  - no\n")!;

        var list = (YamlSequence)root.Entries[1].Value;
        var quoted = (YamlScalar)((YamlMapping)list.Items[0]).Entries[0].Value;
        Assert.That(((YamlScalar)root.Entries[0].Value).Value, Is.EqualTo("1e3"));
        Assert.That(quoted.Value, Is.EqualTo("x 'y' z"));
        Assert.That(quoted.Where, Is.EqualTo(new SourceSpan(3, 9, 11)));
        Assert.That(((YamlScalar)list.Items[1]).Value, Is.EqualTo("no"));
    }

    [Test]
    public void A_key_without_a_value_points_at_the_key()
    {
        var root = (YamlMapping)Read("a:\nbcd:\n")!;

        var value = (YamlScalar)root.Entries[1].Value;
        Assert.That(value.IsEmpty);
        Assert.That(value.Where, Is.EqualTo(new SourceSpan(2, 1, 3)));
    }

    [TestCase("a: x + fear", "fear", 1, 8)]
    [TestCase("a: \"x + fear\"", "fear", 1, 9)]
    [TestCase("a: 'it''s fear'", "fear", 1, 11)]
    [TestCase("a: x +\n   fear * y", "fear", 2, 4)]
    [TestCase("a: x +\r\n   fear * y", "fear", 2, 4)]
    [TestCase("a: \"x +\n   fear * y\"", "fear", 2, 4)]
    [TestCase("a: >\n  x +\n  fear * y\n", "fear", 3, 3)]
    [TestCase("a: |\n  x +\n  fear * y\n", "fear", 3, 3)]
    [TestCase("a: |-\n\n  x  +\n\n  fear * y\n", "fear", 5, 3)]
    [TestCase("a: \"\\u0041 + fear\"", "fear", 1, 4)]
    public void A_part_of_a_text_is_found_again_in_the_file(string text, string part, int line, int column)
    {
        var source = new ScenarioText("a.yaml", text);
        var scalar = (YamlScalar)((YamlMapping)YamlTree.Read(source, new DiagnosticList())!).Entries[0].Value;

        var where = Spans.Inside(source, scalar, scalar.Value.IndexOf(part, StringComparison.Ordinal), part.Length);

        Assert.That((where.Line, where.Column), Is.EqualTo((line, column)));
    }

    // Everything below makes a naive reader overflow its stack, or slow: a nesting or a length that grows with the file.
    [TestCase("[")]
    [TestCase("[\n")]
    [TestCase("{")]
    [TestCase("{? ")]
    [TestCase("[a, ")]
    [TestCase("{a: b, c: ")]
    [TestCase("- ")]
    [TestCase("? ")]
    [TestCase("- - a\n")]
    public void Nesting_without_end_is_refused(string part)
    {
        var list = new DiagnosticList();
        var text = string.Concat(Enumerable.Repeat(part, 4 * 1024 * 1024 / part.Length));

        var root = YamlTree.Read(new ScenarioText("a.yaml", text), list);

        Assert.That(root is null || part == "- - a\n");
        Assert.That(list.HasErrors, Is.EqualTo(part != "- - a\n"));
    }

    [Test]
    public void Sixty_four_levels_are_read_and_sixty_five_refused([Values("[", "- ")] string level)
    {
        var close = level == "[" ? "]" : "";
        var read = new DiagnosticList();
        var refused = new DiagnosticList();

        YamlTree.Read(Nested(level, close, 64), read);
        YamlTree.Read(Nested(level, close, 65), refused);

        Assert.That(read.HasErrors, Is.False);
        Assert.That(refused.ToSorted().Single().Message, Is.EqualTo("this is nested deeper than 64 levels"));
    }

    private static ScenarioText Nested(string open, string close, int levels) =>
        new("a.yaml", string.Concat(Enumerable.Repeat(open, levels)) + "a" + string.Concat(Enumerable.Repeat(close, levels)));

    private static YamlNode? Read(string text)
    {
        var list = new DiagnosticList();
        var root = YamlTree.Read(new ScenarioText("a.yaml", text), list);
        Assert.That(list.ToSorted(), Is.Empty);
        return root;
    }
}
