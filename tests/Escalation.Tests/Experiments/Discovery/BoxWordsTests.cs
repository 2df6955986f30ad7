using Escalation.Experiments;
using Escalation.Language;

namespace Escalation.Tests.Experiments.Discovery;

internal sealed class BoxWordsTests
{
    private static readonly Futures Futures = Futures.Of(
        [
            new("provocation"), new("delay") { Quantity = Quantity.Duration }, new("pace") { Quantity = Quantity.Rate },
            new("side") { IsCategorical = true, Labels = ["red", "blue", "green", "grey"] }, new("strikes"), new("price"),
        ],
        [
            0.1, 1.25, 0.001, 0, 0, 1e9 + 0.5,
            0.9, 30.5, 0.02, 1, 5, 3e9,
            0.5, 7.5, 0.01, 2, 9, 2e9,
            0.7, 7.25, 0.015, 3, 2, 2.5e9,
        ],
        [0, 1, 0, 0]);

    private static IEnumerable<TestCaseData> Limits()
    {
        yield return Case(new BoxLimit(0) { Range = Above(0.81234567) }, "provocation > 0.81");
        yield return Case(new BoxLimit(0) { Range = Below(-0.25) }, "provocation < −0.25");
        yield return Case(new BoxLimit(0) { Range = new(0.2, 0.79951) }, "0.2 < provocation < 0.8");
        yield return Case(new BoxLimit(1) { Range = new(2.0312, 9.98) }, "2 d < delay < 10 d");
        yield return Case(new BoxLimit(2) { Range = Below(0.012345) }, "pace < 0.0123 per d");
        yield return Case(new BoxLimit(3) { Categories = [1, 2] }, "side is blue or green");
        yield return Case(new BoxLimit(3) { Categories = [0, 1, 3] }, "side is not green");
        yield return Case(new BoxLimit(3) { Categories = [1, 7] }, "side is blue or 7");
        yield return Case(new BoxLimit(4) { Range = Above(2.5) }, "strikes ≥ 3");
        yield return Case(new BoxLimit(4) { Range = Below(2.5) }, "strikes ≤ 2");
        yield return Case(new BoxLimit(4) { Range = new(1.5, 7) }, "2 ≤ strikes ≤ 7");
        yield return Case(new BoxLimit(4) { Range = new(4.5, 5.5) }, "strikes = 5");
        yield return Case(new BoxLimit(5) { Range = Above(1.2345e9) }, "price > 1.23e9");

        static TestCaseData Case(BoxLimit limit, string words) => new TestCaseData(limit, words).SetArgDisplayNames(words);
    }

    [TestCaseSource(nameof(Limits))]
    public void A_limit_is_told_with_the_digits_that_count(BoxLimit limit, string words) =>
        Assert.That(BoxWords.Limit(Futures, limit), Is.EqualTo(words));

    [Test]
    public void A_box_is_told_as_a_sentence()
    {
        var box = FutureBox.Of(new BoxLimit(0) { Range = Above(0.8) }, new BoxLimit(3) { Categories = [1, 2] });
        var estimate = new BoxEstimate(Count: 5_000, Inside: 612, Cases: 505, CasesInside: 361, Level: 0.95);

        Assert.That(
            BoxWords.Sentence(Futures, box, estimate, "spiral"),
            Is.EqualTo("spiral happens where provocation > 0.8 and side is blue or green: "
                + "71 % of the cases, in 12 % of the futures; there it happens in 59 %, elsewhere in 3.3 %."));
        Assert.That(
            BoxWords.Sentence(Futures, box, estimate, "spiral", "the two strike each other"),
            Does.StartWith("The two strike each other where provocation > 0.8"));
    }

    [Test]
    public void Shares_near_the_ends_are_not_rounded_to_them()
    {
        var box = FutureBox.Of(new BoxLimit(0) { Range = Above(0.8) });
        var estimate = new BoxEstimate(Count: 1_000_000, Inside: 3, Cases: 999_999, CasesInside: 3, Level: 0.95);

        Assert.That(BoxWords.Sentence(Futures, box, estimate, "war"), Does.EndWith(
            ": 0.0003 % of the cases, in 0.0003 % of the futures; there it happens in 100 %, elsewhere in over 99 %."));
    }

    [Test]
    public void Where_there_is_no_box_it_is_said()
    {
        var estimate = BoxEstimate.Of(Futures, FutureBox.Everything);

        Assert.That(
            BoxWords.Sentence(Futures, FutureBox.Everything, estimate, "spiral"),
            Is.EqualTo("spiral happens nowhere more than elsewhere, as far as these inputs tell: in 25 % of the futures."));
    }

    private static Interval Above(double end) => new(end, double.PositiveInfinity);

    private static Interval Below(double end) => new(double.NegativeInfinity, end);
}
