using Madoguchi.BrokenOff;
using Madoguchi.Care.Folding;
using Madoguchi.Care.Straining;
using Madoguchi.Cases;
using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Reading;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Guides.Walking;
using Madoguchi.Inbox.Heeding;
using Madoguchi.Inbox.Lining;
using Madoguchi.Inbox.Proving;
using Madoguchi.Inbox.Translating;
using Madoguchi.Inbox.Withdrawing;
using Madoguchi.Line;
using Madoguchi.Line.Offering;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Inbox.Working;

public static class WorkspaceMapping
{
    public const int Shown = 50;

    extension(Db db)
    {
        public async Task<WorkspaceView> Workspace(CurrentAgent me, Queue queue, Cursor? after, string? tag, OpenCase? open, CancellationToken ct)
        {
            var mine = me.Desks;
            return new WorkspaceView(
                me, await db.Desks.Where(d => mine.Contains(d.Id)).OrderBy(d => d.Slug).ToListAsync(ct), queue, await db.CountCases(me, ct), await db.ListCases(new Asked(Queue: queue, After: after, Tag: tag), me, ct), open, tag, await db.BrokenIn(queue, me, ct), await db.LineIn(queue, me, ct))
            { Duty = await db.ChosenDuty(me.Id, ct), Asked = await db.AskedOf(me, db.GetService<TimeProvider>().Now, ct), Advice = await db.AdviceFor(me.Id, ct) };
        }

        /// <summary>What the list of broken-off contacts shows; nothing for other lists.</summary>
        public async Task<BrokenOffList?> BrokenIn(Queue queue, CurrentAgent me, CancellationToken ct) => queue is Queue.BrokenOff ? await db.ListBrokenOff(me, ct) : null;

        /// <summary>What the list of those in line shows; nothing for other lists.</summary>
        public async Task<IReadOnlyList<InLine>?> LineIn(Queue queue, CurrentAgent me, CancellationToken ct) => queue is Queue.Line ? await db.ListLine(me, ct) : null;

        /// <summary>A case with its newest entries and its customer's card; null when this agent may not see it.</summary>
        public async Task<OpenCase?> Open(Id<Case> id, CurrentAgent me, EntryFragments fragments, Tongue t, CancellationToken ct)
        {
            if (await db.Cases.AsNoTracking().Include(c => c.Tags.OrderBy(t => t.Word)).VisibleTo(me, db).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } found)
                return null;
            var (customerId, agentId) = (found.CustomerId, found.AgentId);
            var (entries, seen) = (await db.NewestEntries(id, inside: true, Shown, ct), (await db.Seen(id, ct)).ByCustomer);
            return new OpenCase(
                found, await db.Customers.Include(c => c.Addresses).SingleAsync(c => c.Id == customerId, ct), await db.Desks.SingleAsync(d => d.Id == found.DeskId, ct),
                await db.Agents.Where(a => a.Id == agentId).Select(a => a.Name).FirstOrDefaultAsync(ct), await db.Drawn(id, entries, me, fragments, t, ct),
                entries is [{ Number: > 1 and var first }, ..] ? first : null, found.IsAnsweredBy(me), await db.Pending(found, me, ct), await db.FactsOf(found, ct), await db.EarlierCases(found, me, ct),
                (await db.DraftOf(id, new Caller(me), Purpose.Reply, ct))?.Text, (await db.DraftOf(id, new Caller(me), Purpose.Note, ct))?.Text,
                seen, Id<Case>.New().ToString())
            {
                Broken = await db.BrokenOff(id, ct), Walk = await db.WalkNow(found, ct), Proof = await db.ProofOf(found, me, ct), Heed = await db.HeedOf(found, me, ct), Awaiting = await db.AwaitingOn(id, me, ct), Tried = await db.TriedOn(found, ct), InLine = await db.ActiveTicket(id, ct), Served = ServedTurn.Of(entries, me), Undo = Undo.Of(entries, me, seen), Fitting = me.WorksAt(found.DeskId) ? await db.FittingFor(found, ct) : null,
            };
        }

        /// <summary>What changed after an entry, as parameters of <see cref="CasePieces"/>.</summary>
        public async Task<Dictionary<string, object?>?> Pieces(Id<Case> id, int after, CurrentAgent me, EntryFragments fragments, Tongue t, Queue queue, CancellationToken ct)
        {
            if (await db.Open(id, me, fragments, t, ct) is not { } open)
                return null;
            var entries = await db.EntriesAfter(id, after, inside: true, Shown, ct);
            List<Entry> shown = [.. await db.TakenBack(id, entries, inside: true, ct), .. entries];
            return new() { ["T"] = t, ["Me"] = me, ["Open"] = open, ["Queue"] = queue, ["Entries"] = await fragments.Draw(shown, t, await db.FoldsOf(shown, me, ct)) };
        }

        /// <summary>The entries before a number, oldest first.</summary>
        public async Task<List<Entry>> EntriesBefore(Id<Case> id, int before, int atMost, CancellationToken ct)
        {
            var found = await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Number < before).OrderByDescending(e => e.Number).Take(atMost).ToListAsync(ct);
            found.Reverse();
            return found;
        }

        // A supervisor stands in for every desk, but an offer is for those of the desk: they see both ways.
        private async Task<PendingOffer?> Pending(Case theCase, CurrentAgent me, CancellationToken ct)
        {
            if (theCase.PendingHandoverId is not { } id)
                return null;
            var offer = await db.Handovers.AsNoTracking().SingleAsync(h => h.Id == id, ct);
            var (from, to) = (await db.Desks.AsNoTracking().SingleAsync(d => d.Id == offer.FromDeskId, ct), await db.Desks.AsNoTracking().SingleAsync(d => d.Id == offer.ToDeskId, ct));
            return new PendingOffer(offer, from, to, me.WorksAt(to.Id), me.WorksAt(from.Id));
        }

        private Task<List<ToldFact>> FactsOf(Case theCase, CancellationToken ct)
        {
            var (customer, id) = (theCase.CustomerId, theCase.Id);
            return db.Facts.Where(f => f.CustomerId == customer && f.ReplacedAt == null && (f.Scope != Scope.Case || f.CaseId == id))
                .Join(db.Desks, f => f.DeskId, d => d.Id, (f, d) => new { f, d }).OrderBy(x => x.f.At).Select(x => new ToldFact(x.f, x.d)).ToListAsync(ct);
        }

        private Task<List<EarlierCase>> EarlierCases(Case theCase, CurrentAgent me, CancellationToken ct)
        {
            var (customer, id) = (theCase.CustomerId, theCase.Id);
            return db.Cases.AsNoTracking().VisibleTo(me, db).Where(c => c.CustomerId == customer && c.Id != id).OrderByDescending(c => c.OpenedAt).Take(10)
                .Select(c => new EarlierCase(c.Id, c.Subject, c.Status, c.ClosedAt ?? c.ActiveAt)).ToListAsync(ct);
        }
    }
}
