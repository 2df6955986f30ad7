using System.Collections.Immutable;

namespace Escalation.Language;

/// <summary>The names that an expression may use where it stands.</summary>
public interface IScope
{
    /// <summary>All names that could be meant here, for suggestions.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>What a name stands for; never throws.</summary>
    /// <param name="path">The name as written, cut at its dots: <c>fear</c>, <c>iran</c> <c>grievance</c>, <c>event</c>
    /// <c>actor</c> <c>fear</c>.</param>
    /// <returns>A node or a problem.</returns>
    Resolution Resolve(ImmutableArray<string> path);

    /// <summary>What <c>condition is state</c> stands for; never throws.</summary>
    /// <param name="condition">The name of the condition as written.</param>
    /// <param name="state">The name of the state as written.</param>
    /// <returns>The comparison of the condition with the index of the state, or a problem.</returns>
    Resolution ResolveIs(string condition, string state);
}

/// <summary>What a name stands for: a node, or a problem with a hint how to mend it.</summary>
/// <param name="Node">The node, or null.</param>
/// <param name="Problem">What is wrong, or null.</param>
/// <param name="Hint">How to mend it, or null.</param>
public sealed record Resolution(Node? Node, string? Problem = null, string? Hint = null);

/// <summary>The place where an expression stands, and what is asked of it there.</summary>
/// <param name="Scope">The names that it may use.</param>
/// <param name="Expected">The type that it must have; null: any. A number is taken as a truth where one is expected.</param>
/// <param name="AllowsDraws">Whether distributions may stand in it.</param>
/// <param name="Noun">What it is, for messages: "a delay", "a chance", "the value of a lever".</param>
public sealed record FormulaSite(IScope Scope, Quantity? Expected, bool AllowsDraws, string Noun);

/// <summary>Something wrong in the text of an expression.</summary>
/// <param name="Start">Offset of its first character in the text, from 0.</param>
/// <param name="Length">How many characters it covers, at least 1; where something is missing at the end, the one behind
/// it.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">How to mend it, or null.</param>
public sealed record Problem(int Start, int Length, string Message, string? Hint);

/// <summary>What came of reading an expression.</summary>
/// <param name="Root">The typed and folded tree; null if there are problems.</param>
/// <param name="Problems">What is wrong, in the order of the text.</param>
public sealed record FormulaReading(Node? Root, ImmutableArray<Problem> Problems);
