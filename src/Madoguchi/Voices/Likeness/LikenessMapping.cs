using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Drawing;
using Madoguchi.Voices.Quoting;
using Madoguchi.Voices.Showing;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Likeness;

/// <param name="Likeness">0 to 1.</param>
/// <param name="SameError">It has this very error text.</param>
public sealed record LikeVoice(VoiceView Voice, double Likeness, bool SameError);

public sealed record LikeVoices(IReadOnlyList<LikeVoice> Voices);

public static class LikenessMapping
{
    private const int LongestTitle = 60;
    private const int Offered = 5;
    private const int Quotes = 2_000;

    extension(Db db)
    {
        /// <summary>Voices that say what this case or these words say. Null: no such case for this agent.</summary>
        public async Task<LikeVoices?> VoicesLike(Id<Case>? caseId, string? title, CurrentAgent agent, DateTimeOffset now, CancellationToken ct)
        {
            var asked = new Asked(title ?? "");
            if (caseId is { } id)
            {
                if (await db.Cases.AsNoTracking().VisibleTo(agent, db).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } theCase)
                    return null;
                var mark = await db.ContactMarks.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == id, ct);
                var spoken = (await db.SpokenIn([id])).SelectMany(s => s.Heard.Words).Take(3);
                asked = new($"{title}\n{theCase.Subject}\n{string.Join('\n', spoken)}", theCase.Product ?? mark?.Product, mark?.Exact);
            }

            var behind = caseId is null ? [] : await db.VoiceCases.Where(c => c.CaseId == caseId).Select(c => c.VoiceId).ToListAsync(ct);
            var likes = (await db.Soundings(ct)).To(asked, Offered + behind.Count).Where(l => !behind.Contains(l.Voice.Id)).Take(Offered).ToList();
            var views = new List<LikeVoice>();
            foreach (var like in likes)
                views.Add(new((await db.VoiceNow(like.Voice.Id, now, ct))!, like.Likeness, like.SameError)); // voices are never deleted
            return new(views);
        }

        /// <summary>What a voice of this case could be called: the best of the customer's words, or the subject.</summary>
        public async Task<string> TitleOf(Case theCase) =>
            (await db.SpokenIn([theCase.Id])).Select(s => Quote.Best(s.Quotable, [theCase.Product], s.Names)).FirstOrDefault() is { } quote ? PlainText.Preview(quote, LongestTitle) : theCase.Subject;

        public Task<bool> HasError(Id<Case> id, CancellationToken ct) => db.ContactMarks.AnyAsync(m => m.CaseId == id && m.ErrorText != null, ct);

        /// <summary>All voices that go on, ready to be compared with.</summary>
        internal async Task<Alike> Soundings(CancellationToken ct)
        {
            var quotes = (await db.VoiceCases.AsNoTracking().Where(c => c.Quote != null).OrderByDescending(c => c.SaidAt).Take(Quotes).Select(c => new { c.VoiceId, c.Quote }).ToListAsync(ct)).ToLookup(c => c.VoiceId, c => c.Quote);
            var voices = await db.Voices.AsNoTracking().Where(v => v.MergedIntoId == null).Select(v => new { v.Id, v.Title, v.Product, v.ErrorText }).ToListAsync(ct);
            return new(voices.Select(v => new Sounding(v.Id, v.Title, v.Product, v.ErrorText, $"{v.ErrorText}\n{string.Join('\n', quotes[v.Id].Take(3))}")));
        }
    }
}
