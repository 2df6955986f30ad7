using Escalation.Loading;

namespace Escalation.Tests.Loading;

/// <summary>Broken YAML: each way to break it has a message of its own, at the place where a person would look.</summary>
internal sealed class YamlTroubleTests
{
    [TestCase("a: [1, 2\nb: 3\n", "1:4: this '[' is not closed")]
    [TestCase("a: {x: 1\nb: 3\n", "1:4: this '{' is not closed")]
    [TestCase("a: [1\n2]\n", "1:4: this '[' is not closed")]
    [TestCase("a: [", "1:4: this '[' is not closed")]
    [TestCase("a: [1, 2}\n", "1:9: '}' stands here, but '[' of line 1 is still open")]
    [TestCase("a: {do: [ {act: b} }\n", "1:20: '}' stands here, but '[' of line 1 is still open")]
    [TestCase("a: {x: y: z}\n", "1:9: a second ': ' in one entry")]
    [TestCase("a: {x: \"y\" z}\n", "1:12: a ',' is expected here")]
    [TestCase("a: {x: 1,, y: 2}\n", "1:10: a value is missing before this ','")]
    [TestCase("a: [,]\n", "1:5: a value is missing before this ','")]
    [TestCase("a: \"foo\nb: 3\n", "1:4: this quote is not closed")]
    [TestCase("a: 'foo\n", "1:4: this quote is not closed")]
    [TestCase("a: {x: 'foo}\n", "1:8: this quote is not closed")]
    [TestCase("a: \"\\q\"\n", "1:4: a '\\' inside these double quotes begins no escape that YAML knows")]
    [TestCase("a: foo: bar\n", "1:7: a second ': ' on one line: a text that holds ': ' needs quotes")]
    [TestCase("a: 1\n  b: 2\n", "2:3: this line is indented deeper than the one above, which has its value already")]
    [TestCase("a 1\nb: 2\n", "1:1: this line has no ': ', and the next one is a 'key: value'")]
    [TestCase("a:\n  b\n  c: 1\n", "2:3: this line has no ': ', and the next one is a 'key: value'")]
    [TestCase("a: - b\n", "1:4: '- ' begins an item of a list, and no list can begin here")]
    [TestCase("a: @x\n", "1:4: '@' cannot begin a text")]
    [TestCase("a: %x\n", "1:4: '%' cannot begin a text")]
    [TestCase("a: ]\n", "1:4: ']' stands where a value is expected")]
    [TestCase("a: , b\n", "1:4: ',' stands where a value is expected")]
    [TestCase("a: |x\n", "1:4: after '|' or '>' the text begins on the next line")]
    [TestCase("%TAG ! a\n%TAG ! a\n", "2:1: a line that begins with '%' is a directive, which scenarios do not have")]
    [TestCase("{}\n{}\n", "2:1: nothing can follow here: what stands before is complete")]
    [TestCase("a: \"x\" y\n", "1:8: text follows the closing quote")]
    [TestCase("a: 'it's'\n", "1:8: text follows the closing quote")]
    [TestCase("- a\nb: c\n", "2:1: an item of the list, '- …', is expected here")]
    [TestCase("a: 1\nb 2\n", "2:1: 'key: value' is expected here, this line has no ':'")]
    [TestCase("a:\n  b: 1\n c: 2\n", "3:2: the indentation of this line fits no line above")]
    [TestCase("a:\n\tb: 1\n\tc: 2\n", "2:1: this line is indented with a tab, YAML indents with blanks")]
    [TestCase("a:\n  \tb: 1\n", "2:3: this line is indented with a tab, YAML indents with blanks")]
    [TestCase("# top\na: 1\nb:\n  c: 2\n\td: 3\n", "5:1: this line is indented with a tab, YAML indents with blanks")]
    [TestCase("a:\n  b: 1\n  \tc: 2\n", "3:3: this line is indented with a tab, YAML indents with blanks")]
    [TestCase("a: >\n  one\n\ttwo\nb: 1\n", "3:1: this line is indented with a tab, YAML indents with blanks")]
    [TestCase("x:\n  a: [\n\tb]\n", "3:1: this line is indented with a tab, YAML indents with blanks")]
    [TestCase("\ta: 1\nb: 2\n", "1:1: this line is indented with a tab, YAML indents with blanks")]
    [TestCase("a:\n  b: ~\n    c: {d: 1}\n", "3:5: this line is indented deeper than the one above, which has its value already")]
    [TestCase(
        "a:\n  b:\n    c: 1\n# why\n      d: 2\n", "5:7: this line is indented deeper than line 3, which has its value already")]
    [TestCase("a: 1\nb:2 c\n", "2:1: 'key: value' is expected here, and no ':' of this line has a blank behind it")]
    [TestCase("a: 1\nb:\n  c: 2\n\t\n  d: 3\n", "4:1: this line is indented with a tab, YAML indents with blanks")]
    [TestCase("a: ? b\n", "1:4: '? ' begins a key, and none can stand here")]
    [TestCase("a: *x y\nb: 1\n", "1:4: '*x' is an alias, which scenarios do not have")]
    [TestCase("%YAML 9.9\n---\na: 1\n", "1:1: a line that begins with '%' is a directive, which scenarios do not have")]
    [TestCase("a: *x\n", "1:4: '*x' is an alias, which scenarios do not have")]
    [TestCase("a: &x y\n", "1:4: '&x' is an anchor, which scenarios do not have")]
    [TestCase("a: !x y\n", "1:4: '!x' is a tag, which scenarios do not have")]
    [TestCase("a: !!float .nan\n", "1:4: '!!float' is a tag, which scenarios do not have")]
    [TestCase("a: &x &y z\n", "1:7: '&', '*' and '!' begin anchors, aliases and tags, which scenarios do not have")]
    [TestCase("a: 1\n---\nb: 2\n", "2:1: a second document begins here, a scenario is one")]
    [TestCase("a: 1\nb: 2\na: 3\n", "3:1: 'a' stands here twice; first in line 1")]
    [TestCase("a: {b: 1, b: 2}\n", "1:11: 'b' stands here twice; first in line 1")]
    [TestCase("? [a]\n: 2\n", "1:3: a list stands where a key is expected")]
    [TestCase("? {a: 1}\n: 2\n", "1:3: a mapping stands where a key is expected")]
    [TestCase(
        "a: {x: f(1, 2), y: 3}\n",
        "1:8: an expression with a comma needs quotes inside { } and [ ], where a comma ends the value")]
    [TestCase(
        "a: [f(1, 2), 3]\n", "1:5: an expression with a comma needs quotes inside { } and [ ], where a comma ends the value")]
    [TestCase(
        "a: {x: f(1, g(2, 3)), y: 3}\n",
        "1:8: an expression with a comma needs quotes inside { } and [ ], where a comma ends the value")]
    [TestCase("a:\n- b\n  - c\n", "3:3: this line is read as part of the text above it")]
    public void Broken_yaml_is_explained_at_its_place(string text, string expected)
    {
        Assert.That(Said(text), Is.EqualTo([expected]));
    }

    [TestCase('&')]
    [TestCase('*')]
    [TestCase('!')]
    public void A_name_without_end_is_shortened(char sign)
    {
        Assert.That(Said($"a: {sign}{new string('x', 100_000)}\n")[0], Has.Length.LessThan(200));
    }

    [Test]
    public void Several_faults_are_found_in_one_pass()
    {
        var said = Said("a: *x\nb: &y 1\na: !t 2\n");

        Assert.That(said, Is.EqualTo(
        [
            "1:4: '*x' is an alias, which scenarios do not have",
            "2:4: '&y' is an anchor, which scenarios do not have",
            "3:1: 'a' stands here twice; first in line 1",
            "3:4: '!t' is a tag, which scenarios do not have",
        ]));
    }

    [Test]
    public void Every_trouble_has_a_mend()
    {
        var list = new DiagnosticList();

        YamlTree.Read(new ScenarioText("a.yaml", "a: [1, 2\nb: 3\n"), list);

        Assert.That(
            list.ToSorted()[0].Hint, Is.EqualTo("close it with ']'; the lines inside must be indented deeper than the key"));
    }

    private static List<string> Said(string text)
    {
        var list = new DiagnosticList();
        YamlTree.Read(new ScenarioText("a.yaml", text), list);
        return [.. list.ToSorted().Select(d => FormattableString.Invariant($"{d.Where.Line}:{d.Where.Column}: {d.Message}"))];
    }
}
