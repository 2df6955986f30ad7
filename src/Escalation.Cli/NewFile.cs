namespace Escalation.Cli;

/// <summary>Writes a file whole or not at all, and over no other file unless that is meant.</summary>
internal static class NewFile
{
    /// <summary>Writes a file under a temporary name beside it, then renames it.</summary>
    /// <param name="path">The path, as given.</param>
    /// <param name="write">Writes what is in it.</param>
    /// <param name="isForced">True: a file of that name is replaced.</param>
    /// <returns>What is wrong and how to mend it, on one line; null if the file was written.</returns>
    internal static string? Write(string path, Action<Stream> write, bool isForced = false)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return "the name of the file is empty: give it one";
        }

        if (Directory.Exists(path))
        {
            return $"'{path}' is a folder: name a file inside it";
        }

        if (File.Exists(path) && !isForced)
        {
            return $"'{path}' is there already and is not written over: choose another name";
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            return $"'{path}' cannot be written: there is no folder '{folder}'; make it first";
        }

        var temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, isForced);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Remove(temporary);
            return $"'{path}' cannot be written: {failure.Message.TrimEnd('.')}; choose another place";
        }
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What could not be written is told; that a remnant of it stays is not worth a second message.
            return;
        }
    }
}
