using System.Collections.Immutable;
using System.Reflection;

namespace Escalation.Verification;

/// <summary>The reference cases that ship with the program.</summary>
public static class ReferenceCases
{
    private static readonly Lazy<ImmutableArray<ReferenceCase>> Shipped =
        new(() => ReferenceReader.Read(Text("exact-values.yaml")));

    /// <summary>All of them, in the order of their numbers.</summary>
    public static ImmutableArray<ReferenceCase> All => Shipped.Value;

    /// <summary>Finds cases by a name as people type it.</summary>
    /// <param name="name">A whole name, or its part before the first dash; case does not count.</param>
    /// <returns>The case, or null if there is none.</returns>
    public static ReferenceCase? Find(string name) => All.FirstOrDefault(known =>
        known.Id.Equals(name, StringComparison.OrdinalIgnoreCase)
        || known.Id.Split('-')[0].Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A text of this room that is embedded in the library.</summary>
    internal static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Verification." + name)
            ?? throw new InvalidOperationException($"The library lacks its text '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
