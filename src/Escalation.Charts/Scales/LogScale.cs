using System.Collections.Immutable;

namespace Escalation.Charts.Scales;

/// <summary>Equal ratios are equally long.</summary>
internal sealed class LogScale : Scale
{
    private readonly NumberStyle style;

    /// <summary>Makes one.</summary>
    /// <param name="low">Above 0.</param>
    /// <param name="high">Above <paramref name="low"/>.</param>
    /// <param name="from">Pixel of the lower end.</param>
    /// <param name="to">Pixel of the upper end.</param>
    /// <param name="style">How numbers are written.</param>
    public LogScale(double low, double high, double from, double to, NumberStyle style)
        : base(low, high, from, to) => this.style = style;

    /// <inheritdoc/>
    public override double Base => Low;

    /// <inheritdoc/>
    public override ImmutableArray<Tick> Ticks
    {
        get
        {
            // Powers of ten; where they are few, 2 and 5 times these as well; where they are many, not each.
            var decades = Math.Log10(High / Low);
            var between = decades < 3 ? new double[] { 1, 2, 5 } : [1];
            var every = Math.Max(1, (int)Math.Ceiling(decades / 8));
            var first = (int)Math.Floor(Math.Log10(Low));
            var last = (int)Math.Ceiling(Math.Log10(High));
            return
            [
                .. from power in Enumerable.Range(first, last - first + 1)
                   where (power - first) % every == 0
                   from factor in between
                   let value = factor * Math.Pow(10, power)
                   where value >= Low * (1 - 1e-9) && value <= High * (1 + 1e-9)
                   select new Tick(value, NumberText.Of(value, value, style)),
            ];
        }
    }

    /// <inheritdoc/>
    protected override double Part(double value) => Math.Log(value / Low) / Math.Log(High / Low);
}
