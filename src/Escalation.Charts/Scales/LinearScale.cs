using System.Collections.Immutable;

namespace Escalation.Charts.Scales;

/// <summary>Equal steps are equally long.</summary>
internal sealed class LinearScale : Scale
{
    private readonly NumberStyle style;
    private readonly DateOnly? start;
    private readonly double step;

    /// <summary>Makes one.</summary>
    public LinearScale(double low, double high, double from, double to, NumberStyle style, DateOnly? start)
        : base(low, high, from, to)
    {
        (this.style, this.start) = (style, start);
        step = NiceNumbers.Step(low, high, Math.Clamp((int)(Math.Abs(to - from) / 75), 2, 8));
    }

    /// <inheritdoc/>
    public override ImmutableArray<Tick> Ticks => start is { } date
        ? DateTicks.Between(Low, High, date, Math.Clamp((int)(Math.Abs(To - From) / 95), 2, 8))
        : [.. NiceNumbers.Multiples(step, Low, High).Select(value => new Tick(value, NumberText.Of(value, step, style)))];

    /// <inheritdoc/>
    protected override double Part(double value) => (value - Low) / (High - Low);
}
