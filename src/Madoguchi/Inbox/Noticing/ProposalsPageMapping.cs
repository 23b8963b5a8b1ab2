using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Noticing;

public static class ProposalsPageMapping
{
    private const int Shown = 100;

    // Who pressed the wrong button sees it and takes it back.
    private static readonly TimeSpan StillShown = TimeSpan.FromMinutes(15);

    extension(Db db)
    {
        public async Task<IReadOnlyList<ProposalCard>> ProposalCards(CurrentAgent me, DateTimeOffset now, CancellationToken ct)
        {
            var lately = now - StillShown;
            var proposals = await db.IncidentProposals.AsNoTracking().Where(p => p.State == ProposalState.Open || (p.State == ProposalState.Dismissed && p.SettledAt > lately)).OrderByDescending(p => p.FoundAt).ToListAsync(ct);
            List<ProposalCard> cards = [];
            foreach (var one in proposals)
            {
                var id = one.Id;
                var cases = db.ProposalCases.Where(c => c.ProposalId == id);
                var seen = db.Cases.AsNoTracking().VisibleTo(me, db).Join(cases, c => c.Id, p => p.CaseId, (c, p) => new { c.Id, c.Subject, p.At });
                cards.Add(new(one, [.. (await seen.OrderByDescending(c => c.At).ThenBy(c => c.Id).Take(Shown).ToListAsync(ct)).Select(c => new ProposedCase(c.Id, c.Subject, c.At))], await seen.CountAsync(ct), Bars.Of(await cases.Select(c => c.At).ToListAsync(ct), one, now)));
            }

            return cards;
        }
    }
}
