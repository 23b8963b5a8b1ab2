using Madoguchi.Guides.Walking;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Guides.Puzzling;

/// <summary>A step that people did not understand, for whoever writes guides and designs products.</summary>
/// <param name="Step">From 0, as in answers.</param>
/// <param name="Text">The step as it was read when it was last not understood.</param>
/// <param name="Version">That version.</param>
/// <param name="Times">How often it was not understood.</param>
/// <param name="Answers">Of how many answers.</param>
/// <param name="Rewritten">The guide says it otherwise by now.</param>
/// <param name="Words">What people said, the newest first.</param>
public sealed record PuzzlingStep(
    string Guide, Bilingual Title, string Way, Bilingual WayTitle, int Step, Bilingual Text, int Version, int Times, int Answers, DateTimeOffset LastAt, bool Rewritten, IReadOnlyList<UnclearWords> Words);

public sealed record PuzzlingList(IReadOnlyList<PuzzlingStep> Steps);

public static class PuzzlingMapping
{
    extension(Db db)
    {
        /// <summary>Over all guides: what still stands as it puzzled comes first, the most often first.</summary>
        public async Task<IReadOnlyList<PuzzlingStep>> PuzzlingSteps(CancellationToken ct)
        {
            var ids = await db.WalkAnswers.Where(a => a.Answer == StepAnswer.Unclear).Select(a => a.GuideId).Distinct().ToListAsync(ct);
            var guides = await db.Guides.AsNoTracking().Where(g => ids.Contains(g.Id) && g.RetiredAt == null).ToListAsync(ct);
            var steps = new List<PuzzlingStep>();
            foreach (var guide in guides)
            {
                var now = await db.Guide(guide.Id, guide.Version, ct);
                foreach (var unclear in await db.UnclearSteps(guide.Id, ct))
                {
                    var then = unclear.Version == guide.Version ? now : await db.Guide(guide.Id, unclear.Version, ct);
                    if (then?.Content.Way(unclear.Way) is { } way && way.Steps.ElementAtOrDefault(unclear.Step) is { } step)
                    {
                        steps.Add(new(guide.Slug, guide.Title, unclear.Way, way.Title, unclear.Step, step.Text, unclear.Version, unclear.Times, unclear.Answers, unclear.LastAt,
                            !Says(now?.Content.Way(unclear.Way)?.Steps.ElementAtOrDefault(unclear.Step), step), unclear.Words));
                    }
                }
            }

            return [.. steps.OrderBy(s => s.Rewritten).ThenByDescending(s => s.Times).ThenByDescending(s => s.LastAt)];
        }
    }

    private static bool Says(Step? now, Step then) => now?.Text == then.Text && now.How == then.How;
}
