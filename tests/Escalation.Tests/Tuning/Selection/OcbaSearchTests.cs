using Escalation.Engine;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Selection;

internal sealed class OcbaSearchTests
{
    // With these settings the reference found 0.786 (standard error 0.0065) and 0.909 (0.0046). |z| > 4.42 has probability
    // 1e-5.
    [TestCase(1000, 0.786, 0.00648)]
    [TestCase(2000, 0.909, 0.00455)]
    public void It_is_as_often_right_as_the_reference(int budget, double reference, double referenceError)
    {
        const int Searches = 1000;
        var options = new OcbaOptions(budget) { FirstReplications = 20, Increment = 50, Chunk = 1 };

        var right = Enumerable.Range(0, Searches).Count(i => Searched(options, i).Best == 0) / (double)Searches;

        var error = Math.Sqrt((right * (1 - right) / Searches) + (referenceError * referenceError));
        Assert.That((right - reference) / error, Is.GreaterThan(-Statistical.ZBound));
    }

    // Equal shares, 500 each, are right with probability 0.93682. A search no better passes with probability 1e-3.
    [TestCase(20, 50, 1)]
    [TestCase(64, 64, 64)]
    public void It_beats_equal_shares_at_the_same_budget(int first, int increment, int chunk)
    {
        const int Searches = 2000;
        var options = new OcbaOptions(5000) { FirstReplications = first, Increment = increment, Chunk = chunk };

        var right = Enumerable.Range(0, Searches).Count(i => Searched(options, i).Best == 0);

        Assert.That(Statistical.ShareZ(right, Searches, 0.93682), Is.GreaterThan(3.09));
    }

    [Test]
    public void Increments_are_whole_chunks_and_stay_within_the_budget()
    {
        var options = new OcbaOptions(3001) { FirstReplications = 70, Increment = 100, Chunk = 32 };
        var search = new OcbaSearch(10, options);
        var trial = new BernoulliTrial(1, SelectionReference.Chances("ten"));
        while (!search.IsFinished)
        {
            var wanted = search.Ask();
            Assert.That(wanted.Sum(), Is.Positive);
            Assert.That(wanted.All(count => count % 32 == 0));
            search.Tell(trial.Add(wanted));
        }

        Assert.That(trial.Total, Is.EqualTo(3001 / 32 * 32));
        Assert.That(search.Ask().Sum(), Is.Zero);
    }

    [Test]
    public void A_choice_without_hits_is_not_starved()
    {
        var search = new OcbaSearch(3, new OcbaOptions(10_000) { Chunk = 1 });
        search.Tell([ChoiceSample.OfHits(0, 64), ChoiceSample.OfHits(0, 64), ChoiceSample.OfHits(0, 64)]);

        Assert.That(search.Shares, Has.All.GreaterThan(0.2));
    }

    [Test]
    public void A_choice_whose_first_values_are_equal_is_not_starved()
    {
        var search = new OcbaSearch(3, new OcbaOptions(10_000) { Chunk = 1 });
        search.Tell([new(10, 1, 1), new(10, 1.2, 0), new(10, 2, 1)]);

        Assert.That(search.Shares[1], Is.GreaterThan(0.05));
    }

    [Test]
    public void It_ends_when_it_is_sure()
    {
        var options = new OcbaOptions(1_000_000) { Level = 0.99 };

        var search = new OcbaSearch(2, options);
        search.Tell([ChoiceSample.OfHits(10, 64), ChoiceSample.OfHits(50, 64)]);

        Assert.That(search.IsFinished);
        Assert.That(search.Probability, Is.GreaterThan(0.99));
    }

    [Test]
    public void A_level_ends_searches_early_and_is_about_kept()
    {
        const int Searches = 60;
        var options = new OcbaOptions(20_000) { Level = 0.95, Increment = 256 };

        var found = Enumerable.Range(0, Searches).Select(i => Searched(options, i)).ToList();

        // A share below 0.85 would be 3.5 errors below 0.95.
        Assert.That(found.Count(end => end.Best == 0) / (double)Searches, Is.GreaterThan(0.85));
        Assert.That(found.Average(end => end.Total), Is.LessThan(5000));
    }

    [Test]
    public void Samples_that_do_not_compare_are_refused()
    {
        var search = new OcbaSearch(2, new OcbaOptions(1000));

        Assert.That(() => search.Tell([ChoiceSample.OfHits(1, 64)]), Throws.ArgumentException);
        Assert.That(() => search.Tell([ChoiceSample.OfHits(1, 64), new(64, 1, 1)]), Throws.ArgumentException);
        Assert.That(() => search.Tell([new(64, double.NaN, 1), new(64, 1, 1)]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => ChoiceSample.OfHits(0, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static (int Best, long Total) Searched(OcbaOptions options, int number)
    {
        var chances = SelectionReference.Chances("ten");
        var search = new OcbaSearch(chances.Length, options);
        var trial = new BernoulliTrial(Key.Derive(20261122, 1, (ulong)number), chances);
        while (!search.IsFinished)
        {
            search.Tell(trial.Add(search.Ask()));
        }

        return (search.Best, trial.Total);
    }
}
