using System.Globalization;
using System.Text;

namespace Escalation.Results;

/// <summary>The folder in which a run leaves its files. A file is there whole or not at all.</summary>
public sealed class RunFolder
{
    internal const string TemporaryEnding = ".part";

    // Every file that a run may leave, so that --force clears what an earlier run left and nothing else.
    private static readonly string[] FileNames =
    [
        "manifest.json", "scenario.yaml", "resolved.yaml", "summary.json", "replications.csv", "series.csv", "events.csv",
        "first_passage.csv", "report.html", "points.csv", "differences.csv", "cases.csv", "indices.csv", "effects.csv",
        "futures.csv", "boxes.csv", "peeling.csv", "uncertainties.csv", "targets.csv", "pairs.csv", "posterior.csv",
        "generations.csv",
    ];

    private const string ChartFolder = "charts";

    private const string BlockFolderName = "blocks";

    // A file beside the scenario may be called as one of the results.
    private const string BesideFolderName = "beside";

    private static readonly string[] ChartEndings = [".svg", ".csv", ".vl.json", ".png"];

    private static readonly string[] BlockEndings = [".rows", ".rows.bad"];

    private readonly bool isNew;

    private RunFolder(string path, bool isNew)
    {
        Path = path;
        this.isNew = isNew;
    }

    /// <summary>Its path, as given or made.</summary>
    public string Path { get; }

    /// <summary>Makes a new folder <c>runs/&lt;scenario&gt;-&lt;UTC time&gt;</c> below the current one.</summary>
    /// <param name="scenarioPath">Path of the scenario file, whose name without ending goes into that of the folder.</param>
    /// <param name="start">When the run began.</param>
    /// <param name="experiment">What it is, if it is no plain run; it goes into the name.</param>
    /// <returns>The folder, which is empty.</returns>
    /// <exception cref="RunFolderException">It cannot be made.</exception>
    public static RunFolder CreateBelowRuns(string scenarioPath, DateTimeOffset start, string experiment = "")
    {
        var time = start.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var what = System.IO.Path.GetFileNameWithoutExtension(scenarioPath) + (experiment.Length > 0 ? "-" + experiment : "");
        var name = System.IO.Path.Combine("runs", $"{what}-{time}");
        for (var twin = 1; twin < int.MaxValue; twin++)
        {
            var path = twin == 1 ? name : FormattableString.Invariant($"{name}-{twin}");
            if (!Directory.Exists(path) && !File.Exists(path) && Make(path) is var folder && folder.Claim())
            {
                return folder;
            }
        }

        throw new RunFolderException($"cannot write '{name}': all its twins are taken");
    }

    /// <summary>Makes or takes the folder that the user names.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="force">True: files of an earlier run in it are replaced.</param>
    /// <returns>The folder.</returns>
    /// <exception cref="RunFolderException">It is a file, is not empty, or cannot be made.</exception>
    public static RunFolder Open(string path, bool force)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new RunFolderException("cannot write to '': the folder has no name; give one with --out, or leave it out");
        }

        if (File.Exists(path))
        {
            throw new RunFolderException($"cannot write to '{path}': it is a file, and a run needs a folder; give another --out");
        }

        if (!Directory.Exists(path))
        {
            return Make(path);
        }

        try
        {
            if (!force && Directory.EnumerateFileSystemEntries(path).Any())
            {
                throw new RunFolderException(
                    $"cannot write to '{path}': the folder is not empty; give another --out, or --force to replace its run");
            }

            foreach (var name in FileNames)
            {
                File.Delete(System.IO.Path.Combine(path, name));
                File.Delete(System.IO.Path.Combine(path, name + TemporaryEnding));
            }

            DeleteFolder(path, ChartFolder, ChartEndings);
            DeleteFolder(path, BlockFolderName, BlockEndings);
            DeleteFolder(path, BesideFolderName, [""]);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw RunFolderException.Of(path, cause);
        }

        return new(path, isNew: false);
    }

    /// <summary>A folder in which a run left its files, to add to them.</summary>
    /// <param name="path">Its path.</param>
    public static RunFolder At(string path) => new(path, isNew: false);

    /// <summary>Writes a file into the folder of charts.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="RunFolderException">It cannot be written.</exception>
    public void WriteChart(string name, string text)
    {
        MakeInside(ChartFolder);

        // A chart can be drawn again, so it need not have reached the disk before the next one is drawn.
        Write(System.IO.Path.Combine(ChartFolder, name), stream => stream.Write(Encoding.UTF8.GetBytes(text)), isKept: false);
    }

    /// <summary>Takes the charts away.</summary>
    /// <exception cref="RunFolderException">They cannot be taken away.</exception>
    public void ClearCharts()
    {
        try
        {
            DeleteFolder(Path, ChartFolder, ChartEndings);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw RunFolderException.Of(System.IO.Path.Combine(Path, ChartFolder), cause);
        }
    }

    /// <summary>The path of the folder of blocks.</summary>
    internal string BlockPath => System.IO.Path.Combine(Path, BlockFolderName);

    /// <summary>The files in the folder of blocks; none if there is no such folder.</summary>
    internal IEnumerable<string> BlockFiles() => Directory.Exists(BlockPath) ? Directory.GetFiles(BlockPath) : [];

    /// <summary>Writes a block of rows.</summary>
    internal void WriteBlock(string name, byte[] bytes)
    {
        MakeInside(BlockFolderName);
        Write(System.IO.Path.Combine(BlockFolderName, name), stream => stream.Write(bytes), isKept: true);
    }

    /// <summary>Keeps a file that lies beside the scenario, where the scenario of this folder finds it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="RunFolderException">It cannot be written.</exception>
    public void WriteBeside(string name, ReadOnlyMemory<byte> bytes)
    {
        MakeInside(BesideFolderName);
        Write(System.IO.Path.Combine(BesideFolderName, name), stream => stream.Write(bytes.Span), isKept: true);
    }

    /// <summary>Writes a file: to a temporary name, flushed to the disk, then renamed.</summary>
    /// <param name="name">One of the names of a run folder.</param>
    /// <param name="write">Writes its content.</param>
    /// <exception cref="RunFolderException">It cannot be written; nothing is left of it.</exception>
    public void Write(string name, Action<Stream> write) => Write(name, write, isKept: true);

    private void Write(string name, Action<Stream> write, bool isKept)
    {
        var path = System.IO.Path.Combine(Path, name);
        var temporary = path + TemporaryEnding;
        try
        {
            using (var stream = new FileStream(temporary, Options(FileMode.Create)))
            {
                write(stream);
                stream.Flush(flushToDisk: isKept);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            DeleteIfThere(temporary);
            throw RunFolderException.Of(path, cause);
        }
    }

    /// <summary>Writes a text file in UTF-8 without byte order mark.</summary>
    /// <param name="name">One of the names of a run folder.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="RunFolderException">It cannot be written.</exception>
    public void Write(string name, string text) => Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Takes away the files of a run that came to nothing, and the folder if it was made for it.</summary>
    public void Discard()
    {
        foreach (var name in FileNames)
        {
            DeleteIfThere(System.IO.Path.Combine(Path, name));
            DeleteIfThere(System.IO.Path.Combine(Path, name + TemporaryEnding));
        }

        DeleteFolder(Path, ChartFolder, ChartEndings);
        DeleteFolder(Path, BlockFolderName, BlockEndings);
        DeleteFolder(Path, BesideFolderName, [""]);
        if (isNew && !Directory.EnumerateFileSystemEntries(Path).Any())
        {
            Directory.Delete(Path);
        }
    }

    // Charts have names of outcomes and measures, blocks those of points; other files in their folders stay.
    private static void DeleteFolder(string path, string name, string[] endings)
    {
        var folder = System.IO.Path.Combine(path, name);
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var whole = file.EndsWith(TemporaryEnding, StringComparison.Ordinal) ? file[..^TemporaryEnding.Length] : file;
            if (endings.Any(ending => whole.EndsWith(ending, StringComparison.Ordinal)))
            {
                File.Delete(file);
            }
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    // Two runs that begin in the same moment both find the folder missing and both make it. A file can be made by one alone: the
    // temporary name of the manifest, which is the first file of a run. Where the manifest is there, another run was faster.
    private bool Claim()
    {
        var manifest = System.IO.Path.Combine(Path, FileNames[0]);
        try
        {
            using var claim = new FileStream(manifest + TemporaryEnding, Options(FileMode.CreateNew));
        }
        catch (IOException) when (File.Exists(manifest + TemporaryEnding) || File.Exists(manifest))
        {
            return false;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw RunFolderException.Of(Path, cause);
        }

        if (!File.Exists(manifest))
        {
            return true;
        }

        File.Delete(manifest + TemporaryEnding);
        return false;
    }

    private void MakeInside(string name)
    {
        var folder = System.IO.Path.Combine(Path, name);
        if (!Directory.Exists(folder))
        {
            Make(folder);
        }
    }

    private static RunFolder Make(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, Mode(isFolder: true));
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw RunFolderException.Of(path, cause);
        }

        return new(path, isNew: true);
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Mode(isFolder: false);
        }

        return options;
    }

    // Others may read the results of a run, but not change them, even where the umask would let them.
    private static UnixFileMode Mode(bool isFolder)
    {
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return Read | UnixFileMode.UserWrite | (isFolder ? Enter : UnixFileMode.None);
    }

    private static void DeleteIfThere(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }
}
