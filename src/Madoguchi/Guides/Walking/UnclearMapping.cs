using Madoguchi.Cases.Listening;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Guides.Walking;

/// <summary>A step at which people answered "I don't understand".</summary>
/// <param name="Version">The newest version in which it was not understood.</param>
/// <param name="Times">How often it was not understood.</param>
/// <param name="Answers">Of how many answers.</param>
/// <param name="Words">What they said, the newest first.</param>
public sealed record UnclearStep(string Way, int Step, int Version, int Times, int Answers, DateTimeOffset LastAt, IReadOnlyList<UnclearWords> Words);

public sealed record UnclearWords(string Text, string Language, DateTimeOffset At);

public static class UnclearMapping
{
    private const int MostWords = 20;

    extension(Db db)
    {
        /// <summary>Where people did not understand a guide, the most often first: for whoever writes guides and designs products.</summary>
        public async Task<IReadOnlyList<UnclearStep>> UnclearSteps(Shared.Id<Guide> guide, CancellationToken ct)
        {
            var answers = await db.WalkAnswers.AsNoTracking().Where(a => a.GuideId == guide).GroupBy(a => new { a.Way, a.Step }).Select(g => new
            {
                g.Key.Way, g.Key.Step, Answers = g.Count(), Times = g.Count(a => a.Answer == StepAnswer.Unclear),
            }).Where(g => g.Times > 0).ToListAsync(ct);
            var said = (await db.WalkAnswers.AsNoTracking().Where(a => a.GuideId == guide && a.Answer == StepAnswer.Unclear).OrderByDescending(a => a.At).ToListAsync(ct)).ToLookup(a => (a.Way, a.Step));
            var calm = db.GetService<Listeners>();
            return
            [
                .. answers.OrderByDescending(a => a.Times).ThenBy(a => a.Way, StringComparer.Ordinal).ThenBy(a => a.Step).Select(a => new UnclearStep(a.Way, a.Step, said[(a.Way, a.Step)].Max(s => s.Version),
                    a.Times, a.Answers, said[(a.Way, a.Step)].First().At, [.. said[(a.Way, a.Step)].Where(s => s.Words is not null).Take(MostWords).Select(s => new UnclearWords(calm.Calm(s.Words!), s.Language, s.At))])), // filtered: not null
            ];
        }
    }
}
