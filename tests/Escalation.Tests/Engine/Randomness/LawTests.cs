namespace Escalation.Tests.Engine.Randomness;

/// <summary>The laws that the battery compares with.</summary>
internal sealed class LawTests
{
    // Marsaglia and Tsay (1985): the limits 0.288788, 0.577576, 0.128350 for full rank and one and two below are reached at 64.
    [Test]
    public void Ranks_follow_the_published_law()
    {
        var law = BitPatterns.RankLaw();

        Assert.That(law[..3], Is.EqualTo(new[] { 0.288788, 0.577576, 0.128350 }).Within(1e-6));
        Assert.That(law[3], Is.EqualTo(0.005286).Within(1e-6));
    }

    [Test]
    public void Half_of_the_rises_are_of_one_number_and_a_third_of_two()
    {
        var law = Runs.RiseLaw();

        Assert.That(law[..3], Is.EqualTo(new[] { 1 / 2.0, 1 / 3.0, 1 / 8.0 }).Within(1e-15));
        Assert.That(law.Sum(), Is.EqualTo(1).Within(1e-15));
    }

    [Test]
    public void Four_spacings_a_year_are_expected_to_repeat() => Assert.That(BirthdaySpacings.Mean, Is.EqualTo(4));

    // P(X = 0) = e⁻⁴, P(X ≥ 8) = 0.0511336 for mean 4: any table of Poisson's law.
    [TestCase(0, 2 * 0.0183156)]
    [TestCase(8, 2 * 0.0511336)]
    public void A_Poisson_count_has_the_tails_of_the_tables(int count, double p) =>
        Assert.That(PValue.OfPoisson(count, mean: 4), Is.EqualTo(p).Within(1e-6));

    [TestCase(1.959964, 0.05)]
    [TestCase(-2.575829, 0.01)]
    public void A_normal_number_has_the_tails_of_the_tables(double z, double p) =>
        Assert.That(PValue.OfZ(z), Is.EqualTo(p).Within(1e-7));

    // 1 − 0.99³.
    [Test]
    public void The_smallest_of_three_is_judged_as_one_of_three() =>
        Assert.That(PValue.OfSmallest(0.01, 3), Is.EqualTo(0.029701).Within(1e-12));

    [Test]
    public void Words_are_read_backwards_bit_by_bit() =>
        Assert.That(Battery.Reversed([1, 0xF000000000000002]), Is.EqualTo([1UL << 63, 0x400000000000000FUL]));
}
