using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox;

/// <summary>A case as a list shows it.</summary>
/// <param name="Desk">The owner desk's slug.</param>
/// <param name="Agent">Who is in charge.</param>
/// <param name="Preview">The last word said.</param>
/// <param name="WaitingSince">Since when the customer waits for us.</param>
/// <param name="Unread">The customer said something that this agent has not read.</param>
/// <param name="Offered">Offered to a desk of this agent.</param>
/// <param name="SnoozedUntil">Laid aside until then.</param>
public sealed record Listed(
    Id<Case> CaseId, string CustomerNumber, string? Name, string Subject, Status Status, string Desk, string? Agent, string Language, string Preview,
    DateTimeOffset ActiveAt, DateTimeOffset? WaitingSince, bool Unread, bool Offered, Priority Priority, IReadOnlyList<string> Tags, DateTimeOffset? SnoozedUntil);

/// <param name="Next">Ask again with this cursor: there is more.</param>
public sealed record CaseList(IReadOnlyList<Listed> Cases, string? Next);

public static class ListMapping
{
    public const int PageSize = 50;

    extension(Db db)
    {
        /// <summary>Newest activity first; what is worked through, the urgent before that. An unknown or foreign desk has no cases.</summary>
        public async Task<CaseList> ListCases(Asked asked, CurrentAgent agent, CancellationToken ct)
        {
            if (await db.DesksAsked(asked, agent, ct) is not { } desks)
                return new([], null);
            var ranked = asked.Queue?.IsWorkedThrough() == true;
            var slices = (await db.Slices(asked, desks.Count == 0 ? null : desks, agent, ct)).Select(s => First(s, asked.After, ranked)).ToList();
            // Each slice is a walk along an index; together they are a few hundred keys, sorted here by the database.
            var keys = await slices.Aggregate((one, other) => one.Concat(other)).OrderByDescending(k => k.Rank).ThenByDescending(k => k.ActiveAt).ThenByDescending(k => k.Id)
                .Take(PageSize + 1).ToListAsync(ct);
            var page = keys.Take(PageSize).Select(k => k.Id).ToList();
            var rows = (await db.Show(page, agent).ToListAsync(ct)).ToDictionary(r => r.CaseId);
            // Between the two looks a case may have been handed away: what cannot be seen any more is left out.
            return new([.. page.Where(rows.ContainsKey).Select(id => rows[id])], keys.Count > PageSize ? new Cursor(keys[PageSize - 1].ActiveAt, page[^1], keys[PageSize - 1].Rank).ToString() : null);
        }

        /// <summary>The cases of a queue, for counting and for finding the next one to take.</summary>
        public IQueryable<Case> CasesIn(Queue queue, IReadOnlyList<Id<Desk>> desks, CurrentAgent agent)
        {
            var me = agent.Id;
            var (statuses, waiting) = (Queues.StatusesOf(queue) ?? [], Queues.WaitingForUs);
            var (cases, ended) = (db.Cases.AsNoTracking(), CareStep.Ended);
            if (!agent.SeesAll && queue is not Queue.Done)
                cases = cases.Where(c => c.Care == null || c.Care != ended); // what comes after the last letter is for supervisors
            var ours = queue is Queue.Mine or Queue.Offered || desks.Count == 0 ? cases.VisibleTo(agent, db) : cases.Where(c => desks.Contains(c.DeskId));
            return queue switch
            {
                Queue.New => ours.Where(c => statuses.Contains(c.Status) && c.AgentId == null && c.SnoozedUntil == null),
                Queue.Open => ours.Where(c => statuses.Contains(c.Status) && c.AgentId != null && c.SnoozedUntil == null),
                Queue.Held => ours.Where(c => statuses.Contains(c.Status) || (waiting.Contains(c.Status) && c.SnoozedUntil != null)),
                Queue.Done => ours.Where(c => statuses.Contains(c.Status)),
                Queue.Mine => ours.Where(c => c.AgentId == me && c.ClosedAt == null),
                Queue.Offered => db.OfferedTo(desks, agent),
                Queue.BrokenOff => ours.Where(c => c.BreakId != null),
                Queue.Line => ours.Where(c => db.Set<Ticket>().Any(t => t.CaseId == c.Id && t.State != TicketState.Served && t.State != TicketState.Left)),
            };
        }

        /// <summary>Cases that wait for a yes or a no of one of these desks.</summary>
        public IQueryable<Case> OfferedTo(IReadOnlyList<Id<Desk>> desks, CurrentAgent agent)
        {
            var pending = db.Handovers.Where(h => h.State == HandoverState.Offered && (desks.Count == 0 || desks.Contains(h.ToDeskId)));
            return pending.Join(db.Cases.AsNoTracking().VisibleTo(agent, db), h => h.CaseId, c => c.Id, (h, c) => c);
        }

        private IQueryable<Listed> Show(List<Id<Case>> page, CurrentAgent agent)
        {
            var (me, desks) = (agent.Id, agent.Desks);
            var mine = me.Value;
            return db.Cases.AsNoTracking().VisibleTo(agent, db).Where(c => page.Contains(c.Id)).Select(c => new Listed(
                c.Id, db.Set<Customer>().Single(p => p.Id == c.CustomerId).Number, db.Set<Customer>().Single(p => p.Id == c.CustomerId).Name, c.Subject, c.Status,
                db.Set<Desk>().Single(d => d.Id == c.DeskId).Slug, db.Set<Agent>().Where(a => a.Id == c.AgentId).Select(a => a.Name).FirstOrDefault(), c.Language, c.Preview,
                c.ActiveAt, c.CustomerWaitingSince,
                db.Set<Entry>().Any(e => e.CaseId == c.Id && e.Role == Role.Customer
                    && e.Number > (db.Set<ReadMark>().Where(r => r.CaseId == c.Id && r.Reader == mine).Select(r => (int?)r.Entry).FirstOrDefault() ?? 0)),
                db.Set<Handover>().Any(h => h.Id == c.PendingHandoverId && desks.Contains(h.ToDeskId)), c.Priority, c.Tags.OrderBy(t => t.Word).Select(t => t.Word).ToList(), c.SnoozedUntil));
        }

        // The desks whose cases are asked for: none named means all that may be seen; null means none at all.
        private async Task<List<Id<Desk>>?> DesksAsked(Asked asked, CurrentAgent agent, CancellationToken ct)
        {
            if (asked.Desk is not { } slug)
                return asked.Queue is null ? [] : [.. agent.Desks];
            var desk = await db.Desks.Where(d => d.Slug == slug).Select(d => (Id<Desk>?)d.Id).SingleOrDefaultAsync(ct);
            return desk is { } id && agent.WorksAt(id) ? [id] : null;
        }

        // A million closed cases must not be sorted for the newest fifty: so one slice for each desk and status, each along an index.
        private async Task<IEnumerable<IQueryable<Case>>> Slices(Asked asked, List<Id<Desk>>? desks, CurrentAgent agent, CancellationToken ct)
        {
            var (me, tag) = (agent.Id, asked.Tag is null ? null : Folding.Fold(asked.Tag));
            IQueryable<Case> Narrow(IQueryable<Case> cases)
            {
                if (tag is not null)
                    cases = cases.Where(c => c.Tags.Any(t => t.Folded == tag));
                if (asked.Status is { } status)
                    cases = cases.Where(c => c.Status == status);
                if (asked.Mine)
                    cases = cases.Where(c => c.AgentId == me);
                return cases;
            }

            // One agent's are few, and have an index of their own.
            if (asked.Mine && asked.Queue is null)
                return [Narrow(db.Cases.AsNoTracking().VisibleTo(agent, db).Where(c => desks == null || desks.Contains(c.DeskId)))];
            if (asked.Queue is { } queue)
            {
                if (queue is not Queue.Done || desks is null)
                    return [Narrow(db.CasesIn(queue, desks ?? [], agent))];
                return desks.SelectMany(d => Queues.Done, (d, s) => Narrow(db.Cases.AsNoTracking().Where(c => c.DeskId == d && c.Status == s)));
            }

            if (desks is not null)
                return desks.Select(d => Narrow(db.Cases.AsNoTracking().Where(c => c.DeskId == d)));
            if (agent.SeesAll)
                return [Narrow(db.Cases.AsNoTracking())];
            var own = agent.Desks;
            return own.Select(d => Narrow(db.Cases.AsNoTracking().Where(c => c.DeskId == d))).Append(Narrow(await db.WithOthersNow(own, ct)));
        }

        // Once ours, or offered to us. When there are few, from their list; when there are many, along the newest of all: the list would have to be sorted.
        private async Task<IQueryable<Case>> WithOthersNow(IReadOnlyList<Id<Desk>> own, CancellationToken ct)
        {
            const int few = 2_000;
            var owns = Why.Owns;
            var others = db.CaseDesks.Where(d => own.Contains(d.DeskId) && d.Why != owns);
            var cases = db.Cases.AsNoTracking().Where(c => !own.Contains(c.DeskId));
            // Desk by desk: so each is a walk along the index, and nothing is sorted to be counted.
            var counted = own.Select(desk => db.CaseDesks.Where(d => d.DeskId == desk && d.Why != owns).OrderBy(d => d.Why).Select(d => d.CaseId).Take(few)).ToList();
            return counted.Count == 0 || await counted.Aggregate((one, other) => one.Concat(other)).CountAsync(ct) < few
                ? others.Select(d => d.CaseId).Distinct().Join(cases, id => id, c => c.Id, (id, c) => c)
                : cases.Where(c => db.Set<CaseDesk>().Any(d => d.CaseId == c.Id && own.Contains(d.DeskId)));
        }
    }

    private static IQueryable<Key> First(IQueryable<Case> cases, Cursor? after, bool ranked)
    {
        if (!ranked)
        {
            if (after is var (before, last, _))
                cases = cases.Where(c => c.ActiveAt < before || (c.ActiveAt == before && c.Id < last));
            return cases.OrderByDescending(c => c.ActiveAt).ThenByDescending(c => c.Id).Take(PageSize + 1).Select(c => new Key { Rank = 0, ActiveAt = c.ActiveAt, Id = c.Id });
        }

        // Few wait for us, of all there are: these may be sorted.
        var keys = cases.Select(c => new Key { Rank = c.Priority == Priority.Urgent ? 3 : c.Priority == Priority.High ? 2 : c.Priority == Priority.Low ? 0 : 1, ActiveAt = c.ActiveAt, Id = c.Id });
        if (after is var (at, id, rank))
            keys = keys.Where(k => k.Rank < rank || (k.Rank == rank && (k.ActiveAt < at || (k.ActiveAt == at && k.Id < id))));
        return keys.OrderByDescending(k => k.Rank).ThenByDescending(k => k.ActiveAt).ThenByDescending(k => k.Id).Take(PageSize + 1);
    }

    private sealed record Key
    {
        public required int Rank { get; init; }
        public required DateTimeOffset ActiveAt { get; init; }
        public required Id<Case> Id { get; init; }
    }
}
