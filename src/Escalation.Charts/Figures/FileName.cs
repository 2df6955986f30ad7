using System.Text;

namespace Escalation.Charts.Figures;

/// <summary>Names that are fit for files and for columns of tables.</summary>
public static class FileName
{
    private const int Longest = 60;

    /// <summary>A name of lower-case letters, digits and hyphens; what else there is becomes a hyphen.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = new StringBuilder();
        foreach (var letter in text)
        {
            var kept = char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-';
            if (name.Length < Longest && (kept != '-' || (name.Length > 0 && name[^1] != '-')))
            {
                name.Append(kept);
            }
        }

        return name.ToString().TrimEnd('-') is { Length: > 0 } made ? made : "unnamed";
    }

    /// <summary>The name of a column, with its unit: <c>calm_days_d</c>.</summary>
    public static string Field(string measure, string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Of(measure).Replace('-', '_') + (unit.Length == 0 ? "" : "_" + Of(unit).Replace('-', '_'));
    }
}
