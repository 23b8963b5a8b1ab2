using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Trackers.Keeping;
using Madoguchi.Voices;
using Madoguchi.Voices.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Deciding;

public static class DecidingPageMapping
{
    extension(Db db)
    {
        /// <param name="text">The slug of a text to begin with, or <c>draft</c> for what a tracker says.</param>
        public async Task<DecidingView> DecidingOf(Id<Voice> id, CurrentAgent me, DecisionForm? form, string? text, Id<Decision>? told, DateTimeOffset now, CancellationToken ct)
        {
            var voice = await db.Voices.AsNoTracking().SingleAsync(v => v.Id == id, ct);
            var (texts, drafts) = (await db.DecisionTextsFor(id, ct), await db.DraftsOf(id, ct));
            var people = await db.Agents.AsNoTracking().Where(a => a.LeftAt == null).OrderBy(a => a.Name).Select(a => new Named(a.Id, a.Name)).ToListAsync(ct);
            var holds = await db.LastDecision(id) is { } last && !last.CanBeCalledOff(now) ? last : null;
            return new(await db.DecisionsOf(id, null, ct), drafts, await db.WouldTellOf(id, ct), texts, people, voice.DeciderId, voice.MayBeDecidedBy(me), !await db.VoiceKeepings.AnyAsync(k => k.Id == id && k.Unlisted, ct),
                await db.IssuesOf(id, ct), form ?? Begun(texts, drafts, text), told is { } one ? await db.ToldOf(id, one, me, ct) : null, now)
            {
                Holds = holds?.Id, Rest = holds is null || voice.IsMerged ? 0 : await (await db.UntoldBy(holds, isLate: true)).CountAsync(ct),
            };
        }
    }

    private static DecisionForm Begun(IReadOnlyList<DecisionTextView> texts, IReadOnlyList<DraftView> drafts, string? text) =>
        text == "draft" && drafts is [var draft, ..] ? new(draft.State, draft.Version ?? "", draft.PublicText.Ja ?? "", draft.PublicText.En ?? "", "", Open: true)
        : texts.FirstOrDefault(t => t.Slug == text) is { } chosen ? new(chosen.State, "", chosen.Text.Ja ?? "", chosen.Text.En ?? "", "", Open: true) : DecisionForm.Empty;
}
