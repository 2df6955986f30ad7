using Escalation.Language;
using Escalation.Loading;

namespace Escalation.Tests.Loading;

internal sealed class DiagnosticTextTests
{
    [Test]
    public void An_error_shows_place_line_caret_and_mend()
    {
        var text = string.Concat(Enumerable.Repeat("#\n", 40)) + "    chance: us_respons * 0.9\n";
        var diagnostic = new Diagnostic(
            Severity.Error, new SourceSpan(41, 13, 10), "unknown lever 'us_respons'", "did you mean 'us_response'?");

        Assert.That(Render(diagnostic, text), Is.EqualTo(
            """
            scenarios/iraq.yaml:41:13: error: unknown lever 'us_respons'
               41 |     chance: us_respons * 0.9
                  |             ^^^^^^^^^^
               did you mean 'us_response'?
            """));
    }

    [Test]
    public void A_warning_without_a_mend_has_no_last_line()
    {
        var diagnostic = new Diagnostic(Severity.Warning, new SourceSpan(1, 1, 1), "odd", null);

        Assert.That(Render(diagnostic, "abc"), Is.EqualTo("scenarios/iraq.yaml:1:1: warning: odd\n    1 | abc\n      | ^"));
    }

    [Test]
    public void What_has_no_place_shows_no_line()
    {
        var diagnostic = new Diagnostic(Severity.Error, SourceSpan.None, "there is no such file", "look again");

        Assert.That(
            DiagnosticText.Render(diagnostic, "a.yaml", source: null),
            Is.EqualTo("a.yaml: error: there is no such file\n   look again"));
    }

    [Test]
    public void A_long_line_is_cut_around_the_caret()
    {
        var line = new string('a', 5000) + "HERE" + new string('b', 5000);
        var diagnostic = new Diagnostic(Severity.Error, new SourceSpan(1, 5001, 4), "m", null);

        var lines = Render(diagnostic, line).Split('\n');

        Assert.That(lines[1], Does.StartWith("    1 | …aaa").And.EndWith("bbb…"));
        Assert.That(lines[1].Length, Is.LessThan(130));
        Assert.That(lines[1].Substring(lines[2].IndexOf('^', StringComparison.Ordinal), 4), Is.EqualTo("HERE"));
    }

    // A terminal shows a wide character in two columns and a mark that combines in none.
    [TestCase("\ta: x", 5, 1, "      |     ^")]
    [TestCase("戦争: x", 5, 1, "      |       ^")]
    [TestCase("e\u0301: x", 5, 1, "      |    ^")]
    [TestCase("a: 戦争", 4, 2, "      |    ^^^^")]
    [TestCase("a: 🚀 b", 7, 1, "      |       ^")]
    public void The_caret_stands_below_what_it_means(string line, int column, int length, string expected)
    {
        var diagnostic = new Diagnostic(Severity.Error, new SourceSpan(1, column, length), "m", null);

        Assert.That(Render(diagnostic, line).Split('\n')[2], Is.EqualTo(expected));
    }

    [Test]
    public void What_a_terminal_would_obey_is_made_harmless()
    {
        var diagnostic = new Diagnostic(Severity.Error, new SourceSpan(1, 1, 1), "unknown '\u001b[31m'", "\u202Eabc");

        var rendered = Render(diagnostic, "a\u001b[2Jb");

        Assert.That(rendered.Any(c => char.IsControl(c) && c != '\n'), Is.False);
        Assert.That(rendered.Contains('\u202E', StringComparison.Ordinal), Is.False);
    }

    [TestCase(0, 1, 1)]
    [TestCase(9, 9, 9)]
    [TestCase(1, 999, 999)]
    [TestCase(1, 0, 0)]
    public void A_place_outside_the_text_is_no_accident(int line, int column, int length)
    {
        var diagnostic = new Diagnostic(Severity.Error, new SourceSpan(line, column, length), "m", null);

        Assert.That(Render(diagnostic, "abc"), Does.StartWith("scenarios/iraq.yaml"));
    }

    private static string Render(Diagnostic diagnostic, string text) =>
        DiagnosticText.Render(diagnostic, "scenarios/iraq.yaml", new ScenarioText("scenarios/iraq.yaml", text));
}
