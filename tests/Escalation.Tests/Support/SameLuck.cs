using Escalation.Studies;

namespace Escalation.Tests.Support;

/// <summary>Compares two decisions in a scenario that comes with the program, history by history on the same luck.</summary>
/// <param name="file">The file in <c>scenarios</c>.</param>
/// <param name="replications">How many histories.</param>
internal sealed class SameLuck(string file, int replications = 2_000)
{
    private readonly Study study = new("scenarios/" + file, seed: 1, replications);

    /// <summary>Fails unless a column is higher with one set of values than with another, by more than luck explains: its mean
    /// difference is more than <see cref="Statistical.ZBound"/> standard errors above 0.</summary>
    /// <param name="column">An outcome or a measure that is a number in every history.</param>
    /// <param name="with">Settings such as <c>hotline=0, answer=0.5</c>; none: the values of the file.</param>
    /// <param name="than">The settings to compare with.</param>
    internal void AssertMore(string column, string with, string than)
    {
        var found = Contrast.Of(from: Column(column, than), to: Column(column, with));

        Assert.That(found.Errors, Is.GreaterThan(Statistical.ZBound), FormattableString.Invariant(
            $"{column} is {found.To:F3} with '{with}' and {found.From:F3} with '{than}'."));
    }

    /// <summary>Fails unless the mean of a column is as near to an exact value as luck allows.</summary>
    /// <param name="column">A measure that is a number in every history.</param>
    /// <param name="with">The settings.</param>
    /// <param name="exact">The exact value.</param>
    internal void AssertMean(string column, string with, double exact)
    {
        var found = Column(column, with);
        var errors = Contrast.Of(from: [.. found.Select(_ => exact)], to: found).Errors;

        Assert.That(errors, Is.EqualTo(0).Within(Statistical.ZBound));
    }

    /// <summary>A column over all histories.</summary>
    internal double[] Column(string column, string settings) => study.Rows(settings).Column(column);
}
