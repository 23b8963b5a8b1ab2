using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Approving;

/// <param name="Solution">It proposes a solution.</param>
/// <param name="Mine">The caller may be the second person.</param>
/// <param name="Own">The caller wrote it, and may take it back.</param>
/// <param name="CustomerSince">The customer has written since it was written: the last such entry.</param>
/// <param name="DeskSince">A colleague has answered since: the last such entry.</param>
public sealed record AwaitingReply(
    Id<Approval> ApprovalId, Id<Case> CaseId, string Subject, string Text, bool Solution, string Author, DateTimeOffset AskedAt, bool Mine, bool Own,
    MachineTranslation? Translation = null, int? CustomerSince = null, int? DeskSince = null);

public sealed record AwaitingList(IReadOnlyList<AwaitingReply> Awaiting);

public static class AwaitingMapping
{
    private const int AtMost = 200;

    extension(Db db)
    {
        /// <summary>In the cases that the agent may see.</summary>
        public async Task<AwaitingList> Awaiting(CurrentAgent me, CancellationToken ct) => new(await db.Awaiting(me, null, ct));

        public Task<IReadOnlyList<AwaitingReply>> AwaitingOn(Id<Case> id, CurrentAgent me, CancellationToken ct) => db.Awaiting(me, id, ct);

        private async Task<IReadOnlyList<AwaitingReply>> Awaiting(CurrentAgent me, Id<Case>? only, CancellationToken ct)
        {
            var waiting = db.Approvals.AsNoTracking().Where(a => a.State == ApprovalState.Awaiting && (only == null || a.CaseId == only));
            var found = await waiting.Join(db.Cases.AsNoTracking().VisibleTo(me, db), a => a.CaseId, c => c.Id, (a, c) => new { Approval = a, Case = c })
                .Join(db.Desks, x => x.Case.DeskId, d => d.Id, (x, d) => new { x.Approval, x.Case, d.NeedsApproval }).OrderBy(x => x.Approval.AskedAt).Take(AtMost).ToListAsync(ct);
            if (found.Count == 0)
                return [];
            var (ids, answers) = (found.Select(f => f.Case.Id).ToList(), DeskAnswers.Kinds);
            var oldest = found.Min(f => f.Approval.AskedAt);
            var since = await db.Entries.AsNoTracking().Where(e => ids.Contains(e.CaseId) && e.At >= oldest && !e.Internal && e.Withdrawn == null && (e.Role == Role.Customer || (e.Role == Role.Agent && answers.Contains(e.Kind))))
                .Select(e => new { e.CaseId, e.Number, e.Role, e.ById }).ToListAsync(ct);
            return [.. found.Select(f => new AwaitingReply(
                f.Approval.Id, f.Case.Id, f.Case.Subject, f.Approval.Text, f.Approval.IsSolution, f.Approval.AuthorName, f.Approval.AskedAt, f.Approval.Prevents(f.Case, me, f.NeedsApproval) is null, f.Approval.AuthorId == me.Id,
                (f.Approval.Word as MessageSaid)?.Translation,
                since.Where(e => e.CaseId == f.Case.Id && e.Number > f.Approval.Seen && e.Role is Role.Customer).Select(e => (int?)e.Number).Max(),
                since.Where(e => e.CaseId == f.Case.Id && e.Number > f.Approval.Seen && e.Role is Role.Agent && e.ById != f.Approval.AuthorId.Value).Select(e => (int?)e.Number).Max()))];
        }
    }
}
