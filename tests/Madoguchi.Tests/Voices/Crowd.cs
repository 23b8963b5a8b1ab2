using Madoguchi.Cases;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Incidents;
using Madoguchi.Tests.Rig;
using Madoguchi.Voices;
using Madoguchi.Voices.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Voices;

/// <summary>A voice that very many stand behind, written into the database before any server is there; and the look at it when everybody was told.</summary>
public static class Crowd
{
    private const int Chunk = 1_000;
    private const int Few = 10;

    /// <param name="others">So many voices beside it, with ten cases each.</param>
    public static async Task<(Id<Voice> Voice, Id<Case> Newest)> Gather(Database database, int count, int others = 0)
    {
        await Many.Hit(database, count);
        await using var provider = Many.Open(database);
        var contexts = provider.GetRequiredService<IDbContextFactory<Db>>();
        var (cases, now) = (new List<Id<Case>>(), DateTimeOffset.UtcNow.ToMicroseconds());
        await using (var db = await contexts.CreateDbContextAsync())
            cases = await db.Cases.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
        var voices = Enumerable.Range(0, others + 1).Select(i => new Voice { Id = Id<Voice>.New(), Kind = VoiceKind.Defect, Title = i == 0 ? "サインインできない" : $"声 {i}", WaitingSince = now, CreatedAt = now, ChangedAt = now, ByName = "bootstrap" }).ToList();
        var behind = cases.Select((c, i) => Said(voices[0], c, i, now)).Concat(voices.Skip(1).SelectMany((v, i) => cases.Skip(i * Few % Math.Max(1, count - Few - 1)).Take(Few).Select((c, j) => Said(v, c, j, now))));
        await using (var db = await contexts.CreateDbContextAsync())
        {
            db.AddRange(voices);
            await db.SaveChangesAsync();
        }

        foreach (var chunk in behind.Chunk(Chunk))
        {
            await using var db = await contexts.CreateDbContextAsync();
            db.AddRange(chunk.AsEnumerable());
            await db.SaveChangesAsync();
        }

        return (voices[0].Id, cases[^1]);
    }

    /// <summary>What is wrong, one line each: who was missed, or told twice.</summary>
    public static async Task<IReadOnlyList<string>> Wrong(Database database, int count)
    {
        await using var provider = Many.Open(database);
        await using var db = await provider.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        var told = await db.Entries.Where(e => e.Kind == "voiceDecided").Select(e => e.CaseId).ToListAsync();
        var rows = await db.DecisionRecipients.AsNoTracking().ToListAsync();
        return
        [
            .. told.Count == count ? Array.Empty<string>() : [$"{told.Count} words on {told.Distinct().Count()} cases, where {count} were to be told"],
            .. told.GroupBy(t => t).Where(t => t.Count() > 1).Select(t => $"{t.Key} was told {t.Count()} times"),
            .. rows.Count == count && rows.Select(r => r.CustomerId).Distinct().Count() == count ? Array.Empty<string>() : [$"{rows.Count} stand in the record"],
            .. rows.Where(r => r.State is not ToldState.Told).Select(r => $"{r.CustomerId} is {r.State}"),
            .. await db.Cases.AnyAsync(c => c.LastEntry != db.Set<Madoguchi.Cases.Timeline.Entry>().Count(e => e.CaseId == c.Id)) ? ["there are gaps"] : Array.Empty<string>(),
        ];
    }

    // Over sixty days, some of them angry; each customer has one case.
    private static VoiceCase Said(Voice voice, Id<Case> theCase, int i, DateTimeOffset now)
    {
        var heat = i % 10 / 10.0;
        return new()
        {
            VoiceId = voice.Id, CaseId = theCase, At = now, ByName = "bootstrap", How = Landed.Fitted, SaidAt = now.AddHours(-i % 1440), Intensity = heat, Quote = i % 7 == 0 ? $"サインインできず困っています。{i}" : null,
            Slow = 1 + heat, Fast = 1 + heat, Loud = 1 + heat,
        };
    }
}
