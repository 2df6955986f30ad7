using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Language;

namespace Escalation.Tests.Language;

internal sealed class FaultTests
{
    private static readonly ImmutableArray<double> Values =
        [.. TestScope.All.Select(entry => entry.Name switch
        {
            "first_death" => double.PositiveInfinity,
            "worst" => double.NegativeInfinity,
            "doubt" => -3,
            "fear" => 0,
            "pause" => 2,
            _ => 5,
        })];

    private const string Nothing = "arithmetic with nothing: a time that has not come, or the greatest or least of no events";

    [TestCase("reach / fear", "division by zero: 5 / 0")]
    [TestCase("reach / (pause - 2 d)", "division by zero: 5 / 0 d")]
    [TestCase("tempo / fear > 3 per d", "division by zero: 5 per d / 0")]
    [TestCase("1 / (1 / fear)", "division by zero: 1 / 0")]
    [TestCase("log(fear)", "log(0) is minus infinite")]
    [TestCase("exp(log(fear))", "log(0) is minus infinite")]
    [TestCase("sqrt(doubt)", "sqrt(-3) is not a number")]
    [TestCase("exp(reach * 1000)", "exp(5000) is infinite")]
    [TestCase("doubt ^ 0.5", "-3 ^ 0.5 is not a number")]
    [TestCase("fear ^ doubt", "0 ^ -3 is infinite")]
    [TestCase("reach ^ 1000 > 3", "5 ^ 1000 is infinite")]
    [TestCase("min(1 / fear, 3)", "division by zero: 1 / 0")]
    [TestCase("max(-1 / fear, 3)", "division by zero: -1 / 0")]
    [TestCase("clip(1 / fear, 0, 1)", "division by zero: 1 / 0")]
    [TestCase("not (1 / fear)", "division by zero: 1 / 0")]
    [TestCase("if(1 / fear > 2, 1, 2)", "division by zero: 1 / 0")]
    [TestCase("if(fear == 0, 1 / fear, worst)", "division by zero: 1 / 0")]
    [TestCase("step(1 / fear, 1, 2, 3)", "division by zero: 1 / 0")]
    [TestCase("step(fear, 1 / fear, 2, worst)", "division by zero: 1 / 0")]
    [TestCase("fear > 0 or 1 / fear > 0", "division by zero: 1 / 0")]
    [TestCase("clip(reach, 3, fear)", "the ends of clip are not in order: 3 is above 0")]
    [TestCase("step(reach, 1, attacks, 2, fear, 3)", "the steps of step do not ascend: 0 stands after 5")]
    [TestCase("worst + 1", Nothing)]
    [TestCase("1 / worst", Nothing)]
    [TestCase("-worst", Nothing)]
    [TestCase("exp(worst)", Nothing)]
    [TestCase("abs(worst)", Nothing)]
    [TestCase("worst ^ 2", Nothing)]
    [TestCase("worst ^ 0", Nothing)]
    [TestCase("0 ^ worst", Nothing)]
    [TestCase("reach ^ worst", Nothing)]
    [TestCase("first_death / 2 > 3 d", Nothing)]
    [TestCase("fear * worst", Nothing)]
    [TestCase("1 * worst", Nothing)]
    [TestCase("worst / 1", Nothing)]
    [TestCase("max(worst, 0 * worst)", Nothing)]
    public void A_value_that_is_none_is_a_fault_with_its_numbers(string text, string message)
    {
        var tree = TestScope.Tree(text);
        var code = FormulaCompiler.Compile<TestContext>(tree, new TestEmitter());

        Assert.That(() => Interpret(tree), Throws.TypeOf<FormulaFaultException>().With.Message.EqualTo(message));
        Assert.That(
            () => code(new TestContext { Values = [.. Values] }),
            Throws.TypeOf<FormulaFaultException>().With.Message.EqualTo(message));
    }

    [TestCase("exponential(mean=doubt)", "exponential(mean=-3) cannot be drawn: the mean must not be negative, but is -3")]
    [TestCase("exponential(mean=doubt * 1 d)",
        "exponential(mean=-3 d) cannot be drawn: the mean must not be negative, but is -3")]
    [TestCase("gamma(mean=2 d, shape=fear)", "gamma(mean=2 d, shape=0) cannot be drawn: the shape must be positive, but is 0")]
    [TestCase("exponential(mean=first_death)",
        "exponential(mean=infinity d) cannot be drawn: the mean must be finite, but is Infinity")]
    [TestCase("bernoulli(reach)", "bernoulli(p=5) cannot be drawn: the chance must be from 0 to 1, but is 5")]
    [TestCase("bernoulli(1 / fear)", "division by zero: 1 / 0")]
    [TestCase("choice(1=fear, 2=fear)", "choice(1=0, 2=0) cannot be drawn: all weights are 0")]
    [TestCase("choice(1=doubt, 2=5)",
        "choice(1=-3, 2=5) cannot be drawn: a weight must be a finite number, not negative, but is -3")]
    public void A_draw_that_cannot_be_made_is_a_fault_with_its_numbers(string text, string message)
    {
        var tree = TestScope.Tree(text);
        var code = FormulaCompiler.Compile<TestContext>(tree, new TestEmitter());

        Assert.That(() => Interpret(tree), Throws.TypeOf<FormulaFaultException>().With.Message.EqualTo(message));
        Assert.That(
            () => code(new TestContext { Values = [.. Values] }),
            Throws.TypeOf<FormulaFaultException>().With.Message.EqualTo(message));
    }

    [TestCase("worst", double.NegativeInfinity)]
    [TestCase("first_death", double.PositiveInfinity)]
    [TestCase("max(worst, reach)", 5)]
    [TestCase("min(worst, reach)", double.NegativeInfinity)]
    [TestCase("max(worst)", double.NegativeInfinity)]
    [TestCase("clip(worst, 0, 1)", 0)]
    [TestCase("clip(reach, worst, 9)", 5)]
    [TestCase("if(worst > 3, 1, worst)", double.NegativeInfinity)]
    [TestCase("if(reach > 3, 1 + 1, worst)", 2)]
    [TestCase("first_death > 3 d", 1)]
    [TestCase("first_death == first_death", 1)]
    [TestCase("worst < -1e300", 1)]
    [TestCase("worst and fear", 0)]
    [TestCase("step(worst, 1, 2, 3)", 1)]
    [TestCase("step(first_death, 1, 2 d, worst)", double.NegativeInfinity)]
    [TestCase("fear == 0 or 1 / fear > 0", 1)]
    [TestCase("fear != 0 and 1 / fear > 0", 0)]
    [TestCase("if(fear == 0, 7, 1 / fear)", 7)]
    [TestCase("step(fear, 4, 2, 1 / fear)", 4)]
    public void Nothing_is_compared_and_handed_on_without_fault(string text, double value)
    {
        var tree = TestScope.Tree(text);
        var code = FormulaCompiler.Compile<TestContext>(tree, new TestEmitter());

        Assert.That(Interpret(tree), Is.EqualTo(value));
        Assert.That(code(new TestContext { Values = [.. Values] }), Is.EqualTo(value));
    }

    [Test]
    public void A_value_that_rests_on_a_draw_faults_alike()
    {
        var tree = TestScope.Tree("1 / (bernoulli(0) * reach)");
        var code = FormulaCompiler.Compile<TestContext>(tree, new TestEmitter());

        Assert.That(() => Interpret(tree), Throws.TypeOf<FormulaFaultException>());
        Assert.That(() => code(new TestContext { Values = [.. Values] }), Throws.TypeOf<FormulaFaultException>());
    }

    private static double Interpret(Node tree)
    {
        var stream = default(KeyedStream);
        return Interpreter.Evaluate(tree, new TestReadings(Values), ref stream);
    }
}
