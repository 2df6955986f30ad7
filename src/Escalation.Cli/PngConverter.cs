using System.ComponentModel;
using System.Diagnostics;

namespace Escalation.Cli;

/// <summary>Makes PNG of SVG by a program that the machine has.</summary>
internal static class PngConverter
{
    private const string Width = "1440";

    // What each wants: the file to read, the file to write.
    private static readonly (string Program, Func<string, string, string[]> Arguments)[] Programs =
    [
        ("rsvg-convert", (svg, png) => ["--width", Width, "--output", png, svg]),
        ("chromium", Headless),
        ("google-chrome", Headless),
        ("chrome", Headless),
    ];

    /// <summary>Converts files; each PNG stands beside its SVG.</summary>
    /// <param name="files">The SVG files.</param>
    /// <returns>Null, or what went wrong and how to mend it.</returns>
    internal static string? Convert(IEnumerable<string> files)
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = Programs.FirstOrDefault(one => paths.Any(path => File.Exists(Path.Combine(path, one.Program))));
        if (found.Program is null)
        {
            return "--png needs rsvg-convert (Debian: librsvg2-bin) or Chromium on the path; the SVG files are drawn";
        }

        foreach (var svg in files)
        {
            var png = Path.ChangeExtension(svg, ".png");
            if (!Runs(found.Program, found.Arguments(Path.GetFullPath(svg), Path.GetFullPath(png))) || !File.Exists(png))
            {
                return $"cannot draw '{png}': {found.Program} failed; the SVG file is drawn";
            }
        }

        return null;
    }

    private static string[] Headless(string svg, string png) =>
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2",
        $"--window-size=720,{HeightOf(svg)}", $"--screenshot={png}", new Uri(svg).AbsoluteUri,
    ];

    // The height that the chart gives itself.
    private static int HeightOf(string svg)
    {
        var head = File.ReadLines(svg).First();
        var mark = head.IndexOf(" height=\"", StringComparison.Ordinal) + " height=\"".Length;
        var end = head.IndexOf('"', mark);
        return (int)Math.Ceiling(double.Parse(head[mark..end], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool Runs(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
            })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            // It is there, but not to be run by this user.
            return false;
        }
    }
}
