using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Calls.Texting;

/// <summary>Sends what is due, on any node: claims a message, hands it over outside the door, writes down what came of it.</summary>
public sealed class TextFollower(Writes writes, GatewayClient gateway, BaseAddress address, IHostApplicationLifetime life, Signals signals, TimeProvider clock, ILogger<TextFollower> log) : BackgroundService
{
    internal const string Topic = "texts";
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!gateway.IsOn)
            return; // what is written before one is set waits
        // Before it listens, the server does not know the address that links point to.
        var listening = new TaskCompletionSource();
        await using var registration = life.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken);
        using var ear = signals.Listen(Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            await ear.Wait(Poll, stoppingToken);
            try
            {
                while (await SendNext(stoppingToken))
                {
                }
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning("Text messages wait for the database: {Reason}", away.Message);
            }
        }
    }

    /// <summary>Sends one message; false when none is due.</summary>
    public async Task<bool> SendNext(CancellationToken ct)
    {
        if (await writes.Write(db => db.ClaimText(address, clock.Now), ct) is not { } claim)
            return false;
        try
        {
            await gateway.Send(claim.Text.To, claim.Words, ct);
            await writes.Write(db => db.TextSent(claim, clock.Now), CancellationToken.None);
        }
        catch (GatewayClient.RefusedException no)
        {
            await Fail(claim, no.Message, forGood: true);
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            await Fail(claim, failed is TaskCanceledException ? "no answer in time" : failed.Message, forGood: false);
        }

        return true;
    }

    private Task Fail(TextClaim claim, string why, bool forGood)
    {
        log.LogWarning("Text message {Text} was not taken: {Reason}", claim.Text.Id, why);
        return writes.Write(db => db.TextFailed(claim, why, forGood, clock.Now), CancellationToken.None);
    }
}
