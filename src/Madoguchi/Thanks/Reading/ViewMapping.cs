using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Thanks.Reading;

/// <param name="Asked">The page asks: it is solved, and nothing was answered yet.</param>
/// <param name="ChangeableUntil">When it was given and can still be changed.</param>
/// <param name="Helped">Who can be thanked by name.</param>
public sealed record ThanksView(int? Score, string? Text, IReadOnlyList<ThankedAgent> Agents, bool Asked, DateTimeOffset? ChangeableUntil, IReadOnlyList<ThankedAgent> Helped);

public static class ViewMapping
{
    extension(Db db)
    {
        /// <summary>Null when the case is unknown or foreign.</summary>
        public async Task<ThanksView?> ThanksOf(Id<Case> id, Caller caller, DateTimeOffset now, CancellationToken ct) =>
            await db.Cases.AsNoTracking().VisibleTo(caller, db, now).SingleOrDefaultAsync(c => c.Id == id, ct) is { } theCase ? await db.ThanksOf(theCase, now, ct) : null;

        public async Task<ThanksView> ThanksOf(Case theCase, DateTimeOffset now, CancellationToken ct)
        {
            var id = theCase.Id;
            var thanks = await db.Thanks.AsNoTracking().Include(t => t.Praises).SingleOrDefaultAsync(t => t.CaseId == id, ct);
            var helped = await db.Supporters(id, ct);
            return new(thanks?.Score, thanks?.Text, [.. (thanks?.Praises ?? []).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new ThankedAgent(p.AgentId.Value, p.Name))],
                CaseThanks.IsAsked(theCase, thanks), theCase.Status is Status.Solved && thanks?.IsChangeable(now) == true ? thanks.ChangeableUntil : null, [.. helped.Select(h => new ThankedAgent(h.AgentId, h.Name))]);
        }
    }
}
