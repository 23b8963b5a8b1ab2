using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Following;
using Madoguchi.Mail.Sending;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Mail.Answering;

/// <param name="Since">When the answer was given.</param>
/// <param name="Times">How often it was looked before, while the customer was there and did not read.</param>
public sealed record Look(Id<Case> Case, DateTimeOffset Since, int Times = 0);

/// <summary>Some minutes after an answer: unread, and nobody there to read it? Then it goes by mail, with all that is unread.</summary>
public sealed class LookFollower(Presence presence, MailSettings settings) : OutboxWork
{
    public const string Name = "mail.answers";
    private static readonly TimeSpan JustLeft = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan GiveUp = TimeSpan.FromDays(1);

    public override string Kind => Name;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var look = JsonSerializer.Deserialize<Look>(payload, Json.Options)!; // only ever written from one
        if (await db.UnreadAnswers(look.Case) is not { } unread)
            return;
        if (IsThere(presence.Customer(look.Case, unread.Seen), now))
        {
            // A page that nobody reads may be open for a day; it is asked ever less often, and closing it is a reason to write.
            if (now - look.Since < GiveUp)
                db.Enqueue(Name, look with { Times = look.Times + 1 }, now, now + settings.AnswersAfter * Math.Min(15, look.Times + 1));
        }
        else
        {
            await db.MailAnswers(unread, now);
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    // A minute without a line is a tunnel or a reload.
    private static bool IsThere(CustomerPresence customer, DateTimeOffset now) => customer.State is Nearness.Connected || now - customer.Since < JustLeft;
}
