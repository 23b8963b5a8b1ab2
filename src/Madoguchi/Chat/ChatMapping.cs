using Madoguchi.Care.Supervising;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Chat.Ticketing;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Guides.Walking;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Incidents.Showing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Thanks.Reading;
using Microsoft.EntityFrameworkCore;
using What = Madoguchi.Chat.Waiting;

namespace Madoguchi.Chat;

/// <summary>The agent in charge, as customers know them.</summary>
public sealed record ShownAgent(string Name, IReadOnlyList<string> Languages);

/// <summary>A case as its customer's page shows it.</summary>
/// <param name="AgentHasRead">The last entry that an agent has seen.</param>
public sealed record ChatView(
    Case Case, CustomerNumber Number, Desk Desk, ShownAgent? Agent, IReadOnlyList<Entry> Entries, bool HasEarlier, int AgentHasRead, string Draft, Waiting Waiting)
{
    /// <summary>The customer's own last word, while it can be taken back.</summary>
    public int? TakeBack { get; init; }

    /// <summary>Whether the desk is open now.</summary>
    public required OpeningNow Opening { get; init; }

    /// <summary>The newest place in line, also one that is over.</summary>
    public TicketSeen? Ticket { get; init; }

    /// <summary>The guide that is being walked.</summary>
    public WalkNow? Walk { get; init; }

    /// <summary>They were asked whether it works again, after an incident.</summary>
    public WorksAgainAsked? Works { get; init; }

    /// <summary>The open incident that it belongs to; while nobody has answered, also one that it may belong to.</summary>
    public KnownTrouble? Known { get; init; }

    /// <summary>The supervisor whom they asked for last.</summary>
    public Care.Supervising.SupervisorView? Supervisor { get; init; }

    /// <summary>What they said after it was solved, or may say.</summary>
    public ThanksView? Thanks { get; init; }
}

public static class ChatMapping
{
    private const int Newest = 200;
    private const int Most = 5_000;

    private static int? LastOwn(List<Entry> entries, int read, DateTimeOffset now) =>
        entries.LastOrDefault(e => e.Withdrawn is null && e.What is not MessageWithdrawn) is { Role: Role.Customer, Number: > 1, Kind: "message" or "attachment" } last && (last.Number > read || now <= last.At + Case.Regret) ? last.Number : null;

    extension(Db db)
    {
        public async Task<ChatView?> Chat(CurrentCustomer customer, bool whole, DateTimeOffset now, CancellationToken ct)
        {
            var id = customer.CaseId;
            var head = await db.Cases.AsNoTracking().Of(customer, now)
                .Join(db.Customers, c => c.CustomerId, p => p.Id, (c, p) => new { Case = c, p.Number })
                .Join(db.Desks, c => c.Case.DeskId, d => d.Id, (c, d) => new { c.Case, c.Number, Desk = d })
                .SingleOrDefaultAsync(ct);
            if (head is null)
                return null;

            var entries = await db.NewestEntries(id, inside: false, whole ? Most : Newest + 1, ct);
            var hasEarlier = !whole && entries.Count > Newest;
            var read = await db.ReadMarks.AsNoTracking().Where(r => r.CaseId == id && r.Reader != Guid.Empty).MaxAsync(r => (int?)r.Entry, ct) ?? 0;
            var draft = await db.Drafts.AsNoTracking().Where(d => d.CaseId == id && d.Writer == Guid.Empty && d.Purpose == "reply").Select(d => d.Text).SingleOrDefaultAsync(ct);
            var waiting = await db.Waiting(head.Case, ct);
            return new ChatView(head.Case, CustomerNumber.Parse(head.Number), head.Desk, await db.ShownAgent(head.Case.AgentId, ct),
                hasEarlier ? entries[1..] : entries, hasEarlier, read, draft ?? "", waiting)
            { Known = head.Case.IsClosed ? null : waiting.IsHeard ? await db.KnownOf(id, now, ct) : (await db.KnownFor(head.Case, now, ct)).Likeliest, Opening = db.OpeningNow(head.Desk, now), Walk = await db.WalkNow(head.Case, ct), Supervisor = await db.SupervisorOf(id, now, ct), Works = await db.WorksAgainAsked(id, ct), TakeBack = LastOwn(entries, read, now), Ticket = await db.TicketSeen(customer, now, ct), Thanks = head.Case.Status is Status.Solved ? await db.ThanksOf(head.Case, now, ct) : null };
        }

        /// <summary>What the case waits for from its customer.</summary>
        public async Task<Waiting> Waiting(Case theCase, CancellationToken ct)
        {
            var (id, kinds) = (theCase.Id, What.Kinds);
            return What.In(theCase, await db.Entries.AsNoTracking().Where(e => e.CaseId == id && !e.Internal && kinds.Contains(e.Kind)).OrderBy(e => e.Number).ToListAsync(ct));
        }

        /// <summary>Origins whose pages may frame this case's page: those of every desk that has had it, so that a handover closes nobody's window.</summary>
        public async Task<IReadOnlyList<string>> Framers(Id<Case> id, CancellationToken ct) =>
            [.. (await db.CaseDesks.AsNoTracking().Where(c => c.CaseId == id && c.Why != Why.Offered).Join(db.Desks, c => c.DeskId, d => d.Id, (c, d) => d.Origins).ToListAsync(ct)).SelectMany(o => o).Distinct()];

        public async Task<ShownAgent?> ShownAgent(Id<Agent>? id, CancellationToken ct) =>
            id is null ? null : await db.Set<Agent>().AsNoTracking().Where(a => a.Id == id).Select(a => new ShownAgent(a.ShownName, a.Languages)).SingleOrDefaultAsync(ct);
    }
}
