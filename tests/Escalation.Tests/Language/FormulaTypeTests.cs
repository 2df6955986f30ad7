using Escalation.Language;

namespace Escalation.Tests.Language;

internal sealed class FormulaTypeTests
{
    [TestCase("fear + reach", Quantity.Number)]
    [TestCase("pause + 2 d", Quantity.Duration)]
    [TestCase("tempo - 0 per d", Quantity.Rate)]
    [TestCase("fear * pause", Quantity.Duration)]
    [TestCase("pause * fear", Quantity.Duration)]
    [TestCase("fear * tempo", Quantity.Rate)]
    [TestCase("tempo * pause", Quantity.Number)]
    [TestCase("pause * tempo", Quantity.Number)]
    [TestCase("fear / pause", Quantity.Rate)]
    [TestCase("fear / tempo", Quantity.Duration)]
    [TestCase("pause / pause", Quantity.Number)]
    [TestCase("tempo / tempo", Quantity.Number)]
    [TestCase("pause / fear", Quantity.Duration)]
    [TestCase("tempo / fear", Quantity.Rate)]
    [TestCase("-tempo", Quantity.Rate)]
    [TestCase("fear per w", Quantity.Rate)]
    [TestCase("fear ^ reach", Quantity.Number)]
    [TestCase("pause > 3 d", Quantity.Truth)]
    [TestCase("spiral == (fear > 1)", Quantity.Truth)]
    [TestCase("not fear", Quantity.Truth)]
    [TestCase("fear and spiral", Quantity.Truth)]
    [TestCase("war is quiet", Quantity.Truth)]
    [TestCase("min(pause, day)", Quantity.Duration)]
    [TestCase("clip(tempo, 0 per d, 1 per d)", Quantity.Rate)]
    [TestCase("abs(pause)", Quantity.Duration)]
    [TestCase("exp(fear)", Quantity.Number)]
    [TestCase("if(spiral, pause, 2 d)", Quantity.Duration)]
    [TestCase("if(fear, spiral, fear > 1)", Quantity.Truth)]
    [TestCase("step(day, fear, 2 d, 3)", Quantity.Number)]
    [TestCase("step(fear, tempo, 2, 3 per d)", Quantity.Rate)]
    [TestCase("step(fear, spiral, 2, not spiral)", Quantity.Truth)]
    [TestCase("gamma(mean=pause, shape=2)", Quantity.Duration)]
    [TestCase("gamma(mean=tempo, shape=2)", Quantity.Rate)]
    [TestCase("uniform(low=pause, high=2 w)", Quantity.Duration)]
    [TestCase("normal(mean=tempo, sd=0.1 per d)", Quantity.Rate)]
    [TestCase("beta(a=2, b=3)", Quantity.Number)]
    [TestCase("bernoulli(fear)", Quantity.Number)]
    [TestCase("poisson(mean=tempo * pause)", Quantity.Number)]
    [TestCase("choice(1 d=1, 2 d=fear)", Quantity.Duration)]
    public void An_expression_has_the_type_of_its_parts(string text, Quantity quantity) =>
        Assert.That(TestScope.Tree(text).Quantity, Is.EqualTo(quantity));

    // The mark ^ shows what the problem points to.
    [TestCase("fear + pause", "^^^^^^^^^^^^", "'+' cannot join a number and a duration", "write 'fear * 1 d'")]
    [TestCase("pause - 2", "^^^^^^^^^", "'-' cannot join a duration and a number", "write '2 d'")]
    [TestCase("2 + tempo", "^^^^^^^^^", "'+' cannot join a number and a rate", "write '2 per d'")]
    [TestCase("fear * doubt + tempo", "^^^^^^^^^^^^^^^^^^^^", "'+' cannot join a number and a rate",
        "write 'fear * doubt per d'")]
    [TestCase("fear + doubt > tempo", "^^^^^^^^^^^^^^^^^^^^", "'>' compares a number with a rate",
        "write '(fear + doubt) per d'")]
    [TestCase("pause + tempo", "^^^^^^^^^^^^^", "'+' cannot join a duration and a rate",
        "the mean time between events of a rate is '1 / rate'")]
    [TestCase("tempo > 0", "^^^^^^^^^", "'>' compares a rate with a number", "write '0 per d'")]
    [TestCase("day == 3", "^^^^^^^^", "'==' compares a duration with a number", "write '3 d'")]
    [TestCase("pause * pause", "^^^^^^^^^^^^^", "'*' cannot join a duration and a duration",
        "number / duration = rate, number / rate = duration, rate * duration = number, like / like = number")]
    [TestCase("pause / tempo", "^^^^^^^^^^^^^", "'/' cannot join a duration and a rate",
        "number / duration = rate, number / rate = duration, rate * duration = number, like / like = number")]
    [TestCase("tempo * tempo", "^^^^^^^^^^^^^", "'*' cannot join a rate and a rate",
        "number / duration = rate, number / rate = duration, rate * duration = number, like / like = number")]
    [TestCase("pause ^ 2", "^^^^^^^^^", "'^' cannot join a duration and a number", "write 'pause / 1 d' for a plain number")]
    [TestCase("2 ^ tempo", "^^^^^^^^^", "'^' cannot join a number and a rate", "write 'tempo * 1 d' for a plain number")]
    [TestCase("spiral + 1", "^^^^^^", "'+' takes numbers, and this is a truth", "write 'if(spiral, 1, 0)'")]
    [TestCase("2 * (fear > 1)", "    ^^^^^^^^^^", "'*' takes numbers, and this is a truth", "write 'if((fear > 1), 1, 0)'")]
    [TestCase("-spiral", " ^^^^^^", "'-' takes numbers, and this is a truth", "write 'if(spiral, 1, 0)'")]
    [TestCase("spiral per d", "^^^^^^", "'per' takes numbers, and this is a truth", "write 'if(spiral, 1, 0)'")]
    [TestCase("pause per d", "^^^^^^^^^^^", "'per' takes a number, and this is a duration",
        "write 'pause / 1 d' for a plain number")]
    [TestCase("tempo per d", "^^^^^^^^^^^", "'per' takes a number, and this is a rate already", "write 'tempo'")]
    [TestCase("spiral == 1", "^^^^^^^^^^^", "'==' compares a truth with a number",
        "a truth stands by itself: write 'spiral' or 'not (spiral)'")]
    [TestCase("spiral < (fear > 1)", "^^^^^^^^^^^^^^^^^^^", "truths have no order for '<'",
        "join them with 'and', 'or' and 'not'")]
    [TestCase("not pause", "    ^^^^^", "a truth is expected here, and this is a duration", "compare it: 'pause > 0 d'")]
    [TestCase("tempo and spiral", "^^^^^", "a truth is expected here, and this is a rate", "compare it: 'tempo > 0 per d'")]
    [TestCase("if(day, 1, 2)", "   ^^^", "a truth is expected here, and this is a duration", "compare it: 'day > 0 d'")]
    [TestCase("if(spiral, pause, 2)", "                  ^", "'if' takes values of one type: a duration stands beside a number",
        "write '2 d'")]
    [TestCase("if(spiral, spiral, fear)", "                   ^^^^",
        "'if' takes values of one type: a truth stands beside a number", "compare the number: 'fear != 0'")]
    [TestCase("min(fear, pause)", "          ^^^^^", "'min' takes values of one type: a number stands beside a duration",
        "write 'fear * 1 d'")]
    [TestCase("max(fear, spiral)", "          ^^^^^^", "'max' takes numbers, and this is a truth", "write 'if(spiral, 1, 0)'")]
    [TestCase("step(day, 1, 2, 3)", "             ^", "'step' takes values of one type: a duration stands beside a number",
        "write '2 d'")]
    [TestCase("step(fear, 1, 2, pause)", "                 ^^^^^",
        "'step' takes values of one type: a number stands beside a duration", "write '1 d'")]
    [TestCase("exp(pause)", "    ^^^^^", "'exp' takes a number, and this is a duration",
        "write 'pause / 1 d' for a plain number")]
    [TestCase("log(tempo)", "    ^^^^^", "'log' takes a number, and this is a rate", "write 'tempo * 1 d' for a plain number")]
    [TestCase("sqrt(spiral)", "     ^^^^^^", "'sqrt' takes numbers, and this is a truth", "write 'if(spiral, 1, 0)'")]
    [TestCase("abs()", "^^^^^", "'abs' is written 'abs(x)', but 0 arguments were given", null)]
    [TestCase("clip(fear, 1)", "^^^^^^^^^^^^^", "'clip' is written 'clip(x, low, high)', but 2 arguments were given", null)]
    [TestCase("step(fear, 1, 2)", "^^^^^^^^^^^^^^^^", "'step' is written 'step(x, y0, x1, y1, …)', but 3 arguments were given",
        null)]
    [TestCase("if(fear)", "^^^^^^^^", "'if' is written 'if(truth, a, b)', but 1 argument was given", null)]
    [TestCase("clip(fear, 2, 1)", "           ^^^^", "the lower end of clip is above the upper one",
        "write 'clip(x, low, high)'")]
    [TestCase("step(fear, 1, 2, 3, 2, 4)", "                    ^", "the steps of step ascend, but 2 stands after 2",
        "write 'step(x, y0, x1, y1, …)' with x1 < x2 < …")]
    [TestCase("min(a=1)", "    ^", "the arguments of 'min' have no names", "write 'min(a, b, …)'; '==' compares")]
    public void What_does_not_go_together_is_a_problem_with_a_mend(string text, string mark, string message, string? hint)
    {
        var problem = TestScope.Read(text).Problems.Single();

        Assert.That(problem,
            Is.EqualTo(new Problem(mark.IndexOf('^', StringComparison.Ordinal), mark.Trim().Length, message, hint)));
    }

    [TestCase("2", Quantity.Duration, "a delay is a duration, and this is a number", "write '2 d'")]
    [TestCase("0", Quantity.Duration, "a delay is a duration, and this is a number", "write '0 d'")]
    [TestCase("0", Quantity.Rate, "a delay is a rate, and this is a number", "write '0 per d'")]
    [TestCase("2 * fear", Quantity.Rate, "a delay is a rate, and this is a number", "write '2 * fear per d'")]
    [TestCase("fear + 1", Quantity.Duration, "a delay is a duration, and this is a number", "write '(fear + 1) * 1 d'")]
    [TestCase("pause", Quantity.Rate, "a delay is a rate, and this is a duration", "once in that time is '1 / pause'")]
    [TestCase("tempo", Quantity.Duration, "a delay is a duration, and this is a rate",
        "the mean time between events of a rate is '1 / tempo'")]
    [TestCase("pause", Quantity.Number, "a delay is a number, and this is a duration", "write 'pause / 1 d' for a plain number")]
    [TestCase("spiral", Quantity.Number, "a delay is a number, and this is a truth", "write 'if(spiral, 1, 0)'")]
    [TestCase("pause", Quantity.Truth, "a delay is a truth, and this is a duration", "compare it: 'pause > 0 d'")]
    public void A_place_says_which_type_it_wants(string text, Quantity expected, string message, string hint)
    {
        var problem = TestScope.Read(text, expected, noun: "a delay").Problems.Single();

        Assert.That(problem, Is.EqualTo(new Problem(0, text.Length, message, hint)));
    }

    [Test]
    public void A_number_is_a_truth_where_one_is_expected() =>
        Assert.That(TreeText.Of(TestScope.Tree("fear", Quantity.Truth)), Is.EqualTo("(fear != 0)"));

    [TestCase("feer + doupt", 0, 7)]
    [TestCase("min(feer, 2) * (1 + doupt)", 4, 20)]
    [TestCase("if(feer > 1, 2, doupt)", 3, 16)]
    [TestCase("(war is loud) and doupt", 1, 18)]
    public void All_unknown_names_are_found_in_one_pass(string text, params int[] starts) =>
        Assert.That(TestScope.Read(text).Problems.Select(problem => problem.Start), Is.EqualTo(starts));

    [TestCase("feer", "unknown name 'feer'", "did you mean 'fear'?")]
    [TestCase("iran.grievence", "unknown name 'iran.grievence'", "did you mean 'iran.grievance'?")]
    [TestCase("zzz", "unknown name 'zzz'", null)]
    [TestCase("max + 1", "unknown name 'max'", "'max' is a function: write 'max(a, b, …)'")]
    [TestCase("poisson", "unknown name 'poisson'", "'poisson' is a distribution: write 'poisson(mean=)'")]
    [TestCase("d", "unknown name 'd'", "'d' is a unit and follows a number: '1 d'")]
    [TestCase("war is loud", "'war' has no state 'loud'", "states are quiet, raging")]
    [TestCase("sqr(fear)", "unknown function 'sqr'", "did you mean 'sqrt'?")]
    [TestCase("poison(mean=2)", "unknown function 'poison'", "did you mean 'poisson'?")]
    [TestCase("sin(fear)", "unknown function 'sin'", "did you mean 'min'?")]
    [TestCase("tangent(fear)", "unknown function 'tangent'", "functions are min, max, abs, exp, log, sqrt, clip, if, step")]
    [TestCase("fear(2)", "'fear' is not a function", "write 'fear * ('")]
    public void An_unknown_name_comes_with_the_nearest_one(string text, string message, string? hint)
    {
        var problem = TestScope.Read(text, allowsDraws: true).Problems.Single();

        Assert.That((problem.Message, problem.Hint), Is.EqualTo((message, hint)));
    }

    [Test]
    public void Constants_without_a_value_are_problems_where_they_stand()
    {
        (string Text, int Start, int Length, string Message)[] cases =
        [
            ("fear + 1 / 0", 7, 5, "division by zero: 1 / 0"),
            ("fear * (1 d / 0 per d)", 8, 7, "division by zero: 1 d / 0"),
            ("log(0)", 0, 6, "log(0) is minus infinite"),
            ("1 + sqrt(-1)", 4, 8, "sqrt(-1) is not a number"),
            ("exp(1000)", 0, 9, "exp(1000) is infinite"),
            ("(-8) ^ 0.5", 0, 10, "-8 ^ 0.5 is not a number"),
            ("1e200 * 1e200", 0, 13, "1E+200 * 1E+200 is infinite"),
            ("if(0, 1 / 0, fear)", 6, 5, "division by zero: 1 / 0"),
            ("1e999", 0, 5, "this number is too large"),
            ("1e308 w", 0, 7, "this number is too large"),
        ];
        foreach (var (text, start, length, message) in cases)
        {
            Assert.That(TestScope.Read(text).Problems[0], Is.EqualTo(new Problem(start, length, message, null)), text);
        }
    }
}
