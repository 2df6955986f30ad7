using System.Text.RegularExpressions;
using Escalation.Studies.Mechanisms;
using Escalation.Tests.Support;

namespace Escalation.Tests.Repository;

/// <summary><c>docs/model.md</c> says what the list of mechanisms says today, but for the figures.</summary>
internal sealed class ModelPageTests
{
    private const string Page = "docs/model.md";
    private const string Command = "cd benchmarks/Escalation.Studies; dotnet run -c Release -- model";

    [Test]
    public void The_page_has_every_experiment_of_today_in_the_same_words()
    {
        var today = MechanismList.All.SelectMany(mechanism =>
            mechanism.Experiments.Select(experiment => "| " + string.Join(" | ", ModelPage.Words(mechanism, experiment))));
        var rows = Source.LinesOf(Page).Select(line => line.Text)
            .Where(text => Regex.IsMatch(text, @"^\| (M\d\d)? \| "))
            .Select(text => string.Join(" | ", text.Split(" | ").Take(ModelPage.TextColumns)));

        Assert.That(rows, Is.EqualTo(today), Command);
    }

    [Test]
    public void The_page_begins_and_ends_as_today()
    {
        var page = Source.Text(Page);

        Assert.That(page[..page.IndexOf("## ", StringComparison.Ordinal)], Is.EqualTo(ModelText.Head), Command);
        Assert.That(page[(page.LastIndexOf("\n\n", StringComparison.Ordinal) + 2)..], Is.EqualTo(ModelText.Tail), Command);
    }
}
