using Madoguchi.Care.Recognizing;
using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Care.Folding;

/// <summary>Why words were not marked.</summary>
public enum MarkRefusal { Unknown, WithAnotherDesk, NothingSaid }

public static class MarkingMapping
{
    /// <summary>Where a customer has words of their own.</summary>
    private static readonly string[] Spoken = ["message", "thanked", "stepAnswered", "followUpAnswered"];

    extension(Db db)
    {
        /// <summary>An agent's own word goes before what the lists say, either way; again is nothing new.</summary>
        /// <param name="number">The customer's last words, when missing.</param>
        public async Task<Result<Recorded, MarkRefusal>> MarkCare(Id<Case> id, int? number, bool abusive, string? because, Caller caller, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return MarkRefusal.Unknown;
            if (!agent.WorksAt(theCase.DeskId))
                return MarkRefusal.WithAnotherDesk;
            var said = db.Entries.AsNoTracking().Where(e => e.CaseId == id && ((e.Role == Role.Customer && e.Kind == "message") || e.Kind == "callTaken"));
            var meant = number is null ? said : db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Number == number && e.Withdrawn == null && ((e.Role == Role.Customer && Spoken.Contains(e.Kind)) || e.Kind == "callTaken"));
            if (await meant.OrderByDescending(e => e.Number).FirstOrDefaultAsync(CancellationToken.None) is not { } entry || Words(entry.What).Length == 0)
                return MarkRefusal.NothingSaid;

            var mark = await db.CareMarks.AsTracking().SingleOrDefaultAsync(m => m.CaseId == id && m.Entry == entry.Number, CancellationToken.None);
            var verdict = abusive ? CareVerdict.Folded : CareVerdict.Open;
            if (mark is null ? !abusive : mark.Verdict == verdict)
                return new Recorded(entry.Number);
            if (mark is null)
            {
                var words = Words(entry.What);
                var heard = Hearing.Of(words, await db.GetService<CareBooks>().Of(db));
                db.CareMarks.Add(mark = Marking.ByHand(theCase, entry, words, heard, await db.ReasonsFor(theCase, now)));
            }

            (mark.Verdict, mark.ById, mark.ByName, mark.Because, mark.MarkedAt) = (verdict, agent.Id, agent.Name, because, now);
            var marked = new CareMarked(entry.Number, abusive, because);
            db.Record(theCase, caller.By(marked), marked, now);
            if (entry.What.Preview is not null && entry.Number == await said.MaxAsync(e => e.Number, CancellationToken.None))
                theCase.Preview = PlainText.Preview(abusive ? mark.Request : Words(entry.What), Entry.PreviewLength);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Recorded(entry.Number);
        }
    }

    public static string Words(Happening what) => what switch
    {
        MessageSaid said => said.Text,
        CallTaken call => call.Text,
        Thanked { Text: { } text } => text,
        StepAnswered { Words: { } words } => words,
        FollowUpAnswered { How: { } how } => how,
        _ => "",
    };
}
