using System.Collections.Concurrent;
using System.Text.Json;
using Madoguchi.Tests.Rig;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Browser.Brigade;

/// <summary>The developers' own tool, as far as it takes webhooks: it keeps what came, in its order.</summary>
public sealed class Tool : IAsyncDisposable
{
    private readonly WebApplication server;

    private Tool()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var port = Ports.Free();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        Url = $"http://127.0.0.1:{port}/hook";
        server = builder.Build();
        server.MapPost("/hook", Take);
    }

    public string Url { get; }

    public ConcurrentQueue<JsonElement> Came { get; } = [];

    public static async Task<Tool> Start()
    {
        var tool = new Tool();
        await tool.server.StartAsync();
        return tool;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<IResult> Take(HttpRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.Body);
        Came.Enqueue(body.RootElement.Clone());
        return Results.NoContent();
    }
}
