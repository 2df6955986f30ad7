using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Keys of designs: each kind of design, each name and each column has luck of its own.</summary>
internal static class DesignKey
{
    // Keeps designs apart from histories, whose keys begin at the seed too.
    private static readonly ulong Mark = Key.OfName("design");

    /// <summary>The key of a design.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="kind">What kind of design it is.</param>
    /// <param name="name">What it is for.</param>
    public static ulong Of(ulong seed, string kind, string name) =>
        Key.Derive(Key.Derive(Key.Derive(seed, Mark), Key.OfName(kind)), Key.OfName(name));
}
