using System.Collections.Immutable;
using Escalation.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Escalation.Tests.Language;

internal sealed class SameBitsTests
{
    // Compiling costs about a millisecond, so the many trees are for those who ask for them.
    [Category("Slow")]
    [FsCheck.NUnit.Property(MaxTest = 10_000, Replay = "42,1")]
    public Property Ten_thousand_compiled_expressions_have_the_bits_and_faults_of_the_interpreter() =>
        Prop.ForAll(TreeMaker.Cases(draws: true, extremes: true, depth: 4), IsSameCompiled);

    [FsCheck.NUnit.Property(MaxTest = 600, Replay = "42,1")]
    public Property A_compiled_expression_has_the_bits_and_faults_of_the_interpreter() =>
        Prop.ForAll(TreeMaker.Cases(draws: false, extremes: true, depth: 4), IsSameCompiled);

    [FsCheck.NUnit.Property(MaxTest = 600, Replay = "42,1")]
    public Property A_compiled_expression_draws_as_the_interpreter_does() =>
        Prop.ForAll(TreeMaker.Cases(draws: true, extremes: false, depth: 3), IsSameCompiled);

    [FsCheck.NUnit.Property(MaxTest = 10_000, Replay = "42,1")]
    public Property Folding_changes_neither_bits_nor_faults_nor_draws() =>
        Prop.ForAll(TreeMaker.Cases(draws: true, extremes: true, depth: 4), @case =>
            Evaluated.Interpreted(Folding.Fold(@case.Tree, _ => null), @case.Values, @case.Luck)
                == Evaluated.Interpreted(@case.Tree, @case.Values, @case.Luck));

    [FsCheck.NUnit.Property(MaxTest = 10_000, Replay = "42,1")]
    public Property Folding_known_levers_changes_neither_bits_nor_faults_nor_draws() =>
        Prop.ForAll(TreeMaker.Cases(draws: true, extremes: true, depth: 4), @case =>
            Evaluated.Interpreted(FoldParameters(@case.Tree, @case.Values), @case.Values, @case.Luck)
                == Evaluated.Interpreted(@case.Tree, @case.Values, @case.Luck));

    [FsCheck.NUnit.Property(MaxTest = 600, Replay = "42,1")]
    public Property A_folded_and_compiled_expression_has_the_bits_of_the_interpreter() =>
        Prop.ForAll(TreeMaker.Cases(draws: true, extremes: true, depth: 4), @case =>
            Evaluated.Compiled(FoldParameters(@case.Tree, @case.Values), @case.Values, @case.Luck)
                == Evaluated.Interpreted(@case.Tree, @case.Values, @case.Luck));

    [FsCheck.NUnit.Property(MaxTest = 5_000, Replay = "42,1")]
    public Property Folding_everything_known_leaves_a_constant_or_a_fault() =>
        Prop.ForAll(TreeMaker.Cases(draws: false, extremes: true, depth: 4), @case =>
        {
            var folded = Folding.Fold(@case.Tree, variable => @case.Values[TestReadings.Index(variable)]);
            return folded is ConstantNode == (Evaluated.Interpreted(@case.Tree, @case.Values, @case.Luck).Bits is not null);
        });

    [Test]
    public void Half_of_the_random_trees_have_a_value_so_that_the_comparisons_compare()
    {
        var values = Enumerable.Range(0, 2000)
            .Select(key => new TreeMaker((ulong)key) { Draws = true }.Case(4))
            .Count(@case => Evaluated.Interpreted(@case.Tree, @case.Values, @case.Luck).Bits is not null);

        Assert.That(values, Is.InRange(600, 1900));
    }

    // One compilation serves several worlds.
    private static bool IsSameCompiled(TreeCase @case)
    {
        var code = FormulaCompiler.Compile<TestContext>(@case.Tree, new TestEmitter());
        var others = new TreeMaker(@case.Luck);
        return Enumerable.Range(0, 6)
            .Select(world => world == 0 ? @case.Values : others.Values())
            .All(values => Evaluated.Called(code, values, @case.Luck) == Evaluated.Interpreted(@case.Tree, values, @case.Luck));
    }

    private static Node FoldParameters(Node tree, ImmutableArray<double> values) => Folding.Fold(
        tree, variable => variable.Kind == VariableKind.Parameter ? values[TestReadings.Index(variable)] : null);
}
