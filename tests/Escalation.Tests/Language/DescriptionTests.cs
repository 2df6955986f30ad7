using System.Linq.Expressions;
using Escalation.Engine;
using Escalation.Language;

namespace Escalation.Tests.Language;

internal sealed class DescriptionTests
{
    [Test]
    public void Functions_stand_in_the_order_of_their_enumeration() =>
        Assert.That(Functions.All.Select(description => description.Function), Is.EqualTo(Enum.GetValues<Function>()));

    [TestCaseSource(typeof(Functions), nameof(Functions.All))]
    public void A_function_is_found_by_its_name(FunctionDescription description)
    {
        Assert.That(Functions.Find(description.Name), Is.SameAs(description));
        Assert.That(Functions.Of(description.Function), Is.SameAs(description));
        Assert.That(description.Signature, Does.StartWith(description.Name + "("));
    }

    [Test]
    public void No_two_functions_and_distributions_share_a_name() => Assert.That(
        Functions.All.Select(function => function.Name).Concat(Distributions.All.Select(distribution => distribution.Name)),
            Is.Unique);

    [TestCase("us_respons", "us_response")]
    [TestCase("fer", "fear")]
    [TestCase("mni", "min")]
    [TestCase("FEAR", "fear")]
    [TestCase("grievence", "grievance")]
    [TestCase("x", null)]
    [TestCase("ab", null)]
    [TestCase("feeling", null)]
    public void The_nearest_name_differs_in_a_third_of_its_letters_at_most(string name, string? nearest) => Assert.That(
        Suggestions.Nearest(name, ["min", "fear", "fears", "us_response", "us_response_deadly", "grievance"]),
            Is.EqualTo(nearest));

    [TestCase("", "abc", 3)]
    [TestCase("kitten", "sitting", 3)]
    [TestCase("abcd", "acbd", 1)]
    [TestCase("ab", "ba", 1)]
    [TestCase("same", "same", 0)]
    public void A_swap_of_neighbours_is_one_difference(string left, string right, int distance)
    {
        Assert.That(Suggestions.Distance(left, right), Is.EqualTo(distance));
        Assert.That(Suggestions.Distance(right, left), Is.EqualTo(distance));
    }

    [Test]
    public void A_walk_meets_nodes_in_the_order_of_the_text()
    {
        var tree = TestScope.Tree("if(fear > 1, doubt + fear, poisson(mean=reach)) * -attacks");

        Assert.That(Walk.Nodes(tree).Count(), Is.EqualTo(12));
        Assert.That(Walk.Nodes(tree).First(), Is.SameAs(tree));
        Assert.That(Walk.Variables(tree).Select(variable => TestScope.All.Single(entry => entry.Variable == variable).Name),
            Is.EqualTo(new[] { "fear", "doubt", "reach", "attacks" }));
        Assert.That(Walk.Draws(tree), Is.True);
        Assert.That(Walk.Draws(TestScope.Tree("fear")), Is.False);
    }

    [Test]
    public void Folding_gives_back_the_same_object_where_nothing_is_known()
    {
        var tree = TestScope.Tree("if(fear > 1, doubt + fear, poisson(mean=reach)) * -attacks");

        Assert.That(Folding.Fold(tree, _ => null), Is.SameAs(tree));
    }

    [TestCase("if(reach > 1, fear, doubt)", "fear")]
    [TestCase("reach > 1 and fear > 1", "(fear > 1)")]
    [TestCase("fear > 1 and reach > 1", "(fear > 1)")]
    [TestCase("reach < 1 and fear > 1", "0?")]
    [TestCase("fear > 1 and reach < 1", "((fear > 1) and 0?)")]
    [TestCase("reach < 1 or fear > 1", "(fear > 1)")]
    [TestCase("reach > 1 or fear > 1", "1?")]
    [TestCase("fear * doubt * (reach - 1)", "(fear * doubt)")]
    [TestCase("(reach - 1) * exp(fear)", "exp(fear)")]
    [TestCase("fear * (reach - 1)", "(fear * 1)")]
    [TestCase("fear + reach - 2", "((fear + 2) - 2)")]
    [TestCase("1 / (reach - 2) * fear", "((1 / 0) * fear)")]
    [TestCase("step(reach, fear, 1, doubt, 3, 1 / 2)", "doubt")]
    [TestCase("poisson(mean=reach)", "poisson(mean=2)")]
    [TestCase("bernoulli(reach - 2)", "bernoulli(p=0)")]
    public void What_is_known_is_folded_away_where_that_keeps_the_bits(string text, string folded) => Assert.That(
        TreeText.Of(Folding.Fold(TestScope.Tree(text), variable => variable.Kind == VariableKind.Parameter ? 2 : null)),
            Is.EqualTo(folded));

    // A thread may have no more than 1 MiB of stack.
    [Test]
    public void The_longest_sum_fits_on_a_small_stack()
    {
        const int Terms = 400;
        double[] sums = [];
        var small = new Thread(() => sums = [.. SumsOf(Terms)], maxStackSize: 1 << 20);
        small.Start();
        small.Join();

        Assert.That(sums, Is.EqualTo(Enumerable.Repeat(2.0 * Terms, 6)));
    }

    [Test]
    public void A_compiled_expression_takes_no_memory()
    {
        var code = FormulaCompiler.Compile<TestContext>(
            TestScope.Tree("if(bernoulli(0.5), lognormal(median=fear, spread=2), choice(1=doubt, 2=fear)) + step(fear, 1, 2, 3)"),
            new TestEmitter());
        var context = new TestContext { Values = [.. TestScope.All.Select(_ => 2.0)], Stream = new KeyedStream(3) };
        code(context);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 1000; call++)
        {
            code(context);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    [SetCulture("de-DE")]
    public void Numbers_are_read_and_written_alike_everywhere()
    {
        Assert.That(TestScope.Tree("1.5 d"), Is.EqualTo(new ConstantNode(1.5, Quantity.Duration)));
        Assert.That(TestScope.Read("log(-1.5)").Problems.Single().Message, Is.EqualTo("log(-1.5) is not a number"));
        Assert.That(TestScope.Read("bernoulli(1.5)", allowsDraws: true).Problems.Single().Message, Does.EndWith("but is 1.5"));
    }

    // The expressions of the worked example of the language, as written there.
    [TestCase("base_tempo * if(gaza_war is raging, surge, 1) * exp(-deterrence * (fear - 0.3)) * (1 + doubt)", Quantity.Rate)]
    [TestCase("base_tempo * if(understanding is holds, 0.1, 1)", Quantity.Rate)]
    [TestCase("1 / 200 d", Quantity.Rate)]
    [TestCase("iran_order_rate * (1 + grievance)", Quantity.Rate)]
    [TestCase("if(event.hit, negative_binomial(mean=lethality * us.exposure / 3400, shape=0.1), 0)", Quantity.Number)]
    [TestCase("bernoulli(min(1, 0.05 * event.severity ^ 2))", Quantity.Number)]
    [TestCase("lognormal(median=3 h, spread=2)", Quantity.Duration)]
    [TestCase("gamma(mean=0.026 per d, shape=40)", Quantity.Rate)]
    [TestCase("pressure > 12 or (gloves is shed and pressure > 4)", Quantity.Truth)]
    [TestCase("if(event.deaths > 0, 0.8, 0.15) * (1 - 0.7 * back_channel)", Quantity.Number)]
    [TestCase("us_direct >= 1 and iran_direct >= 1", Quantity.Truth)]
    [TestCase("attacks_month == 0 and gaza_war is quiet", Quantity.Truth)]
    public void The_worked_example_reads(string text, Quantity quantity)
    {
        var reading = FormulaReader.Read(text, new FormulaSite(new AnyScope(), quantity, AllowsDraws: true, "an example"));

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Root!.Quantity, Is.EqualTo(quantity));
    }

    private static IEnumerable<double> SumsOf(int terms)
    {
        var tree = FormulaReader.Read(
            string.Join('+', Enumerable.Repeat("a", terms)), new FormulaSite(new AnyScope(), null, AllowsDraws: false, "a sum"))
                .Root!;
        var stream = default(KeyedStream);
        yield return Interpreter.Evaluate(tree, new Two(), ref stream);
        yield return Intervals.Evaluate(tree, _ => Bounds.Point(2)).High;
        yield return Intervals.Motion(tree, new Two(), 0, 1).Value.High;
        yield return ((ConstantNode)Folding.Fold(tree, _ => 2)).Value;
        yield return FormulaCompiler.Compile<object>(tree, new Two())(tree);
        yield return Walk.Nodes(tree).Count(node => node is VariableNode) * 2;
    }

    /// <summary>Everything is 2.</summary>
    private sealed class Two : IReadings, IPath, IVariableEmitter
    {
        public Expression Stream => throw new NotSupportedException("Nothing is drawn.");

        public ParameterExpression Context { get; } = Expression.Parameter(typeof(object));

        public double Read(Variable variable) => 2;

        Expression IVariableEmitter.Read(Variable variable) => Expression.Constant(2.0);

        public bool Moves(Variable variable) => false;

        public double At(Variable variable, double day) => 2;

        public Motion Over(Variable variable, double fromDay, double toDay) => throw new NotSupportedException("Nothing moves.");
    }

    /// <summary>Knows every name: tempo and rate ones are rates.</summary>
    private sealed class AnyScope : IScope
    {
        public IEnumerable<string> Names => [];

        public Resolution Resolve(System.Collections.Immutable.ImmutableArray<string> path) => new(new VariableNode(
            new Variable(VariableKind.OwnLevel, path[^1].Length),
            path[^1].Contains("tempo", StringComparison.Ordinal) || path[^1].EndsWith("rate", StringComparison.Ordinal)
                ? Quantity.Rate : Quantity.Number));

        public Resolution ResolveIs(string condition, string state) => new(new BinaryNode(
            BinaryOperator.Equal, new VariableNode(new Variable(VariableKind.Condition, condition.Length), Quantity.Number),
            new ConstantNode(state.Length, Quantity.Number), Quantity.Truth));
    }
}
