using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Designs;

internal sealed class SaltelliDesignTests
{
    private const int Inputs = 3;

    [Test]
    public void A_point_between_A_and_B_differs_from_A_in_one_input_that_it_has_from_B()
    {
        var points = new SaltelliDesign(4, "design", rows: 8, Inputs).Points();

        for (var row = 0; row < 8; row++)
        {
            var (a, b) = (points.Row(row * 5).ToArray(), points.Row((row * 5) + 4).ToArray());
            for (var input = 0; input < Inputs; input++)
            {
                double[] expected = [.. a];
                expected[input] = b[input];
                Assert.That(points.Row((row * 5) + 1 + input).ToArray(), Is.EqualTo(expected));
            }

            Assert.That(a.Concat(b), Is.Unique);
        }
    }

    [Test]
    public void A_and_B_are_the_halves_of_one_scrambled_sobol_set()
    {
        var points = new SaltelliDesign(4, "design", rows: 4, Inputs).Points();
        var sobol = SobolSequence.Scrambled(4, "design", 4, 2 * Inputs);

        Assert.That(points.Row(10).ToArray().Concat(points.Row(14).ToArray()), Is.EqualTo(sobol.Row(2).ToArray()));
    }

    [Test]
    public void Twice_as_many_rows_begin_with_the_rows_that_there_were()
    {
        var few = new SaltelliDesign(4, "design", rows: 16, Inputs).Points();
        var many = new SaltelliDesign(4, "design", rows: 32, Inputs).Points();

        for (var point = 0; point < few.Count; point++)
        {
            Assert.That(many.Row(point).ToArray(), Is.EqualTo(few.Row(point).ToArray()));
        }
    }

    [Test]
    public void It_costs_two_more_points_a_row_than_there_are_inputs()
    {
        Assert.That(new SaltelliDesign(4, "design", rows: 16, Inputs).Points().Count, Is.EqualTo(16 * 5));
        Assert.That(SaltelliDesign.Cost(rows: 1_024, inputs: 10, replications: 100), Is.EqualTo(1_228_800));
        Assert.That(() => SaltelliDesign.Cost(int.MaxValue, int.MaxValue - 2, int.MaxValue), Throws.TypeOf<OverflowException>());
    }

    [TestCase(0, 1)]
    [TestCase(1, 0)]
    [TestCase(1, 556)]
    public void Impossible_sizes_are_refused(int rows, int inputs) =>
        Assert.That(() => new SaltelliDesign(1, "no", rows, inputs), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
