using Madoguchi.Cases;
using Madoguchi.Cases.Anonymizing;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Translating;
using Madoguchi.Desks;
using Madoguchi.Guides;
using Madoguchi.Guides.Walking;
using Madoguchi.Learning.Practising;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Learning.Drafting;

public enum LessonRefusal { Unknown, NotSolved }

public static class DraftingMapping
{
    private const int LongestTitle = 60;
    private const int Enough = 8;

    extension(Db db)
    {
        /// <summary>An article prepared from a case for which a solution is known, without the names of anybody in it. Nothing is kept of it.</summary>
        public async Task<Result<PreparedDraft, LessonRefusal>> PrepareDraft(Id<Case> id, CurrentAgent agent, CancellationToken ct)
        {
            if (await db.Cases.AsNoTracking().VisibleTo(agent, db).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } theCase)
                return LessonRefusal.Unknown;
            if (!Teaches(theCase))
                return LessonRefusal.NotSolved;
            var names = await db.NamesIn(theCase);
            var entries = await db.Entries.AsNoTracking().Where(e => e.CaseId == id && !e.Internal && e.Withdrawn == null).OrderBy(e => e.Number).ToListAsync(ct);
            var first = entries.FirstOrDefault(e => e.What is CallTaken || (e.Role is Role.Customer && e.What is MessageSaid));
            var solution = entries.LastOrDefault(e => e.What is SolutionProposed);
            // The last words before it that say more than how letters end.
            var answers = entries.Where(e => e.Role is Role.Agent && e.What is MessageSaid && (solution is null || e.Number < solution.Number)).ToList();
            var answer = answers.LastOrDefault(e => Clean(Words(e))?.Length >= Enough) ?? answers.LastOrDefault();
            var how = entries.Select(e => e.What).OfType<FollowUpAnswered>().LastOrDefault(f => f.How is not null)?.How; // they found it themselves
            var machine = first is null ? [] : await db.TranslationsOf(id, [first.Number], ct);
            List<WayTried> ways = [.. entries.Select(e => e.What).OfType<WayTried>().GroupBy(w => w.Way).Select(g => g.Last())];
            var t = Tongue.Of(theCase.Language);
            return new Lesson(
                Named(theCase), In(t, Titled(theCase.Subject) ?? Titled(Words(first)) ?? Clean(theCase.Subject)), In(t, Clean(Words(first)), Clean(machine.FirstOrDefault(m => Tongue.Of(m.Language) == t.Other)?.Text)), ways,
                In(t, Both(Clean(Words(answer)), Clean((solution?.What as SolutionProposed)?.Outcome ?? how)), answer?.What is MessageSaid { Translation: { } sent } && Tongue.Of(sent.Language) == t.Other ? Clean(sent.Text) : null), theCase.Product)
            {
                Steps = await db.StepsOf(ways.LastOrDefault(w => w.Solved), ct),
            }.Draft;

            string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : Bare.Words(Anonymous.Of(text, names));

            string? Titled(string? text) => string.IsNullOrWhiteSpace(text) ? null : Bare.Title(Anonymous.Of(text, names), LongestTitle);
        }

        // As its guide told them when they walked through it together.
        private async Task<Bilingual> StepsOf(WayTried? way, CancellationToken ct)
        {
            if (way is null)
                return new(null, null);
            var id = new Id<Walk>(way.Walk);
            var steps = await db.Walks.AsNoTracking().Where(w => w.Id == id).Select(w => new { w.GuideId, w.Version }).SingleOrDefaultAsync(ct) is { } walk
                ? (await db.Guide(walk.GuideId, walk.Version, ct))?.Content.Way(way.Way)?.Steps ?? [] : [];
            return new(Numbered(Tongue.Japanese), Numbered(Tongue.English));

            string? Numbered(Tongue t) => steps.Any(s => s.Text.Speaks(t)) ? string.Join('\n', steps.Select((s, i) => $"{i + 1}. {s.Text.In(t).ReplaceLineEndings("\n").Replace("\n", "\n   ", StringComparison.Ordinal)}")) : null;
        }
    }

    /// <summary>A solution is known, or was proposed.</summary>
    public static bool Teaches(Case theCase) => theCase.Status is Status.Solved or Status.Proposed;

    private static Bilingual In(Tongue t, string? own, string? other = null) => t == Tongue.Japanese ? new(own, other) : new(other, own);

    private static string? Both(string? one, string? other) => one == other || other is null ? one : one is null ? other : one + "\n\n" + other;

    private static string? Words(Entry? entry) => entry?.What switch
    {
        MessageSaid said => said.Text,
        CallTaken call => call.Text,
        _ => null,
    };

    // Latin letters of the product, and something of its own.
    private static string Named(Case theCase)
    {
        var product = string.Concat((theCase.Product ?? "").ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return $"{(product.Length is > 0 and <= 40 ? product : "answer")}-{theCase.Id.Tail[^6..]}";
    }
}
