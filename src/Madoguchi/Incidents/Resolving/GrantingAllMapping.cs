using Madoguchi.Cases;
using Madoguchi.Incidents.Updating;
using Madoguchi.Remedies;
using Madoguchi.Remedies.Granting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Resolving;

public static class GrantingAllMapping
{
    extension(Db db)
    {
        /// <summary>The next remedy that is decided and due: everybody affected stands in its row, each customer once. False when there is none.</summary>
        public async Task<bool> BeginRemedy(DateTimeOffset now)
        {
            if (await db.IncidentRemedies.AsNoTracking().Where(r => r.BegunAt == null && r.State == RemedyState.Granting && r.DueAt <= now).OrderBy(r => r.DueAt).FirstOrDefaultAsync(CancellationToken.None) is not { } next)
                return false;
            await db.Lock(next.IncidentId).AsNoTracking().SingleAsync(CancellationToken.None);
            var remedy = await db.Lock(next.Id).AsTracking().SingleAsync(CancellationToken.None);
            if (remedy.BegunAt is not null || remedy.State is not RemedyState.Granting)
                return true;
            remedy.BegunAt = now;
            await db.SaveChangesAsync(CancellationToken.None);
            await db.LineUp(remedy);
            return true;
        }

        internal async Task LineForRemedies(Id<Incident> incident)
        {
            foreach (var remedy in await db.IncidentRemedies.AsNoTracking().Where(r => r.IncidentId == incident && r.BegunAt != null).ToListAsync(CancellationToken.None))
                await db.LineUp(remedy);
        }

        /// <summary>Grants it to the next of them, many in one transaction: granted and done, or neither. How many.</summary>
        public async Task<int> GrantNext(int atMost, TimeSpan lettersAfter, PaceSettings pace, DateTimeOffset now)
        {
            var turn = await db.TakeGrants(atMost);
            if (turn.Count == 0)
                return 0;
            var remedy = await db.IncidentRemedies.AsNoTracking().SingleAsync(r => r.Id == turn[0].RemedyId, CancellationToken.None);
            var cases = (await db.LockCases([.. turn.Select(r => r.CaseId)])).ToDictionary(c => c.Id);
            foreach (var one in turn)
            {
                var theCase = cases[one.CaseId];
                one.DoneAt = now;
                if ((await db.Grant(theCase, remedy.Remedy, remedy.Reason, new Caller(remedy.By), now, remedy.Amount, forAll: true)).Refused(out var why, out var grant))
                    one.State = why is GrantRefusal.AlreadyGranted ? GrantedState.Had : GrantedState.NotGranted;
                else
                {
                    one.State = GrantedState.Granted;
                    // With a resolution, one letter tells both.
                    if (remedy.UpdateId is null)
                        db.Enqueue(Word.Work, new Word(theCase.Id, remedy.IncidentId, grant.Entry), now, now + lettersAfter + pace.Wait(one.Turn));
                }
            }

            await db.SaveChangesAsync(CancellationToken.None);
            return turn.Count;
        }

        /// <summary>The next one failed by itself.</summary>
        public async Task<int> NotGranted(string why, DateTimeOffset now)
        {
            foreach (var one in await db.TakeGrants(1))
                (one.State, one.Why, one.DoneAt) = (GrantedState.NotGranted, PlainText.Preview(why, 300), now);
            return await db.SaveChangesAsync(CancellationToken.None);
        }

        // Of a customer's cases in the incident an open one, the newest.
        private Task<int> LineUp(IncidentRemedy remedy)
        {
            var (id, incident, slug) = (remedy.Id.Value, remedy.IncidentId.Value, remedy.Remedy);
            return db.Database.ExecuteSqlAsync(
                $"""
                insert into incident_grants ("IncidentId", "Remedy", "CustomerId", "RemedyId", "CaseId", "State", "Turn")
                select {incident}, {slug}, x."CustomerId", {id}, x."CaseId", 'Waiting', row_number() over (order by x."At", x."CaseId") from (
                    select c."CustomerId", p."CaseId", p."At", row_number() over (partition by c."CustomerId" order by case when c."ClosedAt" is null then 0 else 1 end, c."OpenedAt" desc) as nth
                    from incident_cases p join cases c on c."Id" = p."CaseId" where p."IncidentId" = {incident} and p."RemovedAt" is null) x
                where x.nth = 1 and not exists (select 1 from incident_grants g join cases k on k."Id" = g."CaseId" where g."IncidentId" = {incident} and g."Remedy" = {slug} and k."CustomerId" = x."CustomerId")
                    and not exists (
                        select 1 from incident_grants g join incidents i on i."Id" = g."IncidentId"
                        where i."MergedInto" = {incident} and g."Remedy" = {slug} and g."CustomerId" = x."CustomerId" and g."State" in ('Granted', 'Had'))
                on conflict do nothing
                """, CancellationToken.None);
        }

        private async Task<List<IncidentGrant>> TakeGrants(int atMost)
        {
            if (await db.IncidentRemedies.AsNoTracking().Where(r => r.BegunAt != null && db.Set<IncidentGrant>().Any(g => g.RemedyId == r.Id && g.State == GrantedState.Waiting))
                .OrderBy(r => r.BegunAt).Select(r => (Id<IncidentRemedy>?)r.Id).FirstOrDefaultAsync(CancellationToken.None) is not { } id)
                return [];
            return await (db.IsPostgres
                ? db.IncidentGrants.FromSql($"""select * from incident_grants where "RemedyId" = {id.Value} and "State" = 'Waiting' order by "Turn" limit {atMost} for update skip locked""")
                : db.IncidentGrants.Where(g => g.RemedyId == id && g.State == GrantedState.Waiting).OrderBy(g => g.Turn).Take(atMost)).AsTracking().ToListAsync(CancellationToken.None);
        }
    }
}
