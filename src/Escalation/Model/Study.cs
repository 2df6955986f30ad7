using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Model;

/// <summary>An experiment with a scenario, written down so that it can be done again: a verb of the program and its
/// options.</summary>
/// <param name="Title">Its title.</param>
/// <param name="About">What it is to show; may be empty.</param>
/// <param name="Verb">The verb: <c>run</c>, <c>sweep</c>, …</param>
/// <param name="Options">The options in the order of the file, each named once. Which there are, only the program that has the
/// verb knows.</param>
/// <param name="Where">Where its title stands.</param>
/// <param name="VerbWhere">Where its verb stands.</param>
public sealed record Study(
    string Title, string About, string Verb, ImmutableArray<StudyOption> Options, SourceSpan Where, SourceSpan VerbWhere);

/// <summary>An option of a study.</summary>
/// <param name="Name">Its long name without the dashes before it: <c>replications</c>, <c>no-report</c>.</param>
/// <param name="Values">What is given, at least one: several where the option is repeated. A switch has <c>true</c> or
/// <c>false</c>.</param>
/// <param name="Where">Where its name stands.</param>
public sealed record StudyOption(string Name, ImmutableArray<StudyValue> Values, SourceSpan Where);

/// <summary>A value of an option.</summary>
/// <param name="Text">The text as on a command line; not empty.</param>
/// <param name="Where">Where it stands.</param>
public sealed record StudyValue(string Text, SourceSpan Where);
