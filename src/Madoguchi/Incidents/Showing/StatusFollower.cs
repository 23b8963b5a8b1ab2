using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Showing;

/// <summary>Draws the public page into files whenever what it says has changed: by a hint at once, otherwise by looking now and then. Every node has its own.
/// Whoever reads the page meets neither the database nor anything drawn while they wait.</summary>
public sealed class StatusFollower(IDbContextFactory<Db> contexts, Engine engine, Signals signals, IServiceProvider services, BaseAddress address, IWebHostEnvironment environment, TimeProvider clock, ILoggerFactory logs) : BackgroundService
{
    public const string Json = "status.json";

    // The end of an undo window, the beginning of a maintenance and a new day come without a hint.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly string[] Styles = ["base", "parts", "status"];
    private static readonly string[] Scripts = ["times.js", "status.js"];
    private readonly ILogger log = logs.CreateLogger<StatusFollower>();
    private readonly Dictionary<string, byte[]> written = [];

    /// <summary>Where the files are.</summary>
    public string Folder { get; } = Path.Combine(engine.DataFolder, "status");

    public static string Page(Tongue t) => $"index.{t.Code}.html";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = signals.Listen(StatusMapping.Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Draw(stoppingToken);
            }
            // What stands there stays: an old page is better than none, whatever is the matter.
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogWarning(failed, "The status page stays as it is for now");
            }

            await ear.Wait(Poll, stoppingToken);
        }
    }

    /// <summary>Writes what has changed.</summary>
    public async Task Draw(CancellationToken ct)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var status = await db.StatusNow(now, ct);
        Directory.CreateDirectory(Folder);
        var css = string.Join('\n', Styles.Select(s => Text($"css/{s}.css")));
        Write("status.css", css);
        var version = css;
        foreach (var script in Scripts)
        {
            Write(script, Text($"js/{script}"));
            version += Text($"js/{script}");
        }
        version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)))[..12];
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        foreach (var t in (Tongue[])[Tongue.Japanese, Tongue.English])
        {
            var given = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(StatusPage.T)] = t, [nameof(StatusPage.S)] = status, [nameof(StatusPage.Now)] = now, [nameof(StatusPage.Version)] = version });
            Write($"feed.{t.Code}.atom", StatusFeed.Of(status, t, address.Of, now));
            Write(Page(t), await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<StatusPage>(given)).ToHtmlString()));
        }

        Write(Json, JsonSerializer.Serialize(status, Shared.Json.Options)); // last: who has read it here finds it on the pages, too
    }

    private string Text(string path)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(path).CreateReadStream());
        return reader.ReadToEnd();
    }

    // Beside it, then renamed: whoever reads has the old one whole, or the new one.
    private void Write(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var path = Path.Combine(Folder, name);
        if (written.TryGetValue(name, out var before) && before.AsSpan().SequenceEqual(bytes) && File.Exists(path))
            return;
        var (part, packed) = (path + ".part", path + ".gz.part");
        File.WriteAllBytes(part, bytes);
        using (var gzip = new GZipStream(File.Create(packed), CompressionLevel.SmallestSize))
            gzip.Write(bytes);
        File.Move(packed, path + ".gz", overwrite: true);
        File.Move(part, path, overwrite: true);
        written[name] = bytes;
    }
}
