using Madoguchi.Calls.Texting;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Line;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Calls.CallingBack;

/// <summary>Who was missed, or was not reached in the end, is told so in writing, with the link: once, however often the entry is followed up.</summary>
public sealed class TryingFollower(GatewayClient gateway) : EntryWork
{
    // Whoever calls all morning has the link.
    private static readonly TimeSpan Enough = TimeSpan.FromHours(12);

    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        foreach (var entry in entries.Where(e => e.Kind is "callCame" or "lineLeft" && now - e.At < Enough))
        {
            if (entry.What is CallCame { State: CallCame.Missed } && gateway.IsOn)
                await Missed(db, entry.CaseId, now);
            else if (entry.What is LineLeft { Because: LineLeft.NotReached or LineLeft.WrongNumber } left)
                await NotReached(db, entry, left, now);
        }
    }

    private static async Task Missed(Db db, Id<Case> id, DateTimeOffset now)
    {
        var theCase = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
        if (await db.ActiveTicket(id, CancellationToken.None) is not { Phone: not null } ticket || await Has(db, id, TextKind.Missed, now - Enough) || await db.MobileOf(theCase, CancellationToken.None) is not { } to)
            return;
        var t = Tongue.Of(theCase.Language);
        db.Text(theCase, TextKind.Missed, to, TextWords.Missed(await db.DeskName(theCase.DeskId, t), ticket.Number, t), now);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task NotReached(Db db, Entry entry, LineLeft left, DateTimeOffset now)
    {
        var theCase = await db.Lock(entry.CaseId).AsTracking().SingleAsync(CancellationToken.None);
        var t = Tongue.Of(theCase.Language);
        var desk = await db.DeskName(theCase.DeskId, t);
        if (!await db.Letters.AnyAsync(l => l.CaseId == entry.CaseId && l.Kind == LetterKind.Link && l.UpTo == entry.Number, CancellationToken.None))
            await db.SendToCustomer(theCase, LetterKind.Link, TriedLetter.Subject(desk, t), TriedLetter.Text(theCase, desk, left.Because is LineLeft.WrongNumber, t), now, upTo: entry.Number);
        // A wrong number belongs to somebody else.
        if (gateway.IsOn && left.Because is LineLeft.NotReached && !await Has(db, entry.CaseId, TextKind.NotReached, entry.At) && await db.MobileOf(theCase, CancellationToken.None) is { } to)
            db.Text(theCase, TextKind.NotReached, to, TextWords.NotReached(desk, t), now);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static Task<bool> Has(Db db, Id<Case> id, TextKind kind, DateTimeOffset since) => db.Texts.AnyAsync(l => l.CaseId == id && l.Kind == kind && l.CreatedAt >= since, CancellationToken.None);
}
