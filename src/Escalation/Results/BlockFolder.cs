using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Escalation.Experiments;

namespace Escalation.Results;

/// <summary>The folder <c>blocks</c> of an experiment: rows that are done, in files that are whole or not there. What is damaged
/// or foreign is set aside and run again.</summary>
public sealed class BlockFolder : IPointStore
{
    private const string Ending = ".rows";

    private readonly RunFolder folder;
    private readonly PointIdentity identity;
    private readonly int width;
    private readonly ConcurrentDictionary<(UInt128 Point, long First, int Count), (string Path, int Entry)> kept = [];

    // Files that are being read, so that one is not read anew for each of its points; each goes when all of it was asked for.
    private readonly ConcurrentDictionary<string, Lazy<Opened>> opened = [];

    private BlockFolder(RunFolder folder, PointIdentity identity, int width) =>
        (this.folder, this.identity, this.width) = (folder, identity, width);

    /// <summary>What was set aside, a sentence each.</summary>
    public ImmutableArray<string> SetAside { get; private set; } = [];

    /// <summary>Opens the blocks of an experiment.</summary>
    /// <param name="folder">The folder of the experiment.</param>
    /// <param name="version">Version of the program.</param>
    /// <param name="scenarioSha256">SHA-256 of the scenario file, 64 hexadecimal digits.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="width">Numbers a row, at least 1.</param>
    /// <returns>The blocks; each is read and checked.</returns>
    /// <exception cref="RunFolderException">They cannot be read, or what is damaged cannot be set aside.</exception>
    public static BlockFolder Open(RunFolder folder, string version, string scenarioSha256, ulong seed, int width)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var blocks = new BlockFolder(folder, new PointIdentity(version, scenarioSha256, seed), width);
        try
        {
            blocks.ReadAll();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw RunFolderException.Of(folder.BlockPath, cause);
        }

        return blocks;
    }

    /// <inheritdoc/>
    public bool Has(PointSpan span) => kept.ContainsKey(KeyOf(span));

    /// <inheritdoc/>
    public double[]? Read(PointSpan span)
    {
        if (!kept.TryGetValue(KeyOf(span), out var place))
        {
            return null;
        }

        var file = opened.GetOrAdd(place.Path, path => new(() => new Opened(ReadFile(path)))).Value;
        if (file.Entries.Count <= place.Entry)
        {
            return null;
        }

        if (Interlocked.Decrement(ref file.Left) == 0)
        {
            opened.TryRemove(place.Path, out _);
        }

        return file.Entries[place.Entry].Values;
    }

    /// <inheritdoc/>
    public void Write(IReadOnlyList<PointRows> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var entries = rows
            .Select(part => new BlockEntry(identity.Of(part.Span.Point), part.Span.FirstReplication, part.Values.ToArray()))
            .ToList();

        // The same batch has the same name, whoever writes it, and another one has another.
        folder.WriteBlock(NameOf(entries), BlockFile.Bytes(identity.OfExperiment, width, entries));
    }

    private string NameOf(List<BlockEntry> entries)
    {
        var keys = string.Concat(entries.Select(entry => FormattableString.Invariant(
            $"{entry.Point:x32} {entry.First} {entry.Values.Length / width}\n")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(keys)).AsSpan(0, 16)) + Ending;
    }

    private (UInt128 Point, long First, int Count) KeyOf(PointSpan span) =>
        (identity.Of(span.Point), span.FirstReplication, span.Count);

    private void ReadAll()
    {
        foreach (var path in folder.BlockFiles().Order(StringComparer.Ordinal))
        {
            if (!path.EndsWith(Ending, StringComparison.Ordinal))
            {
                // A block that was being written when the program was killed.
                if (path.EndsWith(RunFolder.TemporaryEnding, StringComparison.Ordinal))
                {
                    File.Delete(path);
                }

                continue;
            }

            if (BlockFile.Read(File.ReadAllBytes(path), identity.OfExperiment, width, out var entries) is { } problem)
            {
                File.Move(path, path + ".bad", overwrite: true);
                SetAside = SetAside.Add($"{path} {problem}; it is set aside as {Path.GetFileName(path)}.bad");
                continue;
            }

            for (var index = 0; index < entries.Count; index++)
            {
                var entry = entries[index];
                kept[(entry.Point, entry.First, entry.Values.Length / width)] = (path, index);
            }
        }
    }

    // It was whole when the folder was opened; whoever damages it since makes it run again.
    private IReadOnlyList<BlockEntry> ReadFile(string path)
    {
        try
        {
            BlockFile.Read(File.ReadAllBytes(path), identity.OfExperiment, width, out var entries);
            return entries;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private sealed class Opened(IReadOnlyList<BlockEntry> entries)
    {
        internal int Left = entries.Count;

        internal IReadOnlyList<BlockEntry> Entries { get; } = entries;
    }
}
