namespace Escalation.Tests.Analytic.Mutation;

/// <summary>A bug to be planted in the library.</summary>
/// <param name="Name">What is wrong with it, in words.</param>
/// <param name="Case">The reference case that must notice.</param>
/// <param name="Edits">The changes of the source.</param>
internal sealed record Mutant(string Name, string Case, params Edit[] Edits)
{
    public override string ToString() => Name;
}

/// <summary>A change of one source file.</summary>
/// <param name="File">The file, from the folder of the library.</param>
/// <param name="Right">What stands there, once.</param>
/// <param name="Wrong">What is to stand there.</param>
internal sealed record Edit(string File, string Right, string Wrong);
