using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Tests.Rig;

/// <summary>A translation engine that speaks LibreTranslate's <c>POST /translate</c>: it puts the language before the words, and fails or is silent when told to.</summary>
public sealed class Translator : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly CancellationTokenSource closing = new();

    private Translator()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Port}");
        server = builder.Build();
        server.MapPost("/translate", Answer);
    }

    public int Port { get; } = Ports.Free();

    public string Url => $"http://127.0.0.1:{Port}/";

    public bool Fails { get; set; }

    public bool IsSilent { get; set; }

    public ConcurrentQueue<JsonElement> Asked { get; } = [];

    public static async Task<Translator> Start()
    {
        var engine = new Translator();
        await engine.server.StartAsync();
        return engine;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await server.DisposeAsync();
        closing.Dispose();
    }

    private async Task<IResult> Answer(JsonElement asked)
    {
        Asked.Enqueue(asked);
        if (IsSilent)
            await Task.Delay(Timeout.Infinite, closing.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return Fails ? Results.Json(new { error = "ja is not supported" }, statusCode: 400)
            : Results.Json(new { translatedText = $"[{asked.GetProperty("source").GetString()}→{asked.GetProperty("target").GetString()}] {asked.GetProperty("q").GetString()}" });
    }
}
