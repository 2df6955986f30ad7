using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Selection;

internal sealed class OcbaAllocationTests
{
    public static IEnumerable<TestCaseData> ReferenceRows() => SelectionReference.Rows("OCBA allocation")
        .Select(row => new TestCaseData(row.Problem, row.Setting, row.Value).SetArgDisplayNames(row.Problem, row.Setting));

    [TestCaseSource(nameof(ReferenceRows))]
    public void Shares_of_the_true_chances_are_those_of_the_reference(string problem, string setting, string expected)
    {
        var chances = SelectionReference.Chances(problem);
        var total = SelectionReference.Named(setting, "T");

        var shares = OcbaAllocation.Shares(chances, [.. chances.Select(p => p * (1 - p))]);

        Assert.That(shares.Select(share => share * total), Is.EqualTo(SelectionReference.Numbers(expected)).Within(5.1e-7));
    }

    [Test]
    public void Two_choices_share_by_their_standard_deviations()
    {
        var shares = OcbaAllocation.Shares([7, 5], [9, 4]);

        Assert.That(shares, Is.EqualTo(new[] { 0.6, 0.4 }).Within(1e-15));
    }

    [Test]
    public void Shares_do_not_depend_on_units()
    {
        var shares = OcbaAllocation.Shares([3, 1, 2, 5], [1, 2, 3, 4]);
        var tiny = OcbaAllocation.Shares([3e-200, 1e-200, 2e-200, 5e-200], [1e-300, 2e-300, 3e-300, 4e-300]);

        Assert.That(tiny, Is.EqualTo(shares).Within(1e-14));
    }

    [Test]
    public void A_choice_as_good_as_the_best_takes_all_with_it()
    {
        var shares = OcbaAllocation.Shares([1, 1, 2], [4, 4, 4]);

        Assert.That(shares, Is.EqualTo(new[] { 0.5, 0.5, 0 }));
    }

    [Test]
    public void Without_variance_shares_are_equal() =>
        Assert.That(OcbaAllocation.Shares([3, 1], [0, 0]), Is.EqualTo(new[] { 0.5, 0.5 }));
}
