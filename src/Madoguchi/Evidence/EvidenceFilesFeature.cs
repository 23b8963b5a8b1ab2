using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Evidence;

/// <summary>Serves evidence, so that nothing in it can run: the original to the desk that has the case, to everybody else who may see it a copy without metadata.</summary>
public sealed class EvidenceFiles(Attachments attachments, Db db, TimeProvider clock)
{
    /// <summary>What this caller may know of: customers, what customers gave.</summary>
    public async Task<IReadOnlyList<EvidenceItem>?> List(Id<Case> id, Caller caller, CancellationToken ct)
    {
        var inside = caller.Agent is not null;
        return await db.Cases.VisibleTo(caller, db, clock.Now).AnyAsync(c => c.Id == id, ct)
            ? await db.EvidenceOf(id).Where(e => inside || e.ByRole == Role.Customer).ToListAsync(ct) : null;
    }

    public async Task<IResult> Original(Id<Case> caseId, Id<EvidenceItem> id, Caller caller, HttpResponse response, CancellationToken ct)
    {
        if (caller.Agent is not { } agent || await db.Cases.AsNoTracking().VisibleTo(agent, db).SingleOrDefaultAsync(c => c.Id == caseId, ct) is not { } theCase || await Find(caseId, id, caller, ct) is not { } item)
            return Problem.NotFound;
        return agent.WorksAt(theCase.DeskId) ? await attachments.Serve(item.Sha256, item.Name, item.Type, shown: false, response, ct) : MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk);
    }

    public async Task<IResult> Copy(Id<Case> caseId, Id<EvidenceItem> id, Caller caller, HttpResponse response, CancellationToken ct) =>
        await Find(caseId, id, caller, ct) is { HasCopy: true } item
            ? await attachments.Serve(item.CopySha256 ?? item.Sha256, item.Name, item.Type, item.CopySha256 is not null, response, ct) : Problem.NotFound;

    private async Task<EvidenceItem?> Find(Id<Case> caseId, Id<EvidenceItem> id, Caller caller, CancellationToken ct)
    {
        var inside = caller.Agent is not null;
        return await db.Cases.VisibleTo(caller, db, clock.Now).Where(c => c.Id == caseId)
            .Join(db.Evidence.AsNoTracking().Where(e => e.Id == id && (inside || e.ByRole == Role.Customer)), c => c.Id, e => e.CaseId, (c, e) => e).SingleOrDefaultAsync(ct);
    }
}
