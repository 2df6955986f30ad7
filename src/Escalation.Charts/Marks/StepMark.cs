namespace Escalation.Charts.Marks;

/// <summary>A line that stays where it is until the next point.</summary>
internal sealed class StepMark : LineMark
{
    /// <inheritdoc/>
    public override string Name => "step";

    /// <inheritdoc/>
    protected override bool IsStepped => true;
}
