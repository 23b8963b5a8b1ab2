using Madoguchi.Cases;
using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Notices;

/// <summary>A reply that waits rings for those who may decide; returned, for its author.</summary>
public sealed class ApprovalsFollower : EntryWork
{
    public const string Asked = "approvalAsked";
    public const string Returned = "approvalReturned";

    public override async Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        foreach (var entry in entries)
        {
            if (entry.What is ApprovalAsked { Approval: var id })
                await Ring(db, entry, new Id<Approval>(id), now);
            if (entry.What is ApprovalReturned { Words: not null, Author: var author })
                await db.Notice(entry, new(author), Returned, now);
            if (entry.What is Approved or ApprovalReturned)
                await db.SeeAll(entry.CaseId, Asked, now);
        }
    }

    private static async Task Ring(Db db, Entry entry, Id<Approval> id, DateTimeOffset now)
    {
        // Decided faster than it rang: it calls nobody.
        if (await db.Approvals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.State == ApprovalState.Awaiting, CancellationToken.None) is not { } approval)
            return;
        var theCase = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == entry.CaseId, CancellationToken.None);
        var desk = await db.Desks.AsNoTracking().SingleAsync(d => d.Id == theCase.DeskId, CancellationToken.None);
        // Those who sit there; without any who may, the supervisors and administrators.
        var people = await db.Agents.AsNoTracking().Include(a => a.Seats).Where(a => a.LeftAt == null && (a.Role != AgentRole.Agent || a.Seats.Any(s => s.DeskId == desk.Id))).ToListAsync(CancellationToken.None);
        var may = people.Where(a => approval.Prevents(theCase, new CurrentAgent(a.Id, a.Name, a.ShownName, a.Role, [.. a.Seats.Select(s => s.DeskId)], a.Languages) { NeedsApproval = a.NeedsApproval }, desk.NeedsApproval) is null).ToList();
        var near = may.Where(a => a.Seats.Exists(s => s.DeskId == desk.Id)).ToList();
        foreach (var one in near.Count > 0 ? near : may)
            await db.Notice(entry, one.Id, Asked, now);
    }
}
