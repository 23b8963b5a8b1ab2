using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Search;

/// <summary>At the start: what was learned by an older way of folding, or not at all, is put on the list of fresh entries. Meanwhile the old pieces are found as they are.</summary>
public sealed class RelearningFollower(Writes writes, ILogger<RelearningFollower> log) : BackgroundService
{
    public const string Learned = "search";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await writes.Write(Relearn, stoppingToken) is > 0 and var entries)
            log.LogInformation("The search learns {Entries} entries anew", entries);
    }

    /// <summary>How many entries are to be learned.</summary>
    public static async Task<int> Relearn(Db db)
    {
        var learned = await db.Set<Counter>().AsTracking().SingleOrDefaultAsync(c => c.Name == Learned, CancellationToken.None);
        if (learned?.Next == Folded.Version)
            return 0;
        if (learned is null)
            db.Add(new Counter { Name = Learned, Next = Folded.Version });
        else
            learned.Next = Folded.Version;
        await db.SaveChangesAsync(CancellationToken.None);
        var again = "\n";
        await db.Database.ExecuteSqlAsync($"""update search_names set "Text" = "Text" || {again}""", CancellationToken.None);
        db.RingAfterCommit(EntryFollower.Topic);
        return await db.Database.ExecuteSqlAsync($"""insert into fresh_entries ("CaseId", "Number", "DueAt", "Attempts") select "CaseId", "Number", "At", 0 from entries where true on conflict do nothing""", CancellationToken.None);
    }
}
