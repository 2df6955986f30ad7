using System.Text;
using Escalation.Loading;

namespace Escalation.Tests.Loading;

/// <summary>The worked example with random damage: it is read, or it is explained; nothing else can happen.</summary>
internal sealed class MutationTests
{
    private static readonly string Example = TestFile.Text("worked-example.yaml");
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Example);
    private static readonly string[] Lines = Example.Split('\n');

    [FsCheck.NUnit.Property(MaxTest = 60, Replay = "42,1")]
    public bool Changed_bytes_are_answered((int Place, byte Value)[] changes)
    {
        var bytes = (byte[])Bytes.Clone();
        foreach (var (place, value) in changes)
        {
            bytes[Index(place, bytes.Length)] = value;
        }

        var list = new DiagnosticList();
        var source = ScenarioFile.Decode("a.yaml", bytes, list);
        return source is null ? list.HasErrors : IsAnswered(ScenarioReader.ReadText("a.yaml", source.Text));
    }

    [FsCheck.NUnit.Property(MaxTest = 60, Replay = "42,1")]
    public bool Changed_punctuation_is_answered((int Place, byte Value)[] changes)
    {
        const string Marks = ":,[]{}()#&*!|>'\"%@`-?.=<+/^ \t\n0a";
        var text = new StringBuilder(Example);
        foreach (var (place, value) in changes)
        {
            text[Index(place, text.Length)] = Marks[value % Marks.Length];
        }

        return IsAnswered(ScenarioReader.ReadText("a.yaml", text.ToString()));
    }

    [FsCheck.NUnit.Property(MaxTest = 60, Replay = "42,1")]
    public bool Moved_and_missing_lines_are_answered((int From, int To)[] moves)
    {
        var lines = Lines.ToList();
        foreach (var (from, to) in moves)
        {
            var line = lines[Index(from, lines.Count)];
            if (to % 3 == 0)
            {
                lines.RemoveAt(Index(from, lines.Count));
            }
            else
            {
                lines.Insert(Index(to, lines.Count), line);
            }
        }

        return IsAnswered(ScenarioReader.ReadText("a.yaml", string.Join('\n', lines)));
    }

    [FsCheck.NUnit.Property(MaxTest = 60, Replay = "42,1")]
    public bool Exchanged_words_are_answered((int One, int Other)[] swaps)
    {
        var words = Example.Split(' ');
        foreach (var (one, other) in swaps)
        {
            var (i, j) = (Index(one, words.Length), Index(other, words.Length));
            (words[i], words[j]) = (words[j], words[i]);
        }

        return IsAnswered(ScenarioReader.ReadText("a.yaml", string.Join(' ', words)));
    }

    private static int Index(int value, int length) => (int)((uint)(value * 7919) % (uint)length);

    // Rendering is part of the answer: a place outside the text would show there.
    private static bool IsAnswered(ScenarioReading reading)
    {
        var errors = reading.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var rendered = reading.Diagnostics.All(diagnostic =>
            DiagnosticText.Render(diagnostic, "a.yaml", reading.Source).Split('\n').Length <= 4
            && diagnostic.Where.Line <= reading.Source!.Lines.Length);
        return rendered && (reading.Scenario is null) == (errors > 0);
    }
}
