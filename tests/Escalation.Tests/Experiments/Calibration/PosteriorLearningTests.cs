using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Calibration;

internal sealed class PosteriorLearningTests
{
    private const int Count = 1000;

    private static readonly double[] Even = [.. Enumerable.Range(0, Count).Select(step => (step + 0.5) / Count)];
    private static readonly double[] Alike = [.. Enumerable.Repeat(1.0, Count)];

    // Uniform on [0, 1] against uniform on [0, 1/2]: the variance falls to a quarter, the functions are a half apart.
    [Test]
    public void A_prior_that_is_halved_is_informed()
    {
        var learning = PosteriorLearning.Of([Even], [Array.ConvertAll(Even, x => x / 2)], Alike)[0];

        Assert.That(learning.Contraction, Is.EqualTo(0.75).Within(1e-9));
        Assert.That(learning.Distance, Is.EqualTo(0.5).Within(1e-9));
        Assert.That(learning.IsInformed, Is.True);
    }

    // 400 pairs of samples of one law, called different once in a hundred times: 4, and 14 or more with a chance of 1e-4.
    [Test]
    public void Two_samples_of_one_law_are_rarely_called_different()
    {
        var points = UniformPoints.Points(1, "learning", 300, 800);
        double[] Column(int column) => [.. Enumerable.Range(0, 300).Select(row => points[row, column])];

        var informed = Enumerable.Range(0, 400).Count(pair =>
            PosteriorLearning.Of([Column(2 * pair)], [Column((2 * pair) + 1)], Alike.AsSpan(0, 300))[0].IsInformed);

        Assert.That(informed, Is.LessThan(14));
    }

    [Test]
    public void A_prior_that_does_not_vary_has_no_contraction() =>
        Assert.That(PosteriorLearning.Of([[1, 1]], [[1, 1]], [1, 1])[0].Contraction, Is.NaN);

    [Test]
    public void A_rank_correlation_does_not_see_the_scale_but_sees_the_weights()
    {
        var curved = Array.ConvertAll(Even, x => Math.Exp(20 * x));
        double[] half = [.. Even.Select((x, index) => index < Count / 2 ? x : 1 - x)];
        double[] first = [.. Even.Select(x => x < 0.5 ? 1.0 : 0.0)];

        var pairs = PosteriorPair.Of([Even, curved, Array.ConvertAll(Even, x => -x), half], Alike);

        Assert.That(pairs, Has.Length.EqualTo(6));
        Assert.That(pairs[0], Is.EqualTo(new PosteriorPair(0, 1, 1)).Using<PosteriorPair>((a, b) =>
            a.First == b.First && a.Second == b.Second && Math.Abs(a.Rank - b.Rank) < 1e-9));
        Assert.That(pairs[1].Rank, Is.EqualTo(-1).Within(1e-9));
        Assert.That(pairs[2].Rank, Is.EqualTo(0).Within(1e-3));
        Assert.That(pairs[2].IsConfounded, Is.False);
        Assert.That(PosteriorPair.Of([Even, half], first)[0].Rank, Is.EqualTo(1).Within(1e-9));
        Assert.That(PosteriorPair.Of([Even, Alike], Alike)[0].Rank, Is.Zero);
    }
}
