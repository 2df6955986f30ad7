using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Names where no names may stand.</summary>
/// <param name="noun">What stands there: "the value of a lever".</param>
internal sealed class ConstantScope(string noun) : IScope
{
    /// <inheritdoc/>
    public IEnumerable<string> Names => [];

    /// <inheritdoc/>
    public Resolution Resolve(ImmutableArray<string> path) =>
        new(
            null,
            $"{Quote.Of(string.Join('.', path))} cannot stand here: {noun} reads no names",
            "write a number, such as '0.5', '2 d' or '0.1 per d'");

    /// <inheritdoc/>
    public Resolution ResolveIs(string condition, string state) => Resolve([condition]);
}
