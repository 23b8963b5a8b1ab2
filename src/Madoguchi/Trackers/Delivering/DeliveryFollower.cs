using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Madoguchi.Trackers.Delivering;

/// <summary>Tells trackers what is due, on any node: claims it, tells it outside the door, writes down what came of it.</summary>
public sealed class DeliveryFollower(Writes writes, IEnumerable<TrackerClient> clients, IDataProtectionProvider protection, BaseAddress address, IHostApplicationLifetime life, Signals signals, TimeProvider clock, ILogger<DeliveryFollower> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private readonly Dictionary<TrackerKind, TrackerClient> clients = clients.ToDictionary(c => c.Kind);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before it listens, the server does not know the address that links point to.
        var listening = new TaskCompletionSource();
        await using var registration = life.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken);
        using var ear = signals.Listen(DeliveringMapping.Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            await ear.Wait(Poll, stoppingToken);
            try
            {
                while (await TellNext(stoppingToken))
                {
                }
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning("Trackers wait for the database: {Reason}", away.Message);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "Telling trackers failed, and is tried again"); // one fault must not stop the house
            }
        }
    }

    /// <summary>Tells one thing; false when none is due.</summary>
    public async Task<bool> TellNext(CancellationToken ct)
    {
        if (await writes.Write(db => db.ClaimDelivery(address, clock.Now), ct) is not { } claim)
            return false;
        try
        {
            var taken = await clients[claim.Tracker.Kind].Tell(claim.Tracker, TrackerSecret.Open(claim.Tracker.Secret, protection) ?? "", claim, ct);
            await writes.Write(db => db.DeliveryTaken(claim, taken, clock.Now), CancellationToken.None);
        }
        catch (TrackerClient.RefusedException no)
        {
            await Fail(claim, no.Message, forGood: true);
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            await Fail(claim, failed is TaskCanceledException ? "no answer in time" : failed.Message, forGood: false);
        }
        // It answered something that nobody has thought of: the same pace, and in the end a person looks.
        catch (Exception odd) when (odd is not OperationCanceledException && !odd.IsDatabaseAway)
        {
            log.LogError(odd, "Tracker {Tracker} answers, and not as it should", claim.Tracker.Name);
            await Fail(claim, $"It answers, and not as it should: {odd.Message}", forGood: false);
        }

        return true;
    }

    private Task Fail(DeliveryClaim claim, string why, bool forGood)
    {
        log.LogWarning("Tracker {Tracker} did not take {Event}: {Reason}", claim.Tracker.Name, claim.Delivery.Event, why);
        return writes.Write(db => db.DeliveryFailed(claim, why, forGood, clock.Now), CancellationToken.None);
    }
}
