using System.Diagnostics.CodeAnalysis;

namespace Escalation.Results;

/// <summary>The folder of an experiment: a run folder whose rows are kept in blocks, so that it goes on where it stopped and one
/// more point costs that point alone. One process works in it at a time.</summary>
public sealed class ExperimentFolder : IDisposable
{
    private const string LockName = "lock";

    private readonly RunFolder folder;
    private readonly FileStream claim;
    private ExperimentManifest manifest;

    private ExperimentFolder(RunFolder folder, FileStream claim, ExperimentManifest manifest, BlockFolder blocks) =>
        (this.folder, this.claim, this.manifest, Blocks) = (folder, claim, manifest, blocks);

    /// <summary>Its path.</summary>
    public string Path => folder.Path;

    /// <summary>What was run.</summary>
    public ExperimentManifest Manifest => manifest;

    /// <summary>The rows that are done.</summary>
    public BlockFolder Blocks { get; }

    /// <summary>Makes the folder of an experiment, or takes up one that holds rows of the same scenario, seed and
    /// version.</summary>
    /// <param name="path">Its path; null: a new one below <c>runs</c>.</param>
    /// <param name="force">True: what an earlier run left in it is replaced.</param>
    /// <param name="manifest">What is to be run.</param>
    /// <param name="width">Numbers a row.</param>
    /// <returns>The folder; nobody else can open it until it is closed.</returns>
    /// <exception cref="RunFolderException">It cannot be made, holds something else, or another process works in it.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The folder owns the claim; if it cannot be opened, it is given "
        + "up.")]
    public static ExperimentFolder Open(string? path, bool force, ExperimentManifest manifest, int width)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var earlier = path is not null && Directory.Exists(path) && !force ? ExperimentManifest.Read(path) : null;
        if (earlier is not null && Differs(earlier, manifest) is { } difference)
        {
            throw new RunFolderException(
                $"cannot write to '{path}': it holds {difference}; give another --out, or --force to replace it");
        }

        var folder = path is null ? RunFolder.CreateBelowRuns(manifest.ScenarioPath, manifest.Start, manifest.Experiment)
            : Directory.Exists(path) && (force || earlier is not null || IsUnbegun(path)) ? RunFolder.At(path)
            : RunFolder.Open(path, force: false);
        var claim = Claim(folder);
        try
        {
            if (force && path is not null)
            {
                // Only now is it sure that nobody works in what is taken away here.
                folder = RunFolder.Open(folder.Path, force: true);
            }

            if (earlier is not null)
            {
                manifest = manifest with { Start = earlier.Start };
            }

            var blocks = BlockFolder.Open(folder, manifest.Version, manifest.ScenarioSha256, manifest.Seed, width);
            folder.Write("manifest.json", manifest.Write);
            return new(folder, claim, manifest, blocks);
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>Writes a file of the experiment.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="write">Writes its content.</param>
    /// <exception cref="RunFolderException">It cannot be written.</exception>
    public void Write(string name, Action<Stream> write) => folder.Write(name, write);

    /// <summary>Keeps a file that lies beside the scenario.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="RunFolderException">It cannot be written.</exception>
    public void WriteBeside(string name, ReadOnlyMemory<byte> bytes) => folder.WriteBeside(name, bytes);

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="RunFolderException">It cannot be written.</exception>
    public void Write(DataTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        folder.Write(table.Name + ".csv", table.WriteCsv);
    }

    /// <summary>The folder to write charts into.</summary>
    public RunFolder ForCharts => folder;

    /// <summary>Writes the manifest that vouches for everything else.</summary>
    /// <param name="points">Points of the experiment.</param>
    /// <param name="pointsDone">Points that are whole.</param>
    /// <param name="end">When it was done.</param>
    /// <exception cref="RunFolderException">It cannot be written.</exception>
    public void Close(int points, int pointsDone, DateTimeOffset end)
    {
        manifest = manifest with { Points = points, PointsDone = pointsDone, End = end };
        folder.Write("manifest.json", manifest.Write);
    }

    /// <summary>Takes away the folder if nothing is in it that is worth anything.</summary>
    public void Discard()
    {
        if (!folder.BlockFiles().Any())
        {
            claim.Dispose();
            folder.Discard();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => claim.Dispose();

    // Rows have names of their own, so that another scenario, seed or version could do no harm: but its tables would be lost.
    private static string? Differs(ExperimentManifest earlier, ExperimentManifest wanted)
    {
        if (earlier.Experiment != wanted.Experiment)
        {
            return $"the experiment of 'escalate {earlier.Experiment}'";
        }

        if (earlier.ScenarioSha256 != wanted.ScenarioSha256)
        {
            return $"a {earlier.Experiment} of another scenario, or of an earlier text of it";
        }

        if (earlier.Version != wanted.Version)
        {
            return $"what escalate {earlier.Version} wrote, and this is {wanted.Version}";
        }

        return earlier.Seed == wanted.Seed
            ? null
            : FormattableString.Invariant($"a {earlier.Experiment} with --seed {earlier.Seed}");
    }

    // What was killed before it wrote its manifest left no more than these.
    private static bool IsUnbegun(string path)
    {
        var names = Directory.EnumerateFileSystemEntries(path).Select(System.IO.Path.GetFileName).ToList();
        return names.Count > 0 && names.All(name =>
            name == LockName || name!.EndsWith(RunFolder.TemporaryEnding, StringComparison.Ordinal));
    }

    // The system gives the lock up when the process ends, however it ends.
    private static FileStream Claim(RunFolder folder)
    {
        var path = System.IO.Path.Combine(folder.Path, LockName);
        try
        {
            return new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException cause) when (File.Exists(path))
        {
            throw new RunFolderException(
                $"cannot write to '{folder.Path}': another escalate works in it; wait for it, or give another --out", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw RunFolderException.Of(folder.Path, cause);
        }
    }
}
