using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Thanks.Concerns;

/// <summary>A case whose customer was not content.</summary>
/// <param name="Text">Nothing, when they said nothing or took it back.</param>
/// <param name="CameOfIt">What was done, and by whom.</param>
public sealed record ConcernView(Id<Case> CaseId, string Subject, string Desk, DateTimeOffset Since, int? Score, string? Text, string? CameOfIt = null, string? SettledBy = null, DateTimeOffset? SettledAt = null);

/// <param name="Open">The one that waits longest first.</param>
/// <param name="Settled">What came of the latest.</param>
public sealed record ConcernList(IReadOnlyList<ConcernView> Open, IReadOnlyList<ConcernView> Settled);

public sealed record Settled(int Entry);

public static class ConcernsMapping
{
    private const int AtMost = 200;
    private const int Latest = 20;

    extension(Db db)
    {
        public async Task<ConcernList> Concerns(CancellationToken ct) => new(
            await db.Show(db.Thanks.AsNoTracking().Where(t => t.ConcernSince != null && t.SettledAt == null).OrderBy(t => t.ConcernSince).Take(AtMost)).ToListAsync(ct),
            await db.Show(db.Thanks.AsNoTracking().Where(t => t.SettledAt != null).OrderByDescending(t => t.SettledAt).Take(Latest)).ToListAsync(ct));

        public async Task<Result<Settled, SettleRefusal>> SettleConcern(Id<Case> id, Caller caller, string cameOfIt, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return SettleRefusal.Unknown;
            if (await db.Thanks.AsTracking().SingleOrDefaultAsync(t => t.CaseId == id, CancellationToken.None) is not { } thanks)
                return agent.SeesAll ? SettleRefusal.NothingOpen : SettleRefusal.NotSupervisor;
            if (thanks.Settle(PlainText.Clean(cameOfIt), agent, now).Refused(out var why, out var happened))
                return why;
            thanks.Entry = db.Record(theCase, caller.By(happened), happened, now).Number;
            await db.SaveChangesAsync(CancellationToken.None);
            return new Settled(thanks.Entry);
        }

        private IQueryable<ConcernView> Show(IQueryable<CaseThanks> thanks) => thanks.Select(t => new ConcernView(
            t.CaseId, db.Set<Case>().Where(c => c.Id == t.CaseId).Select(c => c.Subject).First(), db.Set<Desk>().Where(d => d.Id == t.DeskId).Select(d => d.Slug).First(), t.ConcernSince!.Value, t.Score, t.Text,
            t.CameOfIt, db.Set<Agent>().Where(a => a.Id == t.SettledBy).Select(a => a.Name).FirstOrDefault(), t.SettledAt));
    }
}
