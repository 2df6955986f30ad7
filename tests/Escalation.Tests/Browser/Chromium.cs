using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Escalation.Tests.Browser;

/// <summary>A real browser without a window, led by its debugging protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly string profile;
    private readonly ClientWebSocket socket = new();
    private readonly Dictionary<int, TaskCompletionSource<JsonNode?>> waiting = [];
    private readonly List<(string Method, JsonNode Parameters)> events = [];
    private readonly SemaphoreSlim sending = new(1);
    private int lastId;

    private Chromium(Process process, string profile) => (this.process, this.profile) = (process, profile);

    /// <summary>The program; null if the machine has none.</summary>
    internal static string? Program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Programs.Select(program => Path.Combine(folder, program)))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts it.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "Whoever starts it disposes of it.")]
    internal static async Task<Chromium> Start(string program)
    {
        var profile = Directory.CreateTempSubdirectory("escalate-browser-").FullName;
        var process = Process.Start(new ProcessStartInfo(program)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank",
            },
        })!;
        var browser = new Chromium(process, profile);
        using var limit = new CancellationTokenSource(Patience);
        while (await process.StandardError.ReadLineAsync(limit.Token) is { } line)
        {
            if (Regex.Match(line, @"DevTools listening on (ws://\S+)") is { Success: true } found)
            {
                await browser.socket.ConnectAsync(new Uri(found.Groups[1].Value), limit.Token);
                _ = browser.Listen();

                // What it says from now on is of no interest, but must not fill the pipe.
                process.BeginOutputReadLine();
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return browser;
            }
        }

        await browser.DisposeAsync();
        throw new InvalidOperationException($"{program} did not begin to listen.");
    }

    /// <summary>Opens a page of a size and colour scheme, and waits until it is there.</summary>
    internal async Task<BrowserPage> Open(string file, int width, bool isDark)
    {
        var target = await Send("Target.createTarget", Json(("url", "about:blank")));
        var targetId = target!["targetId"]!.GetValue<string>();
        var attached = await Send("Target.attachToTarget", Json(("targetId", targetId), ("flatten", true)));
        var session = attached!["sessionId"]!.GetValue<string>();
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            await Send(domain + ".enable", [], session);
        }

        var size = Json(("width", width), ("height", 900), ("deviceScaleFactor", 1), ("mobile", false));
        await Send("Emulation.setDeviceMetricsOverride", size, session);
        var scheme = Json(("name", "prefers-color-scheme"), ("value", isDark ? "dark" : "light"));
        await Send("Emulation.setEmulatedMedia", Json(("features", new JsonArray(scheme))), session);
        await Send("Page.navigate", Json(("url", new Uri(file).AbsoluteUri)), session);
        var page = new BrowserPage(this, session);
        while (await page.Evaluate("document.readyState") is not { } state || state.GetValue<string>() != "complete")
        {
            await Task.Yield();
        }

        return page;
    }

    /// <summary>What a page reported: its name of the event, and what it says.</summary>
    internal IReadOnlyList<(string Method, JsonNode Parameters)> Events(string session)
    {
        lock (events)
        {
            return [.. events.Where(one => one.Parameters["session"]?.GetValue<string>() == session)];
        }
    }

    /// <summary>Sends a command and waits for the answer.</summary>
    internal async Task<JsonNode?> Send(string method, JsonObject parameters, string? session = null)
    {
        var id = Interlocked.Increment(ref lastId);
        var message = Json(("id", id), ("method", method), ("params", parameters));
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (waiting)
        {
            waiting[id] = answer;
        }

        await sending.WaitAsync();
        try
        {
            var bytes = Encoding.UTF8.GetBytes(message.ToJsonString());
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }

        return await answer.Task.WaitAsync(Patience);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        socket.Dispose();
        sending.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    /// <summary>An object of JSON.</summary>
    internal static JsonObject Json(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var made = new JsonObject();
        foreach (var (name, value) in fields)
        {
            made[name] = value;
        }

        return made;
    }

    private async Task Listen()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
                await message.WriteAsync(buffer.AsMemory(0, part.Count));
                if (part.EndOfMessage)
                {
                    Take(JsonNode.Parse(message.ToArray())!);
                    message.SetLength(0);
                }
            }
        }
        catch (Exception end) when (end
            is WebSocketException or ObjectDisposedException or OperationCanceledException or JsonException)
        {
            lock (waiting)
            {
                foreach (var left in waiting.Values)
                {
                    left.TrySetException(new InvalidOperationException("The browser ended.", end));
                }
            }
        }
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is { } id)
        {
            TaskCompletionSource<JsonNode?> answer;
            lock (waiting)
            {
                waiting.Remove(id.GetValue<int>(), out answer!);
            }

            if (message["error"] is { } error)
            {
                answer.SetException(new InvalidOperationException(error.ToJsonString()));
            }
            else
            {
                answer.SetResult(message["result"]?.DeepClone());
            }

            return;
        }

        var parameters = message["params"]?.DeepClone() ?? new JsonObject();
        parameters["session"] = message["sessionId"]?.DeepClone();
        lock (events)
        {
            events.Add((message["method"]!.GetValue<string>(), parameters));
        }
    }
}

/// <summary>A page in the browser.</summary>
internal sealed class BrowserPage(Chromium browser, string session)
{
    /// <summary>What it reported since it was opened.</summary>
    internal IReadOnlyList<(string Method, JsonNode Parameters)> Events => browser.Events(session);

    /// <summary>The value of an expression of JavaScript; promises are waited for.</summary>
    internal async Task<JsonNode?> Evaluate(string expression)
    {
        var question = Chromium.Json(("expression", expression), ("returnByValue", true), ("awaitPromise", true));
        var answer = await browser.Send("Runtime.evaluate", question, session);
        return answer!["exceptionDetails"] is { } fault
            ? throw new InvalidOperationException(fault.ToJsonString())
            : answer["result"]?["value"]?.DeepClone();
    }

    /// <summary>Moves the pointer.</summary>
    internal Task Point(double x, double y) =>
        browser.Send("Input.dispatchMouseEvent", Chromium.Json(("type", "mouseMoved"), ("x", x), ("y", y)), session);

    /// <summary>Presses the key that chooses.</summary>
    internal async Task PressEnter()
    {
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            var enter = Chromium.Json(("type", type), ("key", "Enter"), ("text", "\r"), ("windowsVirtualKeyCode", 13));
            await browser.Send("Input.dispatchKeyEvent", enter, session);
        }
    }
}
