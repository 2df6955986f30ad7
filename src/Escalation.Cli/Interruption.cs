using System.Runtime.InteropServices;

namespace Escalation.Cli;

/// <summary>Turns the first Ctrl-C (or SIGTERM) into a wish to stop; the second one ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;
    private bool isOver;

    internal Interruption()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
    }

    /// <summary>Cancelled when the user wants to stop.</summary>
    internal CancellationToken Token => source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();

        // A signal that came just now may still be on its way to the handler.
        lock (gate)
        {
            isOver = true;
            source.Dispose();
        }
    }

    private void OnSignal(PosixSignalContext context)
    {
        lock (gate)
        {
            if (!isOver)
            {
                context.Cancel = !source.IsCancellationRequested;
                source.Cancel();
            }
        }
    }
}
