using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Madoguchi.Tests.Rig;
using Madoguchi.Trackers.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Tests.Trackers;

/// <summary>A tool that takes signed webhooks. It keeps what came, and refuses as often as it is told to.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication server;
    private int refusals;

    private Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Port}");
        server = builder.Build();
        server.MapPost("/hook", Take);
    }

    public int Port { get; } = Ports.Free();

    public string Url => $"http://127.0.0.1:{Port}/hook";

    public ConcurrentQueue<Hooked> Came { get; } = [];

    public static async Task<Receiver> Start()
    {
        var receiver = new Receiver();
        await receiver.server.StartAsync();
        return receiver;
    }

    public void Refuse(int times) => refusals = times;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<IResult> Take(HttpRequest request)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        Came.Enqueue(new(request.Headers[Signature.IdHeader].ToString(), request.Headers[Signature.TimeHeader].ToString(), request.Headers[Signature.SignatureHeader].ToString(), memory.ToArray()));
        return Interlocked.Decrement(ref refusals) >= 0 ? Results.Text("\0busy", "text/plain; charset=nonsense", Encoding.UTF8, 503) : Results.NoContent();
    }
}

public sealed record Hooked(string Id, string Time, string Seal, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Text);

    public string Type => Json.GetProperty("type").GetString() ?? "";
}
