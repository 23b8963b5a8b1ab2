using System.Text.Json;
using System.Threading.Channels;
using Npgsql;

namespace Madoguchi.Storage;

/// <summary>Signals between nodes by LISTEN/NOTIFY. One sender a node, in batches, after the commits: a notify inside each transaction
/// would make PostgreSQL commit them one after another.</summary>
public sealed class SignalsFollower(Signals signals, Engine engine, ILogger<SignalsFollower> log) : BackgroundService
{
    // PostgreSQL refuses payloads of 8,000 bytes and more.
    private const int Payload = 7_500;
    private readonly string node = Guid.NewGuid().ToString("N")[..8];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        signals.HasOtherNodes = true;
        await Task.WhenAll(Keep(Send, stoppingToken), Keep(Hear, stoppingToken));
    }

    private async Task Keep(Func<CancellationToken, Task> act, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await act(ct);
            }
            catch (Exception away) when (away is NpgsqlException or IOException or TimeoutException)
            {
                log.LogWarning("No signals between nodes for a moment: {Reason}", away.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
        }
    }

    private async Task Send(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(engine.ConnectionString);
        await connection.OpenAsync(ct);
        while (await signals.Leaving.WaitToReadAsync(ct))
        {
            var batch = Take(signals.Leaving);
            await using var notify = new NpgsqlCommand("select pg_notify('madoguchi', $1)", connection);
            notify.Parameters.AddWithValue(node + JsonSerializer.Serialize(batch));
            await notify.ExecuteNonQueryAsync(ct);
        }
    }

    private static List<Signal> Take(ChannelReader<Signal> leaving)
    {
        var batch = new List<Signal>();
        var seen = new HashSet<Signal>();
        for (var size = 0; leaving.TryPeek(out var next) && (batch.Count == 0 || size + Size(next) < Payload) && leaving.TryRead(out var signal);)
        {
            if (!seen.Add(signal))
                continue;
            batch.Add(signal);
            size += Size(signal);
        }

        return batch;
    }

    // As JSON at its longest: 窓 is \u7a93.
    private static int Size(Signal signal) => 60 + signal.Topic.Length + (signal.Data?.Length ?? 0) * 6;

    private async Task Hear(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(engine.ConnectionString);
        await connection.OpenAsync(ct);
        connection.Notification += (_, heard) =>
        {
            if (heard.Payload.StartsWith(node, StringComparison.Ordinal))
                return;
            foreach (var signal in JsonSerializer.Deserialize<List<Signal>>(heard.Payload.AsSpan(8)) ?? [])
                signals.Ring(signal);
        };
        await using (var listen = new NpgsqlCommand("listen madoguchi", connection))
            await listen.ExecuteNonQueryAsync(ct);
        while (!ct.IsCancellationRequested)
            await connection.WaitAsync(ct);
    }
}
