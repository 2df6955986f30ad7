using System.Text.RegularExpressions;
using Escalation.Tests.Support;

namespace Escalation.Tests.Repository;

/// <summary>The rooms of the library use only what the map in <c>src/README.md</c> allows.</summary>
internal sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Engine"] = [],
        ["Language"] = ["Engine"],
        ["Model"] = ["Engine", "Language"],
        ["Loading"] = ["Engine", "Language", "Model"],
        ["Simulation"] = ["Engine", "Language", "Model"],
        ["Experiments"] = ["Engine", "Language", "Model", "Simulation"],
        ["Tuning"] = ["Engine", "Language", "Model", "Simulation", "Experiments"],
        ["Verification"] = ["Engine", "Language", "Model", "Loading", "Simulation", "Experiments"],
        ["Results"] = ["Language", "Model", "Simulation", "Experiments", "Verification"],
    };

    private static IEnumerable<string> Rooms => MayUse.Keys;

    [Test]
    public void Every_folder_of_the_library_is_a_room_of_the_map()
    {
        var folders = Source.Files("src/Escalation").Select(file => file.Split('/'))
            .Where(parts => parts.Length > 3).Select(parts => parts[2]);

        Assert.That(folders.Distinct(), Is.SubsetOf(MayUse.Keys));
    }

    [TestCaseSource(nameof(Rooms))]
    public void A_room_names_only_the_rooms_it_may_use(string room)
    {
        var barred = string.Join('|', MayUse.Keys.Except(MayUse[room]).Where(other => other != room));

        // In full, or in short from within the namespace Escalation.
        var names = new Regex($@"\bEscalation\.({barred})\b|(?<![\w.""])({barred})\.[A-Z]\w*\b(?!"")");
        var offences = Source.Code($"src/Escalation/{room}").Where(line => names.IsMatch(line.Text));

        Assert.That(offences, Is.Empty);
    }

    [TestCaseSource(nameof(Rooms))]
    public void A_file_says_the_namespace_of_its_room(string room)
    {
        var offences = Source.Code($"src/Escalation/{room}")
            .Where(line => line.Text.StartsWith("namespace ", StringComparison.Ordinal))
            .Where(line => line.Text != $"namespace Escalation.{room};");

        Assert.That(offences, Is.Empty);
    }

    [Test]
    public void Charts_know_numbers_alone()
    {
        var others = new Regex(@"\bEscalation\.(?!Charts\b)\w");
        var offences = Source.Code("src/Escalation.Charts").Where(line => others.IsMatch(line.Text));
        var project = File.ReadAllText(Source.PathOf("src/Escalation.Charts/Escalation.Charts.csproj"));

        Assert.That(offences, Is.Empty);
        Assert.That(project, Does.Not.Contain("ProjectReference").And.Not.Contain("PackageReference"));
    }

    [TestCase("YamlDotNet", "src/Escalation/Loading/")]
    [TestCase("MathNet", "src/Escalation/Experiments/", "src/Escalation/Tuning/")]
    [TestCase("System.CommandLine", "src/Escalation.Cli/")]
    [TestCase("Spectre", "src/Escalation.Cli/")]
    public void A_package_stays_in_its_room(string package, params string[] rooms)
    {
        var name = new Regex($@"\b{Regex.Escape(package)}\b");
        var offences = Source.Code("src")
            .Where(line => !rooms.Any(room => line.File.StartsWith(room, StringComparison.Ordinal)))
            .Where(line => name.IsMatch(line.Text));

        Assert.That(offences, Is.Empty);
    }
}
