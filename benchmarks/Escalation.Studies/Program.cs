using Escalation.Benchmarks;
using Escalation.Charts;
using Escalation.Studies;
using Escalation.Studies.Mechanisms;
using Escalation.Studies.Record;

switch (args)
{
    case ["dilemma"]:
        var (text, charts) = new DilemmaPage(Study.Seed).Make();
        File.WriteAllText(Repository.PathOf("docs/dilemma.md"), text);
        foreach (var chart in charts)
        {
            File.WriteAllText(Repository.PathOf($"docs/images/{chart.Name}.svg"), ChartRenderer.Current.Draw(chart));
        }

        return 0;
    case ["record"]:
        File.WriteAllText(Repository.PathOf("docs/record.md"), new RecordPage(Study.Seed).Text());
        return 0;
    case ["model"]:
        File.WriteAllText(Repository.PathOf("docs/model.md"), new ModelPage(Study.Seed).Text());
        return 0;
    case ["mechanisms", .. var ids]:
        ExperimentTable.Write(Console.Out, Study.Seed, ids);
        return 0;
    default:
        Console.Error.WriteLine("""
            Writes a page of docs/ from the scenarios, or prints what the experiments of some mechanisms find. Usage:
              dotnet run -c Release -- dilemma
              dotnet run -c Release -- record
              dotnet run -c Release -- model
              dotnet run -c Release -- mechanisms M34 M05
            """);
        return 2;
}
