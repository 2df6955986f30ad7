using Escalation.Loading;

namespace Escalation.Tests.Loading;

/// <summary>Editing changes what it must and nothing else.</summary>
internal sealed class ScenarioEditTests
{
    [TestCase("{value: 1, prior: \"uniform(0, 1)\"}  # flow", "{value: 7, prior: \"P\"}  # flow")]
    [TestCase("{prior: 'uniform(0, 1)', about: x}", "{prior: \"P\", about: x}")]
    [TestCase("{value: 1}", "{prior: \"P\", value: 7}")]
    [TestCase("{ value: 1 }", "{ prior: \"P\", value: 7 }")]
    [TestCase("0.5   # plain", "{value: 7, prior: \"P\"}   # plain")]
    [TestCase("\n    value: 1 # one\n    about: two\n", "\n    prior: \"P\"\n    value: 7 # one\n    about: two\n")]
    [TestCase("\n    prior: >\n      uniform(0,\n      1)\n    value: 1\n", "\n    prior: \"P\"\n    value: 7\n")]
    [TestCase("\n    # before\n    prior: \"uniform(0, 1)\" # after\n", "\n    # before\n    prior: \"P\" # after\n")]
    public void A_prior_and_a_value_are_replaced_where_they_stand(string before, string after)
    {
        const string Frame = "# first\n\nescalation: 1 # one\nuncertainties:\n  a: {value: 2}\n  x: BODY\n  z: 3\n";

        var edited = ScenarioEdit.WithPriors(
            new ScenarioText("a.yaml", Frame.Replace("BODY", before, StringComparison.Ordinal)),
            [new PriorEdit("x", "P", "7")],
            ["Told.", "Twice."]);

        Assert.That(edited, Is.EqualTo(Frame.Replace("BODY", after, StringComparison.Ordinal)
            .Replace("escalation: 1", "# Told.\n# Twice.\nescalation: 1", StringComparison.Ordinal)));
    }

    [Test]
    public void Line_ends_stay_what_they_are()
    {
        var edited = ScenarioEdit.WithPriors(
            new ScenarioText("a.yaml", "escalation: 1\r\nuncertainties:\r\n  x:\r\n    value: 1\r\n"),
            [new PriorEdit("x", "P", "7")],
            ["Told."]);

        Assert.That(
            edited,
            Is.EqualTo("# Told.\r\nescalation: 1\r\nuncertainties:\r\n  x:\r\n    prior: \"P\"\r\n    value: 7\r\n"));
    }

    [Test]
    public void A_name_that_is_not_there_is_refused() => Assert.That(
        () => ScenarioEdit.WithPriors(new ScenarioText("a.yaml", "escalation: 1\n"), [new PriorEdit("x", "P", "7")], []),
        Throws.ArgumentException);
}
