using Escalation.Verification;

namespace Escalation.Tests.Analytic.Mutation;

/// <summary>The suite can fail: each bug that is planted in the library turns a reference case red.</summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class MutantTests
{
    private const int Replications = 100_000;

    private static readonly Lazy<MutantFoundry> Foundry = new(() => new MutantFoundry());

    [TestCaseSource(typeof(Mutants), nameof(Mutants.All))]
    public void A_bug_turns_a_reference_case_red(Mutant mutant)
    {
        var verdicts = Foundry.Value.Verdicts(mutant.Edits, Replications, mutant.Case);

        Assert.That(verdicts, Does.Contain(nameof(Verdict.Fails)).Or.Contain("Error"), mutant.Case);
    }

    [Test]
    public void Without_a_bug_the_same_cases_are_green()
    {
        var cases = Mutants.All.Select(mutant => mutant.Case).Distinct();
        var verdicts = Foundry.Value.Verdicts([], Replications, [.. cases]);

        Assert.That(verdicts, Has.All.EqualTo(nameof(Verdict.Agrees)));
    }
}
