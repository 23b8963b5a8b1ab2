using Madoguchi.Care.Recognizing;
using Madoguchi.Cases;
using Madoguchi.Cases.Contacting;
using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Timeline;
using Madoguchi.Line;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care.Folding;

/// <summary>Hears each word of a customer as it is written, so that no colleague has to be the first.</summary>
public sealed class CareListener(CareBooks books) : Listener
{
    public override async Task Hear(Db db, Case theCase, Entry entry, string words)
    {
        if (theCase.Care is CareStep.Ended)
        {
            theCase.AgentId = null;
            db.Enqueue(Ring.Work, new Ring(theCase.Id, Ring.CareReview, [], [], [theCase.DeskId]), entry.At);
        }

        var heard = Hearing.Of(words, await books.Of(db));
        if (heard is { IsAbusive: false, IsAngry: false })
            return;
        var reasons = await db.ReasonsFor(theCase, entry.At);
        if (Judging.Of(heard, reasons) is not { } verdict)
            return;
        db.CareMarks.Add(Marking.Of(theCase, entry, heard, verdict, reasons));
        if (verdict is not CareVerdict.Folded || entry.What.Preview is null)
            return;
        theCase.Preview = PlainText.Preview(heard.Request, Entry.PreviewLength);
        if (theCase.Subject == Contact.SubjectOf(words))
            theCase.Subject = heard.Request.Length > 0 ? Contact.SubjectOf(heard.Request) : Tongue.Of(theCase.Language)["お問い合わせ", "An enquiry"];
    }

    public override string? Calm(string words)
    {
        var heard = Hearing.Of(words, books.Now);
        return heard is { IsAbusive: true, AgainstThePerson: true } ? heard.Request.Length > 0 ? heard.Request : "…" : null;
    }
}

public static class HearingMapping
{
    extension(Db db)
    {
        /// <summary>What had gone wrong on our side by then.</summary>
        public async Task<IReadOnlyList<Reason>> ReasonsFor(Case theCase, DateTimeOffset now)
        {
            var (id, kinds) = (theCase.Id, Reasons.Kinds);
            var entries = await db.Entries.AsNoTracking().Where(e => e.CaseId == id && kinds.Contains(e.Kind)).ToListAsync(CancellationToken.None);
            var tickets = await db.Tickets.AsNoTracking().Where(t => t.CaseId == id && t.High != null).ToListAsync(CancellationToken.None);
            return Reasons.Of(entries, tickets, theCase.CustomerWaitingSince, now);
        }

        public async Task<CareSettings> CareSettings(CancellationToken ct) => await db.Set<CareSettings>().AsNoTracking().SingleOrDefaultAsync(ct) ?? new CareSettings { Id = 1 };
    }
}
