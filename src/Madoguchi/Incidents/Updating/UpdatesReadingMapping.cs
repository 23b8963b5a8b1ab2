using Madoguchi.Calls.Texting;
using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Updating;

public static class UpdatesReadingMapping
{
    private const int PageSize = 500;

    extension(Db db)
    {
        /// <summary>The newest first.</summary>
        public async Task<IReadOnlyList<UpdateView>> UpdatesOf(Id<Incident> incident, Id<IncidentUpdate>? only, CancellationToken ct)
        {
            var updates = await db.IncidentUpdates.AsNoTracking().Where(u => u.IncidentId == incident && (only == null || u.Id == only)).OrderByDescending(u => u.At).Take(100).ToListAsync(ct);
            var ids = updates.Select(u => u.Id).ToList();
            var states = (await db.IncidentRecipients.Where(r => ids.Contains(r.UpdateId)).GroupBy(r => new { r.UpdateId, r.State }).Select(g => new { g.Key.UpdateId, g.Key.State, Count = g.Count() }).ToListAsync(ct)).ToLookup(s => s.UpdateId);
            return [.. updates.Select(u =>
            {
                int Count(Reached state) => states[u.Id].FirstOrDefault(s => s.State == state)?.Count ?? 0;
                return new UpdateView(u.Id, u.Text, u.State, u.Remedy, u.ByName, u.At, u.DueAt, u.CancelledAt, states[u.Id].Sum(s => s.Count), Count(Reached.Waiting), Count(Reached.Told), Count(Reached.Overtaken), Count(Reached.NotReached));
            })];
        }

        /// <summary>What became of each, in the order of the row. Null: there is no such update.</summary>
        /// <param name="after">How many were read. (Those who joined late have turns of their own, which others have, too.)</param>
        public async Task<ReachedList?> RecipientsOf(Id<Incident> incident, Id<IncidentUpdate> id, int after, CurrentAgent agent, CancellationToken ct)
        {
            if ((await db.UpdatesOf(incident, id, ct)).SingleOrDefault() is not { } update)
                return null;
            var visible = db.Cases.VisibleTo(agent, db);
            var rows = await db.IncidentRecipients.AsNoTracking().Where(r => r.UpdateId == id).OrderBy(r => r.Turn).ThenBy(r => r.CaseId).Skip(Math.Max(0, after)).Take(PageSize + 1)
                .Select(r => new
                {
                    r.State, r.Reason, r.DoneAt, CaseId = visible.Any(c => c.Id == r.CaseId) ? (Id<Case>?)r.CaseId : null,
                    Mailed = db.Set<Letter>().Any(l => l.CaseId == r.CaseId && l.Kind == LetterKind.Answers && l.UpTo >= r.Entry && l.CreatedAt >= r.DoneAt), Texted = db.Set<TextMessage>().Any(t => t.CaseId == r.CaseId && t.Kind == TextKind.Incident && t.CreatedAt >= r.DoneAt),
                }).ToListAsync(ct);
            return new(update, [.. rows.Take(PageSize).Select(r => new ReachedView(r.CaseId, r.State, r.Reason, r.State is not Reached.Told ? null : r.Mailed ? "mail" : r.Texted ? "sms" : "page", r.DoneAt))],
                rows.Count > PageSize ? Math.Max(0, after) + PageSize : null);
        }

        /// <summary>Who would be told now, and by what; nothing is written.</summary>
        public async Task<UpdatePreview?> PreviewUpdate(Id<Incident> id, Bilingual? text, PaceSettings pace, CancellationToken ct)
        {
            if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } incident)
                return null;
            var people = await db.IncidentCases.AsNoTracking().Where(c => c.IncidentId == id && c.RemovedAt == null).Join(db.Cases, p => p.CaseId, c => c.Id, (p, c) => new
            {
                Japanese = c.Language.StartsWith("ja"), Mail = db.Set<Address>().Any(a => a.CustomerId == c.CustomerId && a.Kind == AddressKind.Mail),
                Phone = db.Set<Address>().Any(a => a.CustomerId == c.CustomerId && a.Kind == AddressKind.Phone),
            }).GroupBy(p => p).Select(g => new { g.Key.Japanese, g.Key.Mail, g.Key.Phone, Count = g.Count() }).ToListAsync(ct);
            var (all, mail, sms) = (people.Sum(p => p.Count), people.Where(p => p.Mail).Sum(p => p.Count), people.Where(p => !p.Mail && p.Phone).Sum(p => p.Count));
            var japanese = people.Where(p => p.Japanese).Sum(p => p.Count);
            return new(all, mail, sms, all - mail - sms, japanese, all - japanese, (int)Math.Ceiling(pace.Wait(mail + sms).TotalSeconds), incident.Name,
                text is null || text.IsEmpty ? null : new(text.In(Tongue.Japanese), text.In(Tongue.English)));
        }
    }
}
