using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Findings.Escalating;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Findings.Promising;

public static class PromisingMapping
{
    extension(Db db)
    {
        /// <summary>Told to the customer, and watched: whoever is in charge is rung when the time has passed.</summary>
        public async Task<Result<CheckMade, PromiseRefusal>> PromiseCheck(Id<Case> id, NewCheck asked, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.Find(id, new Caller(agent), now) is not { } theCase)
                return PromiseRefusal.Unknown;
            var (check, by) = (Id<CheckPromise>.New(), asked.By?.ToUniversalTime().ToMicroseconds() ?? await db.CheckDue(theCase.DeskId, now, CancellationToken.None));
            if (theCase.PromiseCheck(check, PlainText.Clean(asked.What), by, agent, now).Refused(out var why, out var promised))
                return why;

            var entry = db.Record(theCase, new Caller(agent).By(promised), promised, now);
            db.CheckPromises.Add(new CheckPromise { Id = check, CaseId = id, DeskId = theCase.DeskId, Entry = entry.Number, What = PlainText.Clean(asked.What), DueAt = by, ById = agent.Id, At = now });
            db.Enqueue(CheckFollower.Name, new DueCheck(check, id), now, by);
            await db.SaveChangesAsync(CancellationToken.None);
            return new CheckMade(check, by, entry.Number);
        }

        /// <summary>By when a check that is begun now is told of: after so many open hours of the desk.</summary>
        public async Task<DateTimeOffset> CheckDue(Id<Desk> desk, DateTimeOffset now, CancellationToken ct) => Deadline.OpenHours(
            await db.OpeningHours(desk, ct), await db.Desks.Where(d => d.Id == desk).Select(d => d.CheckHours).SingleAsync(ct) ?? Desk.UsualCheckHours, now);

        /// <summary>The checks promised in a case, newest first. The caller has found it by a scope of its own.</summary>
        public async Task<IReadOnlyList<CheckView>> ChecksOf(Id<Case> id, DateTimeOffset now, CancellationToken ct)
        {
            var rows = await db.CheckPromises.AsNoTracking().Where(c => c.CaseId == id).OrderByDescending(c => c.Entry).ToListAsync(ct);
            var told = await db.ToldAfter(id, [.. rows.Where(r => r.KeptAt is null).Select(r => r.Entry)], ct);
            return [.. rows.Select(r => (Row: r, Kept: r.KeptAt ?? told.GetValueOrDefault(r.Entry))).Select(c => new CheckView(c.Row.Id, c.Row.What, c.Row.At, c.Row.DueAt, c.Kept, c.Kept is null && c.Row.DueAt < now))];
        }
    }
}
