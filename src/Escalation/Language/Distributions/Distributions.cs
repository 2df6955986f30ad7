using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Escalation.Language;

/// <summary>The distributions of the language.</summary>
[SuppressMessage("Naming", "CA1724",
    Justification = "The namespace of the same name belongs to a package that this room does not use.")]
public static class Distributions
{
    /// <summary>All of them, in the order of the reference page.</summary>
    public static ImmutableArray<Distribution> All { get; } =
    [
        ExponentialDistribution.Description,
        GammaDistribution.Description,
        LognormalDistribution.Description,
        WeibullDistribution.Description,
        UniformDistribution.Description,
        TriangularDistribution.Description,
        NormalDistribution.Description,
        BetaDistribution.Description,
        BernoulliDistribution.Description,
        BinomialDistribution.Description,
        PoissonDistribution.Description,
        GeometricDistribution.Description,
        NegativeBinomialDistribution.Description,
        ChoiceDistribution.Description,
    ];

    /// <summary>Finds one by its name.</summary>
    /// <param name="name">The name as written.</param>
    /// <returns>It, or null.</returns>
    public static Distribution? Find(string name) => All.FirstOrDefault(distribution => distribution.Name == name);
}
