using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Desks;
using Madoguchi.Findings.Escalating;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Escalating;

public static class QuestionMapping
{
    extension(Db db)
    {
        /// <summary>The newest question that waits for its answer, or whose answer the customer has not heard of.</summary>
        public async Task<QuestionNow?> QuestionOf(Case theCase, CurrentAgent me, CancellationToken ct)
        {
            var id = theCase.Id;
            foreach (var question in await db.Escalations.AsNoTracking().Where(e => e.CaseId == id && e.ToldAt == null && e.WithdrawnAt == null).OrderByDescending(e => e.AskedAt).ToListAsync(ct))
            {
                var offer = await db.Handovers.AsNoTracking().SingleAsync(h => h.Id == question.HandoverId, ct);
                if (question.AnswerEntry is { } answer ? theCase.IsClosed || await db.TellingAfter(id, answer).AnyAsync(ct) : !question.IsOpen(offer))
                    continue;
                var (from, to) = (await db.Desks.AsNoTracking().SingleAsync(d => d.Id == question.FromDeskId, ct), await db.Desks.AsNoTracking().SingleAsync(d => d.Id == question.ToDeskId, ct));
                return new QuestionNow(question, offer, from, to, me.WorksAt(to.Id), me.WorksAt(from.Id));
            }

            return null;
        }
    }
}
