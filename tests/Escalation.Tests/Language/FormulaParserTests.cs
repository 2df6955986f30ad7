using Escalation.Language;

namespace Escalation.Tests.Language;

internal sealed class FormulaParserTests
{
    // Names keep their form; constants would be folded.
    [TestCase("fear + doubt * reach", "(fear + (doubt * reach))")]
    [TestCase("(fear + doubt) * reach", "((fear + doubt) * reach)")]
    [TestCase("fear - doubt - reach", "((fear - doubt) - reach)")]
    [TestCase("fear / doubt / reach", "((fear / doubt) / reach)")]
    [TestCase("fear - doubt + reach", "((fear - doubt) + reach)")]
    [TestCase("fear ^ doubt ^ reach", "(fear ^ (doubt ^ reach))")]
    [TestCase("-fear ^ doubt", "-(fear ^ doubt)")]
    [TestCase("fear ^ -doubt", "(fear ^ -doubt)")]
    [TestCase("fear ^ -doubt ^ reach", "(fear ^ -(doubt ^ reach))")]
    [TestCase("-fear * doubt", "(-fear * doubt)")]
    [TestCase("fear * -doubt", "(fear * -doubt)")]
    [TestCase("fear * doubt ^ reach", "(fear * (doubt ^ reach))")]
    [TestCase("fear - -doubt", "(fear - -doubt)")]
    [TestCase("+fear", "fear")]
    [TestCase("0.25 * fear per h", "((0.25 * fear) * 24/d)")]
    [TestCase("(fear + doubt) per h", "((fear + doubt) * 24/d)")]
    [TestCase("fear / 2 per h", "((fear / 2) * 24/d)")]
    [TestCase("-fear per h", "(-fear * 24/d)")]
    [TestCase("fear per d + doubt per d", "((fear * 1/d) + (doubt * 1/d))")]
    [TestCase("fear per d * doubt", "((fear * 1/d) * doubt)")]
    [TestCase("reach * fear per h * doubt", "(((reach * fear) * 24/d) * doubt)")]
    [TestCase("fear per d * 3 d", "((fear * 1/d) * 3d)")]
    [TestCase("fear per d > tempo", "((fear * 1/d) > tempo)")]
    [TestCase("fear < doubt + 1", "(fear < (doubt + 1))")]
    [TestCase("not fear < doubt", "not (fear < doubt)")]
    [TestCase("not fear < doubt and spiral", "(not (fear < doubt) and spiral)")]
    [TestCase("fear > 1 and doubt > 1 or spiral", "(((fear > 1) and (doubt > 1)) or spiral)")]
    [TestCase("spiral or fear > 1 and doubt > 1", "(spiral or ((fear > 1) and (doubt > 1)))")]
    [TestCase("fear > 1 and not spiral", "((fear > 1) and not spiral)")]
    [TestCase("war is raging and fear > 1", "((war == 1) and (fear > 1))")]
    [TestCase("not war is quiet", "not (war == 0)")]
    [TestCase("not (war is quiet)", "not (war == 0)")]
    [TestCase("fear and doubt", "((fear != 0) and (doubt != 0))")]
    [TestCase("if(event.deaths, iran.grievance, event.actor.fear)", "if((event.deaths != 0), iran.grievance, event.actor.fear)")]
    [TestCase("min(fear)", "min(fear)")]
    [TestCase("max(fear,doubt , reach)", "max(fear, doubt, reach)")]
    [TestCase("step(day, fear, 2 d, doubt, 1 w, reach)", "step(day, fear, 2d, doubt, 7d, reach)")]
    [TestCase("1 / pause", "(1 / pause)")]
    [TestCase("1 d + exponential(mean=2 d)", "(1d + exponential(mean=2d))")]
    [TestCase("bernoulli(reach)", "bernoulli(p=reach)")]
    [TestCase("bernoulli(p=reach)", "bernoulli(p=reach)")]
    [TestCase("lognormal(spread=2, median=6 h)", "lognormal(median=0.25d, spread=2)")]
    [TestCase("choice(0=0.1, 1=fear, -2.5=3)", "choice(0=0.1, 1=fear, -2.5=3)")]
    [TestCase(" \t fear\n+ doubt ", "(fear + doubt)")]
    public void Operators_bind_as_the_table_of_the_language_says(string text, string tree) =>
        Assert.That(TreeText.Of(TestScope.Tree(text)), Is.EqualTo(tree));

    [TestCase("3", 3, Quantity.Number)]
    [TestCase("0.25", 0.25, Quantity.Number)]
    [TestCase(".5", 0.5, Quantity.Number)]
    [TestCase("5.", 5, Quantity.Number)]
    [TestCase("1e-3", 0.001, Quantity.Number)]
    [TestCase("2E+2", 200, Quantity.Number)]
    [TestCase("90 min", 0.0625, Quantity.Duration)]
    [TestCase("6 h", 0.25, Quantity.Duration)]
    [TestCase("6h", 0.25, Quantity.Duration)]
    [TestCase("2 d", 2, Quantity.Duration)]
    [TestCase("3 w", 21, Quantity.Duration)]
    [TestCase("1e1 d", 10, Quantity.Duration)]
    [TestCase("0.1 per d", 0.1, Quantity.Rate)]
    [TestCase("0.5 per h", 12, Quantity.Rate)]
    [TestCase("1 per min", 1440, Quantity.Rate)]
    [TestCase("7 per w", 1, Quantity.Rate)]
    [TestCase("0 per d", 0, Quantity.Rate)]
    [TestCase("1 / 200 d", 0.005, Quantity.Rate)]
    [TestCase("1 / 0.5 per d", 2, Quantity.Rate)]
    [TestCase("1 / (0.5 per d)", 2, Quantity.Duration)]
    [TestCase("-2^2", -4, Quantity.Number)]
    [TestCase("(-2)^2", 4, Quantity.Number)]
    [TestCase("2^3^2", 512, Quantity.Number)]
    [TestCase("2^-1", 0.5, Quantity.Number)]
    [TestCase("10 - 2 - 3", 5, Quantity.Number)]
    [TestCase("min(3, 1, 2)", 1, Quantity.Number)]
    [TestCase("2 * min(3, 5)", 6, Quantity.Number)]
    [TestCase("clip(7, 0, 5)", 5, Quantity.Number)]
    [TestCase("step(2, 10, 2, 20, 3, 30)", 20, Quantity.Number)]
    [TestCase("step(1.9, 10, 2, 20, 3, 30)", 10, Quantity.Number)]
    [TestCase("if(2, 3 d, 4 d)", 3, Quantity.Duration)]
    [TestCase("abs(-3 d)", 3, Quantity.Duration)]
    [TestCase("sqrt(16)", 4, Quantity.Number)]
    [TestCase("1 < 2", 1, Quantity.Truth)]
    [TestCase("not 3", 0, Quantity.Truth)]
    [TestCase("true", 1, Quantity.Truth)]
    [TestCase("false or 0", 0, Quantity.Truth)]
    [TestCase("3 d > 71 h", 1, Quantity.Truth)]
    public void Constants_are_folded_and_have_their_type(string text, double value, Quantity quantity) =>
        Assert.That(TestScope.Tree(text), Is.EqualTo(new ConstantNode(value, quantity)));

    [Test]
    public void A_unit_before_a_bracket_is_the_function()
    {
        var problem = TestScope.Read("90 min(3)").Problems.Single();

        Assert.That(problem.Message, Is.EqualTo("an operator is missing between '90' and 'min'"));
    }

    [Test]
    public void A_row_of_operators_may_be_400_deep_and_no_deeper()
    {
        var longest = string.Join('+', Enumerable.Repeat("9", 400));

        Assert.That(TestScope.Tree(longest), Is.EqualTo(new ConstantNode(9 * 400, Quantity.Number)));
        Assert.That(TestScope.Read(longest + "+9").Problems.Single().Message,
            Is.EqualTo("more than 400 operators stand in a row"));
        Assert.That(TestScope.Tree($"({longest[..^4]})+({longest[..^4]})"),
            Is.EqualTo(new ConstantNode(9 * 796, Quantity.Number)));
    }

    [Test]
    public void Brackets_may_be_64_deep_and_no_deeper()
    {
        Assert.That(TestScope.Read(new string('(', 64) + "1" + new string(')', 64)).Problems, Is.Empty);
        Assert.That(TestScope.Read(new string('(', 65) + "1" + new string(')', 65)).Problems.Single(),
            Is.EqualTo(new Problem(64, 1, "brackets, signs and powers are nested more than 64 deep", null)));
    }

    [TestCase("-")]
    [TestCase("not ")]
    [TestCase("(")]
    [TestCase("abs(")]
    [TestCase("1^")]
    public void Nothing_nests_without_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 4096 / piece.Length));

        Assert.That(TestScope.Read(text).Problems.Single().Message, Does.Contain("64 deep"));
    }

    [Test]
    public void An_expression_longer_than_4096_characters_is_refused()
    {
        Assert.That(TestScope.Read(new string(' ', 4095) + "1").Problems, Is.Empty);
        Assert.That(TestScope.Read(new string(' ', 4096) + "1").Problems.Single().Message,
            Is.EqualTo("an expression has at most 4096 characters, and this one has 4097"));
    }
}
