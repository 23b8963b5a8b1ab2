using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Bench;

/// <summary>Events of products, acknowledged when they are on the disk: one by one, and a hundred at a time.</summary>
public static class Events
{
    public static async Task Print(On on, TimeSpan time)
    {
        await using var server = await Server.Start(on);
        using var product = server.App.Client(AppProcess.BootstrapKey);
        foreach (var (batch, connections) in new[] { (1, 1), (1, 32), (100, 1), (100, 4) })
        {
            var figure = await Load.Run(connections, time, _ => Send(product, batch));
            var events = (figure.PerSecond * batch).ToString("N0", CultureInfo.InvariantCulture);
            Report.Row($"product events, {(batch == 1 ? "one by one" : $"{batch} at a time")}, {connections} conn.", batch == 1 ? figure.ToString() : $"{events} events/s; {figure}");
        }
    }

    private static async Task Send(HttpClient product, int batch)
    {
        var now = DateTimeOffset.UtcNow;
        var events = Enumerable.Range(0, batch).Select(_ => new
        {
            specversion = "1.0", id = Guid.NewGuid().ToString(), source = "/shop/registrations", type = "registration.completed", subject = $"account-{Random.Shared.Next(100_000)}", time = now.ToString("O", CultureInfo.InvariantCulture),
            data = new { code = $"K-{Random.Shared.Next(1_000_000)}", email = $"c{Random.Shared.Next(100_000)}@example.test", reward = 1000, device = "phone" },
        });
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(events));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
        using var answer = await product.PostAsync("/api/v1/product-log", content);
        answer.EnsureSuccessStatusCode();
    }
}
