using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Deciding;

/// <summary>Voices of which it was decided, and told, that nothing will be done: a reply may rest on that.</summary>
public sealed class DeclinedVoices(TimeProvider clock) : PrecedentBook
{
    private const int Most = 50;

    public override async Task<IReadOnlyList<Precedent>> Of(Db db, Case theCase, IReadOnlyList<Guid> cited)
    {
        var (id, now) = (theCase.Id, clock.Now);
        var (behind, like) = (await db.VoiceCases.Where(c => c.CaseId == id).Select(c => c.VoiceId).ToListAsync(CancellationToken.None), await db.VoiceOffers.Where(o => o.CaseId == id && o.DismissedAt == null).Select(o => o.VoiceId).ToListAsync(CancellationToken.None));
        var near = behind.Concat(like).Concat(cited.Select(c => new Id<Voice>(c))).ToList();
        var declined = db.Voices.AsNoTracking().Where(v => v.State == VoiceState.WontFix && v.MergedIntoId == null);
        var voices = await declined.Where(v => near.Contains(v.Id)).ToListAsync(CancellationToken.None);
        voices.AddRange(await declined.Where(v => !near.Contains(v.Id)).OrderByDescending(v => v.DecidedAt).Take(Most).ToListAsync(CancellationToken.None));
        var ids = voices.ConvertAll(v => v.Id);
        // What can still be called off has been told to nobody.
        var words = (await db.Decisions.AsNoTracking().Where(d => ids.Contains(d.VoiceId) && d.CancelledAt == null && d.DueAt <= now).OrderBy(d => d.At).ToListAsync(CancellationToken.None)).ToLookup(d => d.VoiceId);
        return [.. voices.Where(v => words[v.Id].LastOrDefault() is { State: VoiceState.WontFix }).Select(v => Of(v, words[v.Id].Last(), theCase, behind.Contains(v.Id), like.Contains(v.Id))).OrderByDescending(p => p.IsClose)];
    }

    private static Precedent Of(Voice voice, Decision decision, Case theCase, bool isBehind, bool isLike) =>
        new(voice.Id.Value, decision.Id.Value, voice.Title, decision.In(theCase.Language), isBehind || isLike, isBehind && voice.Kind is VoiceKind.Defect);
}
