namespace Escalation.Language;

/// <summary>What an expression reads at one day of a path.</summary>
internal readonly struct PointReadings(IPath path, double day, bool isQuiet) : IEvaluationSource
{
    public bool IsQuiet => isQuiet;

    public double Read(Variable variable) => variable.Kind == VariableKind.Day ? day : path.At(variable, day);
}
