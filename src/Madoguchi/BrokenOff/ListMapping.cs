using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.BrokenOff;

/// <param name="Since">Since when nothing was heard, or nobody was there.</param>
/// <param name="HasAddress">A mail address is known: a follow-up reaches them without the page.</param>
/// <param name="Answer">What came of it.</param>
/// <param name="Solved">How they solved it, in their words.</param>
public sealed record BrokenOffCase(
    Id<Case> CaseId, DateTimeOffset Since, BreakKind How, string CustomerNumber, string? Name, string Subject, string Desk, string Language, bool HasAddress,
    DateTimeOffset? FollowedUpAt = null, BreakEnd? Answer = null, string? Solved = null, DateTimeOffset? EndedAt = null);

/// <param name="Cases">Nothing heard yet; those to whom nobody has written first, the newest first.</param>
/// <param name="Ended">What came of the latest.</param>
public sealed record BrokenOffList(IReadOnlyList<BrokenOffCase> Cases, IReadOnlyList<BrokenOffCase> Ended);

public static class ListMapping
{
    private const int AtMost = 200;
    private const int Latest = 20;

    extension(Db db)
    {
        public async Task<BrokenOffList> ListBrokenOff(CurrentAgent agent, CancellationToken ct) => new(
            await db.Show(db.StillBrokenOff(agent).OrderBy(x => x.Break.FollowedUpAt != null).ThenByDescending(x => x.Break.Since).Take(AtMost)).ToListAsync(ct),
            await db.Show(db.BreaksOf(db.OfDesks(agent)).Where(x => x.Break.EndedAt != null && x.Break.End != BreakEnd.Lost).OrderByDescending(x => x.Break.EndedAt).Take(Latest)).ToListAsync(ct));

        public Task<int> CountBrokenOff(CurrentAgent agent, CancellationToken ct) => db.StillBrokenOff(agent).CountAsync(ct);

        /// <summary>How the case has broken off, if it has.</summary>
        public Task<BrokenOffCase?> BrokenOff(Id<Case> id, CancellationToken ct) =>
            db.Show(db.BreaksOf(db.Cases.AsNoTracking().Where(c => c.Id == id)).Where(x => x.Case.BreakId == x.Break.Id)).SingleOrDefaultAsync(ct);

        // Whom silence has closed after a follow-up has been asked, and the door stays open: nothing is left to do.
        private IQueryable<Broken> StillBrokenOff(CurrentAgent agent) =>
            db.BreaksOf(db.OfDesks(agent)).Where(x => x.Case.BreakId == x.Break.Id && (x.Case.ClosedAt == null || x.Break.FollowedUpAt == null));

        private IQueryable<Case> OfDesks(CurrentAgent agent)
        {
            var desks = agent.Desks;
            return desks.Count > 0 ? db.Cases.AsNoTracking().Where(c => desks.Contains(c.DeskId)) : db.Cases.AsNoTracking().VisibleTo(agent, db);
        }

        private IQueryable<Broken> BreaksOf(IQueryable<Case> cases) => cases.Join(db.Breaks.AsNoTracking(), c => c.Id, b => b.CaseId, (c, b) => new Broken { Case = c, Break = b });

        private IQueryable<BrokenOffCase> Show(IQueryable<Broken> broken) => broken.Select(x => new BrokenOffCase(
            x.Case.Id, x.Break.Since, x.Break.How, db.Set<Customer>().Single(p => p.Id == x.Case.CustomerId).Number, db.Set<Customer>().Single(p => p.Id == x.Case.CustomerId).Name,
            x.Case.Subject, db.Set<Desk>().Single(d => d.Id == x.Case.DeskId).Slug, x.Case.Language,
            db.Set<Address>().Any(a => a.CustomerId == x.Case.CustomerId && a.Kind == AddressKind.Mail), x.Break.FollowedUpAt, x.Break.End, x.Break.Solved, x.Break.EndedAt));
    }

    private sealed record Broken
    {
        public required Case Case { get; init; }
        public required Break Break { get; init; }
    }
}
