using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning;

internal sealed class PolicyTuningTests
{
    private static readonly SearchedLever A = SearchedLever.OfRange(0, 0, 1);
    private static readonly SearchedLever B = SearchedLever.OfRange(1, 0, 2);
    private static readonly SearchedLever C = SearchedLever.OfValues(2, [0, 1, 2]);
    private static readonly TuningPlan Plan = new(Budget: 60_000, Judged: 4_000, Seed: 1);

    [Test]
    public void A_bowl_under_noise_is_found_to_its_bottom()
    {
        // Noise of one unit, of which half is shared: at 0.3 and 0.8 of [0, 2] the value is 0.
        var trials = new SyntheticTrials(1, (levers, unit) =>
            [Math.Pow(levers[0] - 0.3, 2) + Math.Pow(levers[1] - 0.8, 2) + Noise(levers, unit)]);

        var found = PolicyTuning.Run(trials, SyntheticTrials.Space(A, B), Plan);

        Assert.That(found.Best.Policy.Values[0], Is.EqualTo(0.3).Within(0.05));
        Assert.That(found.Best.Policy.Values[1], Is.EqualTo(0.8).Within(0.1));
        Assert.That(found.Best.Count, Is.EqualTo(4_000));
        Assert.That(trials.Tried, Is.InRange(40_000, 60_000 + (3 * 4_000) + 6_000));
    }

    [Test]
    public void The_search_flatters_what_looks_best_and_fresh_luck_shows_it()
    {
        // Nothing that is chosen makes any difference: all that looks good is luck.
        var trials = new SyntheticTrials(1, (levers, unit) => [Noise(levers, unit)]);

        var found = PolicyTuning.Run(trials, SyntheticTrials.Space(A), Plan);

        var (seen, fresh) = (found.Naive.Objective(0), found.Judged[found.Naive.Policy].Objective(0));
        Assert.That(seen.Value, Is.LessThan(-seen.StandardError));
        Assert.That(Math.Abs(fresh.Value), Is.LessThan(Statistical.ZBound * fresh.StandardError));
    }

    [Test]
    public void A_least_value_at_the_end_of_a_range_is_found_there()
    {
        var trials = new SyntheticTrials(1, (levers, unit) => [levers[0] + (0.1 * Noise(levers, unit))]);

        Assert.That(
            PolicyTuning.Run(trials, SyntheticTrials.Space(A), Plan).Best.Policy.Values[0], Is.EqualTo(0).Within(0.01));
    }

    [Test]
    public void A_constraint_is_kept_where_the_least_value_would_break_it()
    {
        // The least sum with a + b ≥ 1 wanted: excess 1 − a − b.
        var trials = new SyntheticTrials(1, (levers, unit) =>
        [
            levers[0] + (2 * levers[1]) + (0.1 * Noise(levers, unit)), 1 - levers[0] - levers[1] + (0.02 * Noise(levers, unit)),
        ]);

        var found = PolicyTuning.Run(trials, SyntheticTrials.Space(A, B), Plan);

        Assert.That(found.Best.Policy.Values[0], Is.EqualTo(1).Within(0.05));
        Assert.That(found.Best.Policy.Values[1], Is.EqualTo(0).Within(0.1), "of a range of 2");
        Assert.That(found.Best.Constraint(0).Value, Is.LessThan(0.01));
    }

    [Test]
    public void The_best_of_several_choices_is_chosen_and_tried_most()
    {
        double[] values = [0.3, 0.1, 0.12];
        var trials = new SyntheticTrials(1, (levers, unit) => [values[(int)levers[2]] + (0.5 * Noise(levers, unit))]);

        var found = PolicyTuning.Run(trials, SyntheticTrials.Space(C), Plan);

        Assert.That(found.Best.Policy.Values[2], Is.EqualTo(1));
        Assert.That(found.Method, Is.EqualTo("OCBA"));
        Assert.That(found.Selected.Probability, Is.InRange(0.9, 1));
        Assert.That(found.Selected.Policies[0].Count, Is.LessThan(found.Selected.Policies[1].Count));
    }

    [Test]
    public void Beside_levers_that_choose_each_combination_is_searched()
    {
        double[] bottoms = [0.2, 0.8, 0.5];
        double[] heights = [0.3, 0, 0.5];
        var trials = new SyntheticTrials(1, (levers, unit) =>
            [heights[(int)levers[2]] + Math.Pow(levers[0] - bottoms[(int)levers[2]], 2) + (0.2 * Noise(levers, unit))]);

        var best = PolicyTuning.Run(trials, SyntheticTrials.Space(A, C), Plan).Best.Policy;

        Assert.That(best.Values[2], Is.EqualTo(1));
        Assert.That(best.Values[0], Is.EqualTo(0.8).Within(0.05));
    }

    [Test]
    public void The_front_between_two_objectives_is_covered_and_nothing_beside_it_stays()
    {
        // a against 1 − a is the front; b only harms, in both.
        var trials = new SyntheticTrials(2, (levers, unit) =>
        [
            levers[0] + levers[1] + (0.2 * Noise(levers, unit)),
            1 - levers[0] + levers[1] + (0.2 * Noise(levers, unit + 1_000_000)),
        ]);

        var found = FrontSearch.Run(trials, SyntheticTrials.Space(A, B), Plan);

        var front = found.Members.Where(member => member.IsOnFront).Select(member => member.Trial.Policy.Values).ToList();
        Assert.That(front.Select(values => values[1]), Is.All.LessThan(0.1));
        Assert.That(front.Min(values => values[0]), Is.LessThan(0.05));
        Assert.That(front.Max(values => values[0]), Is.GreaterThan(0.95));
        Assert.That(found.Steps[^1].Hypervolume, Is.GreaterThan(found.Steps[0].Hypervolume));
        Assert.That(front, Has.Count.InRange(8, 21));
    }

    [Test]
    public void A_surface_has_its_least_point_where_it_is()
    {
        var points = Enumerable.Range(0, 60).Select(place =>
        {
            var (x, y) = (place % 8 / 8.0, place / 8 / 8.0);
            return new ResponsePoint(
                [x, y], place / 20, (3 * Math.Pow(x - 0.4, 2)) + (x * y) + Math.Pow(y - 0.3, 2) + (place / 20), 64);
        });

        // 6 (x − 0.4) + y = 0 and x + 2 (y − 0.3) = 0.
        var least = ResponseSurface.Least([.. points], [0.5, 0.5])!.Value.Place;
        Assert.That(least[0], Is.EqualTo(4.2 / 11).Within(1e-9));
        Assert.That(least[1], Is.EqualTo(0.3 - (2.1 / 11)).Within(1e-9));
    }

    [Test]
    public void A_saddle_and_a_slope_have_no_least_point_inside()
    {
        Assert.That(ResponseSurface.Least(Points((x, y) => (x * x) - (y * y)), [0.5, 0.5]), Is.Null);
        Assert.That(ResponseSurface.Least(Points((x, y) => Math.Pow(x + 1, 2) + (y * y)), [0.5, 0.5]), Is.Null);
        Assert.That(ResponseSurface.Least([], [0.5, 0.5]), Is.Null);

        static ResponsePoint[] Points(Func<double, double, double> value) =>
        [
            .. Enumerable.Range(0, 64).Select(place =>
                new ResponsePoint([place % 8 / 8.0, place / 8 / 8.0], 0, value(place % 8 / 8.0, place / 8 / 8.0), 1)),
        ];
    }

    // Half of the variance is of the unit, and shared by all policies; half is of the policy in it.
    private static double Noise(ImmutableArray<double> levers, long unit)
    {
        var shared = KeyedStream.Derive((ulong)unit, Key.OfName("shared"));
        var policy = levers.Aggregate(0UL, (key, lever) => unchecked(3 * key) ^ BitConverter.DoubleToUInt64Bits(lever));
        var own = KeyedStream.Derive((ulong)unit, Key.OfName("own"), policy);
        return (NormalVariate.DrawUnit(ref shared) + NormalVariate.DrawUnit(ref own)) / Math.Sqrt(2);
    }
}
