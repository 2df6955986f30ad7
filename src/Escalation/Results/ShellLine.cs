using System.Buffers;

namespace Escalation.Results;

/// <summary>Command lines to be typed again in a shell.</summary>
public static class ShellLine
{
    private static readonly SearchValues<char> PlainLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+%@");

    /// <summary>The line that calls the program with arguments.</summary>
    /// <param name="arguments">The arguments; those that a shell would change are quoted.</param>
    public static string Of(IEnumerable<string> arguments) => string.Join(' ', arguments.Prepend("escalate").Select(Quoted));

    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.AsSpan().IndexOfAnyExcept(PlainLetters) < 0
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
