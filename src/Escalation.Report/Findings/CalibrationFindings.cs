using System.Collections.Immutable;
using System.Globalization;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Report.Page;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>What a calibration found: what the targets taught about each uncertainty, and whether the model can show what was
/// observed.</summary>
public sealed class CalibrationFindings
{
    private const double Level = 0.95;
    private const double SmallTail = 0.05;

    // Counts of independent events have 1; beyond 2 a Poisson law is too narrow by a factor of 1.4.
    private const double Overdispersed = 2;
    // A quarter of the variance of the noise is an eighth of its width.
    private const double LoudMean = 0.25;
    private const int MostNamed = 3;
    private const int MostListed = 8;

    private readonly CalibrationResult result;
    private readonly Scenario scenario;
    private readonly ImmutableArray<Parameter> parameters;

    private CalibrationFindings(CalibrationResult result)
    {
        this.result = result;
        scenario = result.Plan.Readings.Scenario;
        parameters = [.. result.Plan.Space.Inputs.Select(input => scenario.Parameters[input.Parameter])];
    }

    private SamplerResult Sampler => result.Sampler;

    /// <summary>Makes the findings of a calibration.</summary>
    /// <param name="result">What it found.</param>
    /// <param name="scenarioSha256">SHA-256 of the scenario file.</param>
    /// <returns>The findings.</returns>
    public static Findings Of(CalibrationResult result, string scenarioSha256)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(scenarioSha256);
        var found = new CalibrationFindings(result);
        return new()
        {
            Experiment = "calibrate",
            ScenarioName = found.scenario.Name,
            Answer = found.Answer(),
            Notes = found.Notes(),
            Tables = [found.UncertaintyTable(), found.TargetTable()],
            Data = CalibrationTables.Of(result),
            Charts = CalibrationCharts.Of(result, scenarioSha256),
        };
    }

    private string Answer()
    {
        var informed = Enumerable.Range(0, parameters.Length)
            .Where(index => result.Learnings[index].IsInformed)
            .OrderByDescending(index => result.Learnings[index].Contraction)
            .ToList();
        var many = Words.Counted(result.Fits.Length, "target");
        if (Sampler.End == SamplerEnd.NothingComparable)
        {
            return $"Nothing was learnt: no history of the prior gives all {many} a value that could be compared.";
        }

        if (informed.Count == 0)
        {
            return $"{Words.Capital(many)} taught nothing that can be told from chance about {Names(parameters)}.";
        }

        var told = string.Join("; ", informed.Take(MostNamed).Select(index =>
            $"{parameters[index].Name}{Unit(parameters[index])} is {Range(result.Learnings[index].Posterior)}, before "
                + Range(result.Learnings[index].Prior)));
        return $"{Words.Capital(many)} taught something about {Words.Count(informed.Count)} of "
            + $"{Words.Counted(parameters.Length, "uncertainty", "uncertainties")}: {told}.";
    }

    private ImmutableArray<string> Notes() =>
    [
        .. new[] { Method(), End(), Size(), NotInformed(), Confounded(), NotMet(), Dispersed(), Loud(), Honesty() }
            .OfType<string>(),
    ];

    private string Method()
    {
        var plan = result.Plan;
        var proposals = Sampler.Generations.Sum(generation => generation.Proposals);
        var way = plan.HasLikelihood
            ? "The likelihood of the counts, each about its expected count, was raised from power 0 to 1"
            : "Approximate Bayesian computation: proposals whose observations lie near the real ones were kept, ever nearer";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{way}, over {Words.Counted(Sampler.Generations.Length, "generation")} of {plan.Particles:N0} particles: ")
            + $"{Words.Count(proposals)} proposals with {Words.Histories(plan.Replications)} each, each with luck of its own."
            + (Sampler.IsAdjusted ? " Regression then moved the particles to where they would meet the targets exactly." : "");
    }

    private string? End() => Sampler.End switch
    {
        SamplerEnd.BudgetSpent when result.Plan.HasLikelihood => string.Create(
            CultureInfo.InvariantCulture,
            $"The budget was spent at power {Sampler.Generations[^1].Temperature:G3} of the likelihood: this is not yet the ")
            + "posterior, which is narrower. Take a higher --budget.",
        SamplerEnd.BudgetSpent => "The budget was spent while the tolerance still fell: the posterior is too wide. Take a higher "
            + "--budget.",
        SamplerEnd.FewAccepted => "It ended when fewer than 2 % of the proposals were accepted; what tolerance is left widens "
            + "the posterior.",
        _ => null,
    };

    private string Size()
    {
        var count = Math.Round(Sampler.Cloud.EffectiveCount).ToString("N0", CultureInfo.InvariantCulture);
        return $"The particles are worth {count} equally weighted ones: " + result.Size switch
        {
            PosteriorSize.TooFew => "too few to be read; take more --particles.",
            PosteriorSize.Rough => "medians can be read, ends of intervals are rough; more --particles help.",
            _ => "enough for medians and intervals.",
        };
    }

    private string? NotInformed()
    {
        ImmutableArray<Parameter> idle = [.. parameters.Where((_, index) => !result.Learnings[index].IsInformed)];
        return idle.IsEmpty || idle.Length == parameters.Length ? null
            : $"The data did not inform {Names(idle)}: prior and posterior cannot be told apart, and what hangs on "
                + $"{(idle.Length == 1 ? "it" : "them")} is as unknown as before.";
    }

    private string? Confounded()
    {
        var pairs = result.Pairs.Where(pair => pair.IsConfounded)
            .OrderByDescending(pair => Math.Abs(pair.Rank))
            .Select(pair => string.Create(
                CultureInfo.InvariantCulture,
                $"{parameters[pair.First].Name} and {parameters[pair.Second].Name} (rank correlation {pair.Rank:0.00}: ")
                + (pair.Rank > 0 ? "they rise together)" : "more of one makes up for less of the other)"))
            .ToList();
        return pairs.Count == 0 ? null
            : "The data hardly tell apart " + string.Join(", ", pairs)
                + ". Their separate intervals are wider than what is known of both together; posterior.csv has the particles.";
    }

    private string? NotMet()
    {
        var far = result.Fits.Where(fit => !(fit.TailProbability >= SmallTail)).ToList();
        return far.Count == 0 ? null
            : "Even the posterior hardly shows " + string.Join(
                ", ",
                far.Take(MostNamed * 2).Select(fit => $"'{fit.Target.Title}' ({PairedDifference.Chance(fit.TailProbability)})"))
                + (far.Count > MostNamed * 2 ? $" and {Words.Count(far.Count - (MostNamed * 2))} more" : "")
                + string.Create(CultureInfo.InvariantCulture, $": tail probabilities below {SmallTail}. ")
                + $"Of {Words.Counted(result.Fits.Length, "target")} one in twenty is so by chance; beyond that the model lacks "
                + "something.";
    }

    private string? Dispersed()
    {
        var wide = result.Fits.Where(fit => fit is
        {
            Target.Noise.Kind: NoiseKind.Poisson, Dispersion: > Overdispersed,
        }).ToList();
        return wide.Count == 0 ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Histories of one and the same model vary {wide.Max(fit => fit.Dispersion):0.#} times as much as Poisson ")
                + $"counts in {Words.Counted(wide.Count, "target")}: one real history tells less than 'noise: poisson' assumes, "
                + "and the posterior is too narrow. With 'noise: negative_binomial' the counts vary as the histories do.";
    }

    private string? Loud()
    {
        var replications = result.Plan.Replications;
        var loud = result.Fits.Where(fit => fit.Target.Noise.Kind == NoiseKind.Poisson)
            .Where(fit => fit.Dispersion / replications > LoudMean)
            .ToList();
        return loud.Count == 0 ? null
            : $"An expected count is the mean of {Words.Histories(replications)}, whose own error is not small beside the noise "
                + $"of {Words.Counted(loud.Count, "target")}: it widens the posterior. Take about "
                + $"{Words.Count((long)Math.Ceiling(loud.Max(fit => fit.Dispersion) / LoudMean))} --replications.";
    }

    private static string Honesty() =>
        "The targets were used up by fitting: that the posterior shows them proves nothing. Judge it on numbers that were not "
            + "fitted. See docs/calibration.md.";

    private FindingsTable UncertaintyTable() => new(
        "What the targets taught: median and 95 % interval before and after",
        [("uncertainty", false), ("prior", true), ("posterior", true), ("contraction", true), ("verdict", false)],
        [
            .. parameters.Select((parameter, index) => new[]
            {
                parameter.Name + Unit(parameter), Range(result.Learnings[index].Prior), Range(result.Learnings[index].Posterior),
                Percent(result.Learnings[index].Contraction), result.Learnings[index].IsInformed ? "informed" : "not informed",
            }),
        ]);

    private FindingsTable TargetTable() => new(
        "What would be observed: median and 95 % range, of the prior and, on fresh histories, of the posterior",
        [("target", false), ("observed", true), ("prior", true), ("posterior", true), ("tail", true)],
        [
            .. result.Fits.Select(fit => new[]
            {
                fit.Target.Title, Words.Number(fit.Target.Observed), Predicted(fit.Prior), Predicted(fit.Posterior),
                double.IsNaN(fit.TailProbability) ? "–" : PairedDifference.Chance(fit.TailProbability),
            }),
        ]);

    private static string Predicted(WeightedSample? sample) => sample is null ? "–" : Range(sample);

    private static string Range(WeightedSample sample)
    {
        var range = sample.CentralRange(Level);
        return $"{Words.Number(sample.Quantile(0.5))} ({Words.Number(range.Lower)} to {Words.Number(range.Upper)})";
    }

    private static string Unit(Parameter parameter) =>
        JsonText.Unit(parameter.Quantity) is { Length: > 0 } unit ? $" ({unit})" : "";

    private static string Percent(double share) =>
        double.IsFinite(share) ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %") : "–";

    private static string Names(ImmutableArray<Parameter> named) =>
        string.Join(", ", named.Take(MostListed).Select(parameter => parameter.Name))
            + (named.Length > MostListed ? $" and {Words.Count(named.Length - MostListed)} more" : "");
}
