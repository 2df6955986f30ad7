namespace Escalation.Results;

/// <summary>A run folder cannot be made or written. The message says what, where, why and how to mend it, on one line.</summary>
public sealed class RunFolderException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="RunFolderException"/> class without a message.</summary>
    public RunFolderException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="RunFolderException"/> class.</summary>
    /// <param name="message">What, where, why, and how to mend it.</param>
    public RunFolderException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="RunFolderException"/> class.</summary>
    /// <param name="message">What, where, why, and how to mend it.</param>
    /// <param name="innerException">What the system said.</param>
    public RunFolderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Turns what the system said into a message.</summary>
    /// <param name="path">What was being written.</param>
    /// <param name="cause">What the system said.</param>
    /// <returns>The exception to throw.</returns>
    internal static RunFolderException Of(string path, Exception cause)
    {
        // On Unix the code of an IOException is the errno: 28 ENOSPC, 122 EDQUOT, 30 EROFS, 36 ENAMETOOLONG.
        var mend = cause switch
        {
            IOException { HResult: 28 or 122 } => "the disk is full: free some space, or choose another disk with --out",
            IOException { HResult: 30 } => "the disk is read-only: choose another folder with --out",
            IOException { HResult: 36 } or PathTooLongException => "the name is too long: choose a shorter one with --out",
            UnauthorizedAccessException => "no permission to write there: choose another folder with --out",
            _ => $"{cause.Message.TrimEnd('.')}; choose another folder with --out",
        };
        return new($"cannot write '{path}': {mend}", cause);
    }
}
