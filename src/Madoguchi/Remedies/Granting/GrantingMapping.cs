using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Remedies.Granting;

public static class GrantingMapping
{
    extension(Db db)
    {
        /// <summary>The case is loaded under its lock, and there is the agent who decides. What was begun is granted whenever: an ended case, too.</summary>
        /// <param name="slug">Of the catalogue.</param>
        /// <param name="forAll">It was decided for many at once: no limit is looked at any more, and it is the house that tells the customer.</param>
        public async Task<Result<Grant, GrantRefusal>> Grant(Case theCase, string slug, string reason, Caller by, DateTimeOffset now, long? amount = null, bool forAll = false)
        {
            if (by.Agent is not { } agent || !agent.WorksAt(theCase.DeskId))
                return GrantRefusal.WithAnotherDesk;
            if (await db.Remedy(slug, CancellationToken.None) is not { Retired: false } remedy)
                return GrantRefusal.UnknownRemedy;
            if (amount is not null && remedy.Unit is null)
                return GrantRefusal.HasNoAmount;
            var id = theCase.Id;
            if (await db.Grants.AnyAsync(g => g.CaseId == id && g.Remedy == slug && g.State != GrantState.Declined, CancellationToken.None))
                return GrantRefusal.AlreadyGranted;

            var (grant, happened) = Remedies.Grant.Of(Id<Grant>.New(), theCase, remedy, PlainText.Clean(reason), amount, agent, now, forAll);
            foreach (var one in happened)
                grant.Entry = db.Record(theCase, forAll && !one.IsInternal ? By.System : by.By(one), one, now).Number;
            db.Grants.Add(grant);
            if (grant.State is GrantState.Waiting && await db.Seconds(grant, remedy) is { Count: > 0 } seconds)
                db.Enqueue(Ring.Work, new Ring(id, Ring.RemedyAsked, seconds, [], []), now);
            await db.SaveChangesAsync(CancellationToken.None);
            return grant;
        }

        public async Task<Result<Grant, GrantRefusal>> Grant(Id<Case> id, string slug, string reason, Caller by, DateTimeOffset now, long? amount = null) =>
            by.Agent is not null && await db.Find(id, by, now) is { } theCase ? await db.Grant(theCase, slug, reason, by, now, amount) : GrantRefusal.Unknown;

        /// <summary>The second person's word; the asker is told.</summary>
        public async Task<Result<Grant, SecondRefusal>> AnswerGrant(Id<Grant> id, Caller by, bool approve, string? words, DateTimeOffset now)
        {
            if (by.Agent is not { } agent || await db.Grants.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id, CancellationToken.None) is not { } found || await db.Find(found.CaseId, by, now) is not { } theCase)
                return SecondRefusal.Unknown;
            // Under the case's lock it stands as it stands.
            var grant = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
            var remedy = await db.Remedy(grant.Remedy, CancellationToken.None) ?? new Remedy { Slug = grant.Remedy, Kind = grant.Kind, Unit = grant.Unit };
            if (grant.Answer(remedy, approve, words is null ? null : PlainText.Clean(words), agent, now).Refused(out var why, out var happened))
                return why;
            grant.Entry = db.Record(theCase, by.By(happened), happened, now).Number;
            db.Enqueue(Ring.Work, new Ring(theCase.Id, approve ? Ring.RemedyGranted : Ring.RemedyDeclined, [grant.AskedBy], [], []), now);
            await db.SaveChangesAsync(CancellationToken.None);
            await db.SeeAll(theCase.Id, Ring.RemedyAsked, now);
            return grant;
        }

        // The nearest who may: supervisors; where none of them may, administrators.
        private async Task<IReadOnlyList<Id<Agent>>> Seconds(Grant grant, Remedy remedy)
        {
            var people = await db.Agents.AsNoTracking().Where(a => a.LeftAt == null && a.Role != AgentRole.Agent && a.Id != grant.AskedBy).Select(a => new { a.Id, a.Role }).ToListAsync(CancellationToken.None);
            var may = people.Where(p => remedy.IsSeconded(p.Role, grant.Amount)).ToList();
            return [.. (may.Exists(p => p.Role is AgentRole.Supervisor) ? may.Where(p => p.Role is AgentRole.Supervisor) : may).Select(p => p.Id)];
        }
    }
}
