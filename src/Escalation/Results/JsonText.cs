using System.Text.Encodings.Web;
using System.Text.Json;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Results;

/// <summary>How the files of a run folder write what JSON has no word for.</summary>
public static class JsonText
{
    /// <summary>Indented by two, LF on every machine, text as text: nobody puts these files into a web page unescaped.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The word for why an activation was dropped, as in the scenario language.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>One of <c>if chance limits unless cancelled unknown no_target horizon</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such reason.</exception>
    public static string Reason(DropReason reason) => reason switch
    {
        DropReason.If => "if",
        DropReason.Chance => "chance",
        DropReason.Limits => "limits",
        DropReason.Unless => "unless",
        DropReason.Cancelled => "cancelled",
        DropReason.Unknown => "unknown",
        DropReason.NoTarget => "no_target",
        DropReason.Horizon => "horizon",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };

    /// <summary>The unit in which values of a type are held.</summary>
    /// <param name="quantity">The type.</param>
    /// <returns><c>d</c>, <c>per d</c>, or nothing.</returns>
    public static string Unit(Quantity quantity) => quantity switch
    {
        Quantity.Duration => "d",
        Quantity.Rate => "per d",
        _ => "",
    };

    /// <summary>Writes a number, or null where there is none.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">Its key.</param>
    /// <param name="value">The number; NaN and infinities are nothing.</param>
    public static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
