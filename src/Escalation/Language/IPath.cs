namespace Escalation.Language;

/// <summary>How what a formula reads moves while nothing happens. <see cref="VariableKind.Day"/> is known without it.</summary>
public interface IPath
{
    /// <summary>Whether a variable may change before the next event.</summary>
    /// <param name="variable">The variable.</param>
    /// <returns>False if it is constant until then.</returns>
    bool Moves(Variable variable);

    /// <summary>The value of a variable at a day if nothing happens before.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="day">The day, not before the present.</param>
    /// <returns>Its value; never NaN.</returns>
    double At(Variable variable, double day);

    /// <summary>Bounds on value and slope over a closed stretch of time.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="fromDay">Its first day.</param>
    /// <param name="toDay">Its last day.</param>
    /// <returns>Bounds that hold every value that <see cref="At"/> gives on the stretch, and every slope.</returns>
    Motion Over(Variable variable, double fromDay, double toDay);
}
