namespace Escalation.Charts.Marks;

/// <summary>What lies between two lines that stay where they are until the next point.</summary>
internal sealed class StepBandMark : BandMark
{
    /// <inheritdoc/>
    public override string Name => "step-band";

    /// <inheritdoc/>
    protected override bool IsStepped => true;
}
