using System.Collections.Immutable;

namespace Escalation.Charts.Scales;

/// <summary>One stretch of the axis for each name.</summary>
internal sealed class NameScale : Scale
{
    private readonly ImmutableArray<string> names;

    /// <summary>Makes one.</summary>
    public NameScale(ImmutableArray<string> names, double from, double to)
        : base(-0.5, names.Length - 0.5, from, to) => this.names = names;

    /// <inheritdoc/>
    public override ImmutableArray<Tick> Ticks => [.. names.Select((name, index) => new Tick(index, name))];

    /// <summary>Pixels of each name.</summary>
    public double Bandwidth => Math.Abs(To - From) / Math.Max(1, names.Length);

    /// <inheritdoc/>
    protected override double Part(double value) => (value - Low) / (High - Low);
}
