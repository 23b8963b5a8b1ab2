using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Remedies.Granting;

/// <param name="Reason">For the house.</param>
/// <param name="Entry">The last entry that says so.</param>
public sealed record GrantView(
    Id<Grant> RemedyId, Id<Case> CaseId, string Remedy, InBoth Name, RemedyKind Kind, GrantState State, string Reason, string AskedBy, DateTimeOffset AskedAt, int Entry,
    long? Amount = null, string? Unit = null, string? AnsweredBy = null, DateTimeOffset? AnsweredAt = null, string? Words = null)
{
    public static GrantView Of(Grant g) => new(g.Id, g.CaseId, g.Remedy, g.Name, g.Kind, g.State, g.Reason, g.AskedByName, g.AskedAt, g.Entry, g.Amount, g.Unit, g.AnsweredByName, g.AnsweredAt, g.Words);
}

public sealed record GrantList(IReadOnlyList<GrantView> Remedies);

/// <param name="Mine">Nothing stands against the caller's approving it.</param>
public sealed record WaitingGrant(GrantView Grant, string Subject, bool Mine, bool MayDecline);

public sealed record WaitingList(IReadOnlyList<WaitingGrant> Waiting);

public static class GrantsReadingMapping
{
    private const int AtMost = 200;

    extension(Db db)
    {
        /// <summary>Null: the agent may not see the case.</summary>
        public async Task<GrantList?> GrantsOf(Id<Case> id, CurrentAgent me, CancellationToken ct) =>
            await db.Cases.AsNoTracking().VisibleTo(me, db).AnyAsync(c => c.Id == id, ct) ? new([.. (await db.GrantsOf(id, ct)).Select(GrantView.Of)]) : null;

        public Task<List<Grant>> GrantsOf(Id<Case> id, CancellationToken ct) => db.Grants.AsNoTracking().Where(g => g.CaseId == id).OrderBy(g => g.AskedAt).ToListAsync(ct);

        /// <summary>What waits for a second person in the cases that the agent may see; the longest first.</summary>
        public async Task<WaitingList> WaitingGrants(CurrentAgent me, CancellationToken ct)
        {
            var visible = db.Cases.AsNoTracking().VisibleTo(me, db);
            var found = await db.Grants.AsNoTracking().Where(g => g.State == GrantState.Waiting).Join(visible, g => g.CaseId, c => c.Id, (g, c) => new { Grant = g, c.Subject })
                .OrderBy(x => x.Grant.AskedAt).Take(AtMost).ToListAsync(ct);
            if (found.Count == 0)
                return new([]);
            var catalogue = (await db.Catalogue(ct)).ToDictionary(r => r.Slug);
            return new([.. found.Select(x => new WaitingGrant(GrantView.Of(x.Grant), x.Subject, May(x.Grant, catalogue, me), me.SeesAll && me.Id != x.Grant.AskedBy))]);
        }
    }

    private static bool May(Grant grant, Dictionary<string, Remedy> catalogue, CurrentAgent me) =>
        me.Id != grant.AskedBy && catalogue.GetValueOrDefault(grant.Remedy) is { } remedy && remedy.IsSeconded(me.Role, grant.Amount);
}
