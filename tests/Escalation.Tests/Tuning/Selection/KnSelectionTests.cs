using Escalation.Engine;
using Escalation.Tests.Experiments.Estimates;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Selection;

internal sealed class KnSelectionTests
{
    private static readonly KnOptions Options = new(0.05) { FirstReplications = 20, ErrorRate = 0.05 };

    [TestCase("ten")]
    [TestCase("slippage")]
    public void Constants_are_those_of_the_reference(string problem)
    {
        Assert.That(Options.Eta(10), Is.EqualTo(Value("KN eta", problem)).Within(1e-14));
        Assert.That(Options.SquareOfH(10), Is.EqualTo(Value("KN h2", problem)).Within(1e-13));
    }

    // Were the promise just kept, this test would fail with probability 0.0013.
    [TestCase("ten")]
    [TestCase("slippage")]
    public void It_keeps_its_promise_at_the_price_of_the_reference(string problem)
    {
        const int Selections = 500;
        var chances = SelectionReference.Chances(problem);

        var found = Enumerable.Range(0, Selections).Select(number => Selected(chances, number)).ToList();

        Assert.That(found.Average(end => end.Best == 0 ? 1.0 : 0), Is.GreaterThan(0.95 - (3 * Math.Sqrt(0.0475 / Selections))));
        var (mean, error) = Mean([.. found.Select(end => end.Draws)]);
        var reference = SelectionReference.Rows("KN mean total samples").Single(row => row.Problem == problem);
        var z = (mean - ReferenceTable.Number(reference.Value))
            / Math.Sqrt((error * error) + Math.Pow(SelectionReference.Named(reference.Kind, "se"), 2));
        Assert.That(Math.Abs(z), Is.LessThan(Statistical.ZBound), FormattableString.Invariant($"mean {mean:F0}, z = {z:F2}"));
    }

    [Test]
    public void Common_luck_makes_it_short()
    {
        var alone = new KnSelection(2, Options);
        var common = new KnSelection(2, Options);
        var stream = new KeyedStream(Key.OfName("common luck"));
        while (!alone.IsFinished)
        {
            var (first, second) = (NormalVariate.DrawUnit(ref stream), NormalVariate.DrawUnit(ref stream));
            alone.Tell([first, second + 0.1]);
            common.Tell([first, first + (0.01 * second) + 0.1]);
        }

        Assert.That((alone.Best, common.Best), Is.EqualTo((0, 0)));
        Assert.That(common.Replications, Is.EqualTo(20));
        Assert.That(alone.Replications, Is.GreaterThan(200));
    }

    [Test]
    public void Equal_choices_end_with_the_first_of_them()
    {
        var selection = new KnSelection(3, Options);
        for (var replication = 0; !selection.IsFinished; replication++)
        {
            selection.Tell([1, 1, 2]);
            Assert.That(replication, Is.LessThan(1000));
        }

        Assert.That(selection.Left, Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public void What_is_told_after_the_end_does_not_count()
    {
        var selection = new KnSelection(2, Options);
        for (var replication = 0; replication < 100; replication++)
        {
            selection.Tell([replication % 2, 5]);
        }

        Assert.That(selection.Replications, Is.EqualTo(20));
    }

    [Test]
    public void A_floor_under_the_variance_keeps_one_hit_from_deciding()
    {
        var bare = new KnSelection(2, Options);
        var floored = new KnSelection(2, Options with { LeastVariance = 1.0 / 21 });
        for (var replication = 0; replication < 21; replication++)
        {
            double[] values = [0, replication == 20 ? 1 : 0];
            bare.Tell(values);
            floored.Tell(values);
        }

        Assert.That((bare.IsFinished, floored.IsFinished), Is.EqualTo((true, false)));
    }

    private static double Value(string quantity, string problem) => ReferenceTable.Number(
        SelectionReference.Rows(quantity).Single(row => row.Problem == problem).Value);

    private static (int Best, double Draws) Selected(double[] chances, int number)
    {
        var selection = new KnSelection(chances.Length, Options);
        var trial = new BernoulliTrial(Key.Derive(20261123, 1, (ulong)number), chances);
        var values = new double[chances.Length];
        var draws = 0.0;
        while (!selection.IsFinished)
        {
            draws += selection.Left.Length;
            trial.Draw(values);
            selection.Tell(values);
        }

        return (selection.Best, draws);
    }

    private static (double Mean, double Error) Mean(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length / (values.Length - 1)));
    }
}
