using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Escalation.Tests.Language;

internal sealed class IntervalsTests
{
    private static readonly double[] Interesting = [0, 1, -1, 2, -2, 0.5, 1e-300, 1e300, double.PositiveInfinity,
        double.NegativeInfinity];

    [FsCheck.NUnit.Property(MaxTest = 10_000, Replay = "42,1")]
    public Property Every_value_lies_within_the_bounds() =>
        Prop.ForAll(TreeMaker.Cases(draws: true, extremes: true, depth: 4), @case =>
        {
            var stream = new KeyedStream(@case.Luck);
            var other = new TreeMaker(stream.NextBits()).Values();
            var bounds = Intervals.Evaluate(@case.Tree, variable => Between(variable, @case.Values, other));
            return !double.IsNaN(bounds.Low) && !double.IsNaN(bounds.High) && bounds.Low <= bounds.High
                && Enumerable.Range(0, 8).All(_ =>
            {
                var inside = Inside(@case.Values, other, ref stream);
                return Evaluated.Interpreted(@case.Tree, inside, stream.NextBits()).Bits is not { } bits
                    || bounds.Contains(BitConverter.Int64BitsToDouble(bits));
            });
        });

    [FsCheck.NUnit.Property(MaxTest = 5000, Replay = "42,1")]
    public Property Truths_have_the_bounds_of_truths() =>
        Prop.ForAll(TreeMaker.Cases(draws: false, extremes: true, depth: 4), @case =>
        {
            var other = new TreeMaker(@case.Luck).Values();
            var truth = @case.Tree.Quantity == Quantity.Truth ? @case.Tree
                : new BinaryNode(BinaryOperator.NotEqual, @case.Tree, new ConstantNode(0, @case.Tree.Quantity), Quantity.Truth);
            var bounds = Intervals.Evaluate(truth, variable => Between(variable, @case.Values, other));
            return bounds == Bounds.Truth(true) || bounds == Bounds.Truth(false) || bounds == Bounds.EitherTruth;
        });

    [FsCheck.NUnit.Property(MaxTest = 10_000, Replay = "42,1")]
    public Property Every_value_and_every_chord_on_a_stretch_lies_within_its_motion() =>
        Prop.ForAll(TreeMaker.Cases(draws: false, extremes: false, depth: 3), @case =>
        {
            var stream = new KeyedStream(@case.Luck);
            var path = TestPath.Random(ref stream);
            var (from, length) = (stream.NextUniform() * 10, stream.NextUniform() * (stream.NextUniform() < 0.5 ? 0.1 : 10));
            var motion = Intervals.Motion(@case.Tree, path, from, from + length);
            var values = Intervals.Evaluate(@case.Tree, path, from, from + length);
            return Enumerable.Range(0, 6).All(_ =>
            {
                var (first, second) = (from + (length * stream.NextUniform()), from + (length * stream.NextUniform()));
                return IsWithin(motion, values, (first, ValueAt(@case.Tree, path, first)),
                    (second, ValueAt(@case.Tree, path, second)), @case.Tree);
            });
        });

    [TestCase("fear * fear", -2, 3, -6, 9)]
    [TestCase("fear ^ 2", -2, 3, 0, 9)]
    [TestCase("1 / fear", 2, 4, 0.25, 0.5)]
    [TestCase("1 / fear", -1, 1, double.NegativeInfinity, double.PositiveInfinity)]
    [TestCase("1 / fear", 0, 2, 0.5, double.PositiveInfinity)]
    [TestCase("-1 / fear", 0, 2, double.NegativeInfinity, -0.5)]
    [TestCase("1 / fear", -2, 0, double.NegativeInfinity, -0.5)]
    [TestCase("0 / fear", 0, 0, double.NegativeInfinity, double.PositiveInfinity)]
    [TestCase("abs(fear)", -2, 1, 0, 2)]
    [TestCase("sqrt(fear)", -1, 9, 0, 3)]
    [TestCase("min(fear, 1)", -2, 3, -2, 1)]
    [TestCase("max(fear, 1)", -2, 3, 1, 3)]
    [TestCase("clip(fear, 0, 1)", -2, 0.5, 0, 0.5)]
    [TestCase("if(fear > 5, 100, 1)", -2, 3, 1, 1)]
    [TestCase("if(fear > 2, 100, 1)", -2, 3, 1, 100)]
    [TestCase("step(fear, 10, 0, 20, 5, 30)", 1, 3, 20, 20)]
    [TestCase("step(fear, 10, 0, 20, 5, 30)", -1, 5, 10, 30)]
    [TestCase("step(fear, 10, 0, 20, 5, 30)", 0, 4, 20, 20)]
    [TestCase("0 * fear", double.NegativeInfinity, double.PositiveInfinity, 0, 0)]
    [TestCase("0.25 * fear", 0, double.PositiveInfinity, 0, double.PositiveInfinity)]
    [TestCase("exp(fear)", double.NegativeInfinity, 0, 0, 1)]
    [TestCase("fear > 0 and fear < 0", 1, 2, 0, 0)]
    [TestCase("fear > 0 or fear < 5", 1, 2, 1, 1)]
    [TestCase("not fear > 0", 1, 2, 0, 0)]
    [TestCase("fear == 1", 1, 1, 1, 1)]
    [TestCase("fear == 1", 1, 2, 0, 1)]
    [TestCase("fear != 1", 2, 3, 1, 1)]
    [TestCase("fear >= 1", 1, 2, 1, 1)]
    [TestCase("fear > 1", 1, 2, 0, 1)]
    [TestCase("bernoulli(fear)", 0.2, 0.3, 0, 1)]
    [TestCase("bernoulli(fear)", 0, 0, 0, 0)]
    [TestCase("exponential(mean=fear)", 0, 1, 0, double.PositiveInfinity)]
    [TestCase("uniform(low=fear, high=4)", 1, 2, 1, 4)]
    [TestCase("binomial(n=fear, p=0.5)", 1, 7, 0, 7)]
    [TestCase("choice(5=0, 7=fear, 6=1)", 0, 1, 6, 7)]
    public void Bounds_are_as_narrow_as_they_should(string text, double low, double high, double least, double most) =>
        Assert.That(Intervals.Evaluate(TestScope.Tree(text), _ => new Bounds(low, high)), Is.EqualTo(new Bounds(least, most)));

    [TestCase("fear ^ 3", -2, 3, -8, 27)]
    [TestCase("fear ^ -2", 2, 4, 0.0625, 0.25)]
    [TestCase("fear ^ 0.5", 0, 4, 0, 2)]
    [TestCase("fear ^ 0.5", 1, 4, 1, 2)]
    [TestCase("2 ^ fear", -1, 3, 0.5, 8)]
    [TestCase("0.5 ^ fear", -1, 3, 0.125, 2)]
    [TestCase("exp(fear)", 0, 1, 1, Math.E)]
    [TestCase("log(fear)", 1, Math.E, 0, 1)]
    public void Functions_that_round_badly_have_bounds_a_hair_wider(string text, double low, double high, double least,
        double most)
    {
        var bounds = Intervals.Evaluate(TestScope.Tree(text), _ => new Bounds(low, high));

        Assert.That(bounds.Low, Is.InRange(least * (least < 0 ? 1 + 1e-15 : 1 - 1e-15), least));
        Assert.That(bounds.High, Is.InRange(most, most * (1 + 1e-15)));
    }

    [Test]
    public void Arithmetic_of_bounds_never_gives_NaN()
    {
        var all = Interesting.SelectMany(low => Interesting.Where(high => low <= high).Select(high => new Bounds(low, high)))
            .ToArray();
        foreach (var left in all)
        {
            foreach (var right in all)
            {
                Bounds[] results = [left + right, left - right, left * right, left / right, left.Power(right), -left];
                Assert.That(results.All(bounds => bounds.Low <= bounds.High), $"{left} {right}: {string.Join(' ', results)}");
            }
        }
    }

    [Test]
    public void Evaluation_over_a_stretch_does_not_allocate()
    {
        var tree = TestScope.Tree(
            "clip(0.3 * exp(-fear) * step(day, 1, 2 d, 2, 5 d, 3) + min(doubt, 2, reach) ^ 2, 0, if(fear > 2, 3, 4)) > 1");
        var path = new TestPath().Decaying("fear", 3, 0, 5).Decaying("doubt", 1, 0, 3).Constant("reach", 1);
        Intervals.Evaluate(tree, path, 0, 1);
        Intervals.Motion(tree, path, 0, 1);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Intervals.Evaluate(tree, path, 0, 2);
        Intervals.Motion(tree, path, 0, 2);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [TestCase("fear", -2.772588722239781, -1.3862943611198906)]
    [TestCase("fear + 3", -2.772588722239781, -1.3862943611198906)]
    [TestCase("-2 * fear", 2.772588722239781, 5.545177444479562)]
    [TestCase("day / 1 d", 1, 1)]
    [TestCase("2 * day / 1 d - 1", 2, 2)]
    [TestCase("reach * reach", 0, 0)]
    [TestCase("1 / reach", 0, 0)]
    [TestCase("reach ^ 0.5", 0, 0)]
    [TestCase("if(reach > 1, fear, 0)", -2.772588722239781, -1.3862943611198906)]
    [TestCase("if(fear > 3, fear, 0)", double.NegativeInfinity, double.PositiveInfinity)]
    [TestCase("if(fear > 3, 2, 2)", 0, 0)]
    [TestCase("step(day / 1 d, 1, 0.5, 2)", double.NegativeInfinity, double.PositiveInfinity)]
    [TestCase("step(day / 1 d, 1, 3, 2)", 0, 0)]
    public void Slopes_are_those_of_the_calculus(string text, double low, double high)
    {
        var path = new TestPath().Decaying("fear", 4, 0, 1).Constant("reach", 2);

        var slope = Intervals.Motion(TestScope.Tree(text), path, 0, 1).Slope;

        Assert.That(slope.Low, Is.EqualTo(low).Within(1e-12));
        Assert.That(slope.High, Is.EqualTo(high).Within(1e-12));
    }

    private static Bounds Between(Variable variable, ImmutableArray<double> left, ImmutableArray<double> right)
    {
        var index = TestReadings.Index(variable);
        return new Bounds(Math.Min(left[index], right[index]), Math.Max(left[index], right[index]));
    }

    private static ImmutableArray<double> Inside(ImmutableArray<double> left, ImmutableArray<double> right,
        ref KeyedStream stream)
    {
        var inside = ImmutableArray.CreateBuilder<double>();
        for (var index = 0; index < left.Length; index++)
        {
            var share = stream.NextUniform();
            var isTruth = TestScope.All[index].Quantity == Quantity.Truth;
            inside.Add(share < 0.2 || (isTruth && share < 0.5) || double.IsInfinity(left[index]) ? left[index]
                : share < 0.4 || isTruth || double.IsInfinity(right[index]) ? right[index]
                : Math.Clamp(
                    left[index] + ((right[index] - left[index]) * stream.NextUniform()),
                    Math.Min(left[index], right[index]), Math.Max(left[index], right[index])));
        }

        return inside.ToImmutable();
    }

    private static double? ValueAt(Node tree, TestPath path, double day)
    {
        var stream = default(KeyedStream);
        try
        {
            return Interpreter.Evaluate(tree, new PathReadings(path, day), ref stream);
        }
        catch (FormulaFaultException)
        {
            return null;
        }
    }

    // Chords of computed values have the error of their ends, which grows with all that was added up on the way.
    private static bool IsWithin(Motion motion, Bounds values, (double Day, double? Value) first,
        (double Day, double? Value) second, Node tree)
    {
        if (first.Value is not { } left || second.Value is not { } right)
        {
            return true;
        }

        if (!motion.Value.Contains(left) || !values.Contains(left))
        {
            return false;
        }

        var days = second.Day - first.Day;
        if (tree.Quantity == Quantity.Truth || Math.Abs(days) < 1e-3)
        {
            return true;
        }

        var chord = (right - left) / days;
        var margin = 1e-9 * (1 + Math.Abs(left) + Math.Abs(right) + Math.Abs(chord)) / Math.Abs(days);
        return chord >= motion.Slope.Low - margin && chord <= motion.Slope.High + margin;
    }
}

/// <summary>What an expression reads at one day of a path.</summary>
internal sealed class PathReadings(TestPath path, double day) : IReadings
{
    public double Read(Variable variable) => path.At(variable, day);
}
