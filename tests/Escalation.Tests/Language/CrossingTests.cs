using Escalation.Engine;
using Escalation.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Escalation.Tests.Language;

internal sealed class CrossingTests
{
    private const double HorizonDays = 20;

    [FsCheck.NUnit.Property(MaxTest = 4000, Replay = "42,1")]
    public Property No_change_comes_before_the_one_that_is_found() =>
        Prop.ForAll(TreeMaker.Cases(draws: false, extremes: false, depth: 3), IsFirstChange);

    // Differences of decays, which interval arithmetic does not see through.
    [FsCheck.NUnit.Property(MaxTest = 2000, Replay = "42,1")]
    public Property No_change_of_levels_that_meet_is_missed() => Prop.ForAll(
        Gen.Elements(
            "fear > doubt", "fear - doubt >= iran.grievance", "fear * doubt < 1", "fear > 1 and doubt < 1",
            "fear > 1 or doubt > 2 and not iran.grievance < 0", "abs(fear - doubt) < 0.5", "fear ^ 2 > doubt + 1",
            "if(day > 3 d, fear, doubt) > 0.7", "min(fear, doubt) > 0.5", "step(fear, 0, 0.5, 1, 1.5, 0) == 1",
            "exp(-fear) * (1 + doubt) > 0.8", "fear > 0.5 and day > 2 d and day < 8 d", "fear != doubt",
                "(fear > 1) == (doubt > 1)").ToArbitrary(),
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        (text, key) => IsFirstChange(new TreeCase(TestScope.Tree(text), [], (ulong)key)));

    [TestCase(5, 0, 3, 1)]
    [TestCase(5, 0, 30, 4.999)]
    [TestCase(100, 0, 0.01, 1e-3)]
    [TestCase(2, 0.3, 30, 0.31)]
    [TestCase(1e6, -1, 60, 0)]
    public void A_decay_passes_a_threshold_at_the_day_of_its_closed_form(
        double start, double rest, double halfLifeDays, double threshold)
    {
        var path = new TestPath().Decaying("fear", start, rest, halfLifeDays).Constant("reach", threshold);
        var exact = halfLifeDays * Math.Log2((start - rest) / (threshold - rest));

        var search = Crossing.Next(TestScope.Tree("fear < reach"), present: false, path, 0, 10_000);

        Assert.That(search.Found, Is.True);
        Assert.That(search.Day, Is.EqualTo(exact).Within(1e-6));
        Assert.That(search.Day, Is.LessThan(10_000));
    }

    [TestCase("day == 3 d", 3)]
    [TestCase("day >= 3 d", 3)]
    [TestCase("day > 3 d", 3)]
    [TestCase("day / 1 d * 2 + 1 >= 7", 3)]
    [TestCase("not day < 3 d", 3)]
    [TestCase("day != 3 d and day > 3 d", 3)]
    [TestCase("step(day, 0, 3 d, 1)", 3)]
    [TestCase("if(day >= 3 d, 1, 0)", 3)]
    [TestCase("if(day >= 3 d, true, false)", 3)]
    [TestCase("day > 3 d or day > 4 d", 3)]
    [TestCase("day > 1 d and day > 3 d", 3)]
    [TestCase("iran.grievance <= 1", 4)]
    [TestCase("iran.grievance == 0", 5)]
    [TestCase("iran.grievance < 1 and day > 4.5 d", 4.5)]
    public void The_first_day_of_a_truth_is_found(string text, double day)
    {
        var path = new TestPath().Falling("iran.grievance", start: 5, rest: 0, perDay: 1);

        var search = Crossing.Next(TestScope.Tree(text, Quantity.Truth), present: false, path, 0, HorizonDays);

        Assert.That(search.Found, Is.True);
        Assert.That(search.Day, Is.EqualTo(day).Within(1e-6));
        Assert.That(Holds(TestScope.Tree(text, Quantity.Truth), path, search.Day), Is.True);
    }

    [Test]
    public void What_an_instant_held_back_comes_at_the_next()
    {
        // Halving 24 days hits day 3 itself.
        var search = Crossing.Next(TestScope.Tree("day != 3 d and day >= 3 d"), present: false, new TestPath(), 0, 24);

        Assert.That(search, Is.EqualTo(new CrossingSearch(Math.BitIncrement(3.0), Found: true)));
    }

    [Test]
    public void A_truth_that_holds_for_an_instant_ends_at_the_next()
    {
        var search = Crossing.Next(TestScope.Tree("day == 3 d"), present: true, new TestPath(), 3, HorizonDays);

        Assert.That(search, Is.EqualTo(new CrossingSearch(Math.BitIncrement(3.0), Found: true)));
    }

    [TestCase("fear <= 0.3")]
    [TestCase("fear == 0.3")]
    [TestCase("fear < 0.3")]
    [TestCase("not fear > 0.3")]
    [TestCase("doubt == 0")]
    [TestCase("doubt <= 0")]
    [TestCase("doubt * doubt <= 0")]
    [TestCase("fear - 0.3 < doubt * 0")]
    [TestCase("fear + doubt <= 0.3")]
    [TestCase("exp(-fear) > 0.7408182206817179 * 1.0000000001")]
    public void What_is_only_neared_is_never_reached(string text)
    {
        var path = new TestPath().Decaying("fear", 2, 0.3, 30).Decaying("doubt", 1, 0, 20);

        var search = Crossing.Next(TestScope.Tree(text), present: false, path, 0, 365);

        Assert.That(search, Is.EqualTo(new CrossingSearch(365, Found: false)));
        Assert.That(path.Questions, Is.LessThan(2000));
    }

    [Test]
    public void A_search_that_is_too_long_comes_forward_all_the_same()
    {
        // Two levels that stay a hair apart.
        var path = new TestPath().Decaying("fear", 2, 0, 1.5).Decaying("doubt", 2.0000001, 0, 1.5)
            .Decaying("iran.grievance", 1, 0, 40);
        var tree = TestScope.Tree("fear * iran.grievance > doubt * iran.grievance");
        var day = 0.0;
        for (var call = 0; call < 20; call++)
        {
            path = path.Constant("reach", call);
            var before = path.Questions;
            var search = Crossing.Next(tree, present: false, path, day, 365);

            Assert.That(search.Found, Is.False);
            Assert.That(search.Day, Is.GreaterThanOrEqualTo(day + Crossing.ResolutionDays));
            Assert.That(path.Questions - before, Is.LessThan(20_000));
            day = search.Day;
        }
    }

    [Test]
    public void A_truth_that_differs_from_the_present_changes_at_the_next_day_there_is()
    {
        var path = new TestPath().Constant("reach", 3);

        Assert.That(Crossing.Next(TestScope.Tree("reach > 1"), present: false, path, 5, 9),
            Is.EqualTo(new CrossingSearch(Math.BitIncrement(5.0), Found: true)));
        Assert.That(Crossing.Next(TestScope.Tree("reach > 1"), present: true, path, 5, 9),
            Is.EqualTo(new CrossingSearch(9, Found: false)));
        Assert.That(Crossing.Next(TestScope.Tree("reach > 1"), present: false, path, 5, 5),
            Is.EqualTo(new CrossingSearch(5, Found: false)));
    }

    [Test]
    public void A_branch_that_is_not_taken_cannot_fault()
    {
        var path = new TestPath().Decaying("fear", 2, 0, 5).Constant("reach", 0);

        var search = Crossing.Next(TestScope.Tree("reach != 0 and fear / reach < 1"), present: false, path, 0, 100);

        Assert.That(search, Is.EqualTo(new CrossingSearch(100, Found: false)));
    }

    [Test]
    public void A_truth_without_a_value_is_a_fault()
    {
        var path = new TestPath().Decaying("fear", 2, 0, 5).Constant("reach", 0);

        Assert.That(() => Crossing.Next(TestScope.Tree("fear / reach < 1"), present: false, path, 0, 100),
            Throws.TypeOf<FormulaFaultException>().With.Message.StartsWith("division by zero"));
    }

    [Test]
    public void A_certified_stretch_costs_one_look_and_no_memory()
    {
        var path = new TestPath().Decaying("fear", 2, 0, 60);
        var tree = TestScope.Tree("fear > 12 or (spiral and fear > 4)");
        Crossing.Next(tree, present: false, path, 0, 365);
        var (questions, before) = (path.Questions, GC.GetAllocatedBytesForCurrentThread());

        Crossing.Next(tree, present: false, path, 0, 366);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(path.Questions - questions, Is.LessThan(20));
    }

    [Test]
    public void A_search_that_finds_something_takes_no_memory()
    {
        var path = new TestPath().Decaying("fear", 2, 0, 60).Decaying("doubt", 1, 3, 20);
        var tree = TestScope.Tree("fear < 0.5 and doubt > 2 or fear == doubt");
        Crossing.Next(tree, present: false, path, 0, 365);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var search = Crossing.Next(tree, present: false, path, 0, 366);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(search.Found, Is.True);
        Assert.That(allocated, Is.Zero);
    }

    private static bool IsFirstChange(TreeCase @case)
    {
        var stream = new KeyedStream(@case.Luck);
        var path = TestPath.Random(ref stream);
        var truth = @case.Tree.Quantity == Quantity.Truth ? @case.Tree
            : new BinaryNode(BinaryOperator.Less, @case.Tree,
                new ConstantNode((stream.NextUniform() * 4) - 2, @case.Tree.Quantity), Quantity.Truth);
        var from = stream.NextUniform() * 5;
        try
        {
            var present = Holds(truth, path, from);
            var search = Crossing.Next(truth, present, path, from, HorizonDays);
            for (var call = 0; call < 5 && !search.Found && search.Day < HorizonDays; call++)
            {
                var next = Crossing.Next(truth, present, path, search.Day, HorizonDays);
                if (next.Day < search.Day + Crossing.ResolutionDays && !next.Found)
                {
                    return false;
                }

                search = next;
            }

            return (!search.Found || Holds(truth, path, search.Day) != present)
                && IsUnchanged(
                    truth, path, present, from, search.Found ? search.Day - Crossing.ResolutionDays : search.Day, ref stream);
        }
        catch (FormulaFaultException)
        {
            return true;
        }
    }

    // A grid, and random days, the last of them close to the end.
    private static bool IsUnchanged(Node truth, TestPath path, bool present, double from, double to, ref KeyedStream stream)
    {
        for (var day = from + 1e-9; day < to; day += 0.05)
        {
            if (Holds(truth, path, day) != present)
            {
                return false;
            }
        }

        for (var width = to - from; width > 1e-7; width /= 4)
        {
            if (Holds(truth, path, to - (width * stream.NextUniform())) != present)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(Node truth, TestPath path, double day)
    {
        var stream = default(KeyedStream);
        return Interpreter.Evaluate(truth, new PathReadings(path, day), ref stream) != 0;
    }
}
