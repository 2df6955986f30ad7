using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Escalation.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Escalation.Tests.Analytic.Mutation;

/// <summary>Compiles the library from its source with a bug in it, and runs its reference cases.</summary>
/// <remarks>The bug stands in the code that users run, not behind a seam that is there for the test.</remarks>
internal sealed partial class MutantFoundry
{
    private const string Folder = "src/Escalation";

    // What the project file says to the compiler.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // Rooms that no reference case goes through: compiling them would only cost time.
    private static readonly List<string> Unneeded = [$"{Folder}/Tuning/", $"{Folder}/Results/"];

    private static readonly CSharpParseOptions Syntax =
        new(LanguageVersion.Latest, DocumentationMode.None, preprocessorSymbols: ["NET", "NET10_0"]);

    private readonly Dictionary<string, SyntaxTree> trees;
    private readonly CSharpCompilation original;

    public MutantFoundry()
    {
        trees = Source.Files(Folder)
            .Where(file => !Unneeded.Exists(room => file.StartsWith(room, StringComparison.Ordinal)))
            .ToDictionary(file => file, file => Parse(file, Source.Text(file)));
        original = CSharpCompilation.Create(
            "Escalation",
            trees.Values.Append(CSharpSyntaxTree.ParseText(ImplicitUsings, Syntax)),
            References(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Compiles the library with some edits and checks reference cases with it.</summary>
    /// <returns>One verdict a figure; <c>Error</c> for a case in which a replication ended with an error.</returns>
    public string[] Verdicts(IEnumerable<Edit> edits, int replications, params string[] cases)
    {
        var mutated = edits.GroupBy(edit => edit.File).Aggregate(original, (compilation, ofFile) =>
        {
            var file = $"{Folder}/{ofFile.Key}";
            var text = ofFile.Aggregate(Source.Text(file), Replace);
            return compilation.ReplaceSyntaxTree(trees[file], Parse(file, text));
        });
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        try
        {
            using var image = Emit(mutated);
            var run = new MutantRun(context.LoadFromStream(image));
            return [.. cases.SelectMany(name => run.Verdicts(name, replications))];
        }
        finally
        {
            context.Unload();
        }
    }

    private static string Replace(string text, Edit edit)
    {
        Assert.That(text.Split(edit.Right), Has.Length.EqualTo(2), $"{edit.File} holds once: {edit.Right}");
        return text.Replace(edit.Right, edit.Wrong, StringComparison.Ordinal);
    }

    private static MemoryStream Emit(CSharpCompilation compilation)
    {
        var image = new MemoryStream();
        var resources = Source.Files($"{Folder}/Verification", "*.yaml").Select(file => new ResourceDescription(
            file[(Folder.Length + 1)..].Replace('/', '.'), () => File.OpenRead(Source.PathOf(file)), isPublic: true));
        var emitted = compilation.Emit(image, manifestResources: resources);
        var errors = emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => $"{found}");
        Assert.That(errors, Is.Empty, "A mutant compiles.");
        image.Position = 0;
        return image;
    }

    private static IEnumerable<MetadataReference> References()
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        string[] packages = ["YamlDotNet.dll", "MathNet.Numerics.dll"];
        return platform.Concat(packages.Select(package => Path.Combine(AppContext.BaseDirectory, package)))
            .DistinctBy(Path.GetFileName)
            .Where(file => !Path.GetFileName(file).StartsWith("Escalation", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));
    }

    // The generator of regular expressions does not run here: they are made when they are asked for.
    private static SyntaxTree Parse(string file, string text) => CSharpSyntaxTree.ParseText(
        GeneratedRegex().Replace(text, "$2$3 => new($1);"), Syntax, file);

    [GeneratedRegex(@"\[GeneratedRegex\(((?s:.*?))\)\]\s+(private static )partial (Regex \w+\(\));")]
    private static partial Regex GeneratedRegex();
}
