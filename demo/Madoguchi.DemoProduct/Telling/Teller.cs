using System.Net.Http.Headers;
using System.Text.Json;
using Madoguchi.DemoProduct.Registering;

namespace Madoguchi.DemoProduct.Telling;

/// <summary>Tells Madoguchi what happened, in order, at least once: an event leaves the file when Madoguchi has said that it has it. Told twice, it is counted as one there.</summary>
public sealed class Teller(RecordsFile file, IConfiguration settings, ILogger<Teller> log) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5), Longest = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly SemaphoreSlim bell = new(0);

    public void Ring() => bell.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings["Demo:Madoguchi"] is not { Length: > 0 } address)
        {
            log.LogWarning("Demo__Madoguchi names no address: what happens stays in the file until one is named");
            return;
        }

        using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(20) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings["Demo:Key"]);
        var pause = Shortest;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (file.Now.Untold is [])
                await bell.WaitAsync(stoppingToken);
            else if (await Tell(http, [.. file.Now.Untold.Take(AtOnce)], stoppingToken))
                pause = Shortest;
            else
            {
                await bell.WaitAsync(pause, stoppingToken);
                pause = pause * 2 < Longest ? pause * 2 : Longest;
            }
        }
    }

    private async Task<bool> Tell(HttpClient http, IReadOnlyList<CloudEvent> events, CancellationToken ct)
    {
        try
        {
            using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(events, Json));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
            using var answer = await http.PostAsync(new Uri("api/v1/product-log", UriKind.Relative), body, ct);
            if (!answer.IsSuccessStatusCode)
            {
                log.LogWarning("Madoguchi answered {Status}: {Why}", (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
                return false;
            }

            var told = events.Select(e => e.Id).ToHashSet();
            file.Change(r => r with { Untold = [.. r.Untold.Where(e => !told.Contains(e.Id))] });
            return true;
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning("Madoguchi is not there: {Why}", away.Message);
            return false;
        }
    }

    public override void Dispose()
    {
        bell.Dispose();
        base.Dispose();
    }
}
