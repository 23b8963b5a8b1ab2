using System.Net.Sockets;
using System.Security.Authentication;
using Madoguchi.Mail.Writing;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Mail.Sending;

/// <summary>Sends what is due, on any node: claims a letter, hands it over outside the door, writes down what came of it.</summary>
public sealed class LetterFollower(Writes writes, PostOffice post, MailSettings settings, BaseAddress address, IHostApplicationLifetime life, Signals signals, TimeProvider clock, ILogger<LetterFollower> log) : BackgroundService
{
    internal const string Topic = "letters";
    private const int AtOnce = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    // A slow mail server holds one letter up, not all.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before it listens, the server does not know the address that links point to.
        var listening = new TaskCompletionSource();
        await using var registration = life.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Follow(stoppingToken)));
    }

    /// <summary>Sends one letter; false when none is due.</summary>
    public async Task<bool> SendNext(CancellationToken ct)
    {
        if (await writes.Write(db => db.ClaimLetter(address, clock.Now), ct) is not { } claim)
            return false;
        try
        {
            await Send(claim, ct);
            await writes.Write(db => db.LetterSent(claim, clock.Now), CancellationToken.None);
        }
        catch (PostOffice.RefusedException no)
        {
            log.LogWarning("Letter {Letter} was refused: {Reason}", claim.Letter.Id, no.Message);
            await writes.Write(db => db.LetterFailed(claim, no.Message, forGood: true, clock.Now), CancellationToken.None);
        }
        catch (Exception failed) when (failed is IOException or SocketException or AuthenticationException or UnauthorizedAccessException)
        {
            log.LogWarning("Letter {Letter} is tried again: {Reason}", claim.Letter.Id, failed.Message);
            await writes.Write(db => db.LetterFailed(claim, failed.Message, forGood: false, clock.Now), CancellationToken.None);
        }

        return true;
    }

    private async Task Send(Claim claim, CancellationToken ct)
    {
        var letter = claim.Letter;
        var to = MailAddress.Of(letter.To) ?? throw new PostOffice.RefusedException("This is no address that mail can be sent to.");
        var mail = Mime.Write(new Written(letter.MessageId, settings.From, letter.Sender ?? settings.Name, to, letter.Subject, claim.Text, letter.Language, clock.Now));
        await post.Deliver(letter.MessageId, settings.From, to, mail, ct);
    }

    private async Task Follow(CancellationToken ct)
    {
        using var ear = signals.Listen(Topic);
        while (!ct.IsCancellationRequested)
        {
            await ear.Wait(Poll, ct);
            try
            {
                while (await SendNext(ct))
                {
                }
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning("Letters wait for the database: {Reason}", away.Message);
            }
        }
    }
}
