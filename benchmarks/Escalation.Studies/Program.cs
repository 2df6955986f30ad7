using Escalation.Benchmarks;
using Escalation.Studies;

switch (args)
{
    case ["dilemma"]:
        File.WriteAllText(Repository.PathOf("docs/dilemma.md"), new DilemmaPage(Study.Seed).Text());
        return 0;
    default:
        Console.Error.WriteLine("Writes a page of docs/ from the scenarios. Usage: dotnet run -c Release -- dilemma");
        return 2;
}
