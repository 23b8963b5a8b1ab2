using System.Text.Json;
using Madoguchi.Calls.Texting;
using Madoguchi.Cases;
using Madoguchi.Cases.Following;
using Madoguchi.Mail;
using Madoguchi.Mail.Answering;
using Madoguchi.Mail.Sending;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Updating;

/// <param name="Entry">What they were told, on their case.</param>
/// <param name="Times">How often it was looked before, while the customer was there and did not read.</param>
public sealed record Word(Id<Case> Case, Id<Incident> Incident, int Entry, int Times = 0)
{
    /// <summary>The outbox's kind.</summary>
    public const string Work = "incident.word";
}

/// <summary>When their turn in the pace has come: a letter to whoever has not read it on their page, or a text message where no address but a number is known.</summary>
public sealed class WordFollower(Presence presence, MailSettings settings, GatewayClient gateway) : OutboxWork
{
    private const int Enough = 15;

    public override string Kind => Word.Work;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var word = JsonSerializer.Deserialize<Word>(payload, Json.Options)!; // only ever written from one
        // A newer one has a turn of its own, and says what counts now.
        if (await db.Entries.AnyAsync(e => e.CaseId == word.Case && e.Number > word.Entry && e.Kind == AnswersLetter.ToAll, CancellationToken.None))
            return;
        if (await db.UnreadAnswers(word.Case) is not { } unread || !unread.Case.IsOpenToCustomer(now))
            return;
        if (await db.MailAddressOf(unread.Case.CustomerId, CancellationToken.None) is not null)
            db.Enqueue(LookFollower.Name, new Look(word.Case, now), now);
        else if (presence.Customer(word.Case, unread.Seen).State is Nearness.Connected && word.Times < Enough)
            db.Enqueue(Word.Work, word with { Times = word.Times + 1 }, now, now + settings.AnswersAfter);
        else if (gateway.IsOn && await db.MobileOf(unread.Case, CancellationToken.None) is { } to)
            db.Text(unread.Case, TextKind.Incident, to, await db.IncidentText(unread), now);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
