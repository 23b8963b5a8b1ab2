using Madoguchi.Cases;
using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Voices.Drawing;

/// <summary>What a customer has said in a case, and by which names they are known.</summary>
/// <param name="Quotable">The words without what hurts who reads them.</param>
internal sealed record Spoken(Id<Case> CaseId, DateTimeOffset At, Heard Heard, IReadOnlyList<string?> Names, string? Product, IReadOnlyList<string> Quotable);

internal static class SpokenMapping
{
    private static readonly string[] Kinds = ["message", "callTaken", "thanked", "reopened", "followUpAnswered"];

    extension(Db db)
    {
        public async Task<List<Spoken>> SpokenIn(IReadOnlyCollection<Id<Case>> ids)
        {
            var cases = await (from c in db.Cases.AsNoTracking()
                               join who in db.Customers on c.CustomerId equals who.Id
                               where ids.Contains(c.Id)
                               select new { c.Id, c.OpenedAt, c.Product, who.Name, who.Reading, who.Company, who.Number }).ToListAsync(CancellationToken.None);
            var entries = (await db.Entries.AsNoTracking().Where(e => ids.Contains(e.CaseId) && Kinds.Contains(e.Kind) && e.Withdrawn == null && (e.Role == Role.Customer || e.Kind == "callTaken" || e.Kind == "reopened"))
                .OrderBy(e => e.Number).ToListAsync(CancellationToken.None)).ToLookup(e => e.CaseId);
            var calm = db.GetService<Listeners>();
            return [.. cases.Select(c => Of(c.Id, c.OpenedAt, [.. entries[c.Id]], [c.Name, c.Reading, c.Company, c.Number], c.Product, calm))];
        }
    }

    // Said again is said then: whoever came back last week with it has said it last week.
    private static Spoken Of(Id<Case> id, DateTimeOffset opened, IReadOnlyList<Entry> entries, IReadOnlyList<string?> names, string? product, Listeners calm)
    {
        var back = entries.Where(IsBack).ToList();
        var last = back.Count > 0 ? back.Max(e => e.At) : opened;
        var words = entries.Select(Words).OfType<string>().ToList();
        var score = entries.Where(e => e.Kind == "thanked").Select(e => (int?)((Thanked)e.What).Score).LastOrDefault();
        var until = entries.Count > 0 ? entries[^1].At : opened;
        return new(id, last, new Heard(words, score, back.Count, (int)(until - opened).TotalDays), names, product, [.. words.Select(calm.Calm)]);
    }

    private static bool IsBack(Entry entry) => entry.Kind == "reopened" || (entry.Kind == "callTaken" && entry.Number > 1) || (entry.Kind == "followUpAnswered" && ((FollowUpAnswered)entry.What).Answer is FollowUpAnswer.Stuck);

    private static string? Words(Entry entry) => entry.What switch
    {
        MessageSaid said => said.Text,
        CallTaken call => call.Text,
        _ => null,
    };
}
