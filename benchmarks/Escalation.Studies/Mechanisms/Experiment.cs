using System.Collections.Immutable;

namespace Escalation.Studies.Mechanisms;

/// <summary>What the difference between two sides of an experiment should be.</summary>
internal enum Expected
{
    /// <summary>Above 0.</summary>
    More,

    /// <summary>Below 0.</summary>
    Less,

    /// <summary>Smaller than a given part of the value on the first side.</summary>
    Same,
}

/// <summary>Two variants of a scenario on the same luck, most often without and with a mechanism; or one of them, looked at in
/// two ways.</summary>
internal sealed record Experiment
{
    /// <summary>What is compared, in words: <c>from → to</c>, after a colon what holds on both sides.</summary>
    public required string Words { get; init; }

    /// <summary>What is looked at.</summary>
    public required string Observe { get; init; }

    /// <summary>What it is held against, if not the same on the other side.</summary>
    public string? Against { get; init; }

    /// <summary>Edits of the scenario on both sides.</summary>
    public ImmutableArray<Edit> Both { get; init; } = [];

    /// <summary>Edits on the first side.</summary>
    public ImmutableArray<Edit> From { get; init; } = [];

    /// <summary>Edits on the second side.</summary>
    public ImmutableArray<Edit> To { get; init; } = [];

    /// <summary>What the difference, second side less first, should be.</summary>
    public required Expected Expected { get; init; }

    /// <summary>For <see cref="Expected.Same"/>: below what part of the value on the first side the difference stays.</summary>
    public double Tolerance { get; init; }

    /// <summary>How many histories a test takes: as few as show it with a margin.</summary>
    public int Histories { get; init; } = 300;

    /// <summary>Runs both sides.</summary>
    /// <param name="scenario">The scenario, without folder and ending.</param>
    /// <param name="seed">The seed of both.</param>
    /// <param name="replications">Histories of each.</param>
    public Contrast Run(string scenario, ulong seed, int replications)
    {
        var second = Side(To);

        // Without edits of its own the first side is the second, seen through another observable.
        var first = From.IsEmpty && To.IsEmpty ? second : Side(From);
        return Contrast.Of(first.Values(Observable.Of(Against ?? Observe)), second.Values(Observable.Of(Observe)));

        Histories Side(ImmutableArray<Edit> own) => new Variant(scenario, [.. Both, .. own]).Run(seed, replications);
    }

    /// <summary>By how many standard errors a contrast lies on the expected side; the claim is shown if they are many.</summary>
    public double Margin(Contrast contrast) => Expected switch
    {
        Expected.More => contrast.Errors,
        Expected.Less => -contrast.Errors,
        _ => ((Tolerance * Math.Abs(contrast.From)) - Math.Abs(contrast.Difference.Mean)) / Math.Max(contrast.Error, double.Epsilon),
    };
}
