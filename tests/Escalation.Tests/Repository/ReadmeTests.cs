using System.Text;
using System.Text.RegularExpressions;
using Escalation.Cli;
using Escalation.Tests.Support;

namespace Escalation.Tests.Repository;

/// <summary>What the front page tells people to type exists and is understood.</summary>
internal sealed class ReadmeTests
{
    private const string Project = "dotnet run -c Release --project src/Escalation.Cli -- ";

    private static readonly string[] Prefixes = [Project, "escalate "];

    private static IEnumerable<string> Commands =>
        Regex.Matches(Source.Text("README.md"), @"^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)
            .SelectMany(block => block.Groups[1].Value.Split('\n'))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0);

    private static IEnumerable<string> Programs =>
        Commands.Where(command => Prefixes.Any(prefix => command.StartsWith(prefix, StringComparison.Ordinal)));

    [Test]
    public void The_first_command_runs_the_main_scenario() =>
        Assert.That(Commands.First(), Is.EqualTo(Project + "run scenarios/iraq-syria-2023-10.yaml"));

    [Test]
    public void The_second_command_runs_the_tests_and_is_the_one_that_ci_takes()
    {
        var tests = Commands.ElementAt(1);
        var taken = Source.LinesOf("README.md").First(line => Regex.IsMatch(line.Text, "^dotnet test( |$)")).Text;

        Assert.That(tests, Does.StartWith("dotnet test ").And.Contain("--logger trx"));
        Assert.That(taken, Is.EqualTo(tests));
        Assert.That(Source.Text(".ci/run"), Does.Contain("test_command=$(grep -m 1 -E '^dotnet test( |$)' README.md)"));
    }

    [TestCaseSource(nameof(Programs))]
    public void A_command_is_one_that_the_program_understands(string command)
    {
        var arguments = Arguments(command).ToArray();
        using var answers = new MemoryStream();
        using var messages = new MemoryStream();
        using var terminal = Terminal.OfStreams(answers, messages, width: 100, isRich: false);

        // With --help nothing is done, but options and verbs that do not exist are found.
        var exit = Application.Run([.. arguments.Where(argument => argument != "--"), "--help"], terminal, TimeProvider.System);

        Assert.That(exit, Is.Zero, Encoding.UTF8.GetString(messages.ToArray()));
        foreach (var argument in arguments)
        {
            var option = argument.Split('=')[0];
            if (option.StartsWith("--", StringComparison.Ordinal))
            {
                Assert.That(Encoding.UTF8.GetString(answers.ToArray()), Does.Contain($"{option} ").Or.Contain($"{option}\n"));
            }
        }
    }

    [Test]
    public void A_path_that_the_front_page_names_exists()
    {
        var text = Source.Text("README.md");
        var links = Regex.Matches(text, @"\]\(([^)#:]+)\)").Select(match => match.Groups[1].Value);
        var scenarios = Regex.Matches(text, @"scenarios/[\w-]+\.yaml").Select(match => match.Value);

        foreach (var path in links.Concat(scenarios))
        {
            Assert.That(Source.PathOf(path), Does.Exist);
        }
    }

    private static IEnumerable<string> Arguments(string command)
    {
        var typed = command[Prefixes.First(prefix => command.StartsWith(prefix, StringComparison.Ordinal)).Length..];
        return Regex.Matches(typed.Split('|')[0], @"'[^']*'|""[^""]*""|\S+")
            .Select(match => match.Value.Trim('\'', '"'));
    }
}
