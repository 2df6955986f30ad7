using Escalation.Benchmarks;
using Escalation.Studies;
using Escalation.Studies.Record;

switch (args)
{
    case ["dilemma"]:
        File.WriteAllText(Repository.PathOf("docs/dilemma.md"), new DilemmaPage(Study.Seed).Text());
        return 0;
    case ["record"]:
        File.WriteAllText(Repository.PathOf("docs/record.md"), new RecordPage(Study.Seed).Text());
        return 0;
    default:
        Console.Error.WriteLine("Writes a page of docs/ from the scenarios. Usage: dotnet run -c Release -- dilemma|record");
        return 2;
}
