using Madoguchi.Cases;
using Madoguchi.Cases.Following;
using Madoguchi.Customers;
using Madoguchi.Mail.Sending;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Mail.Returning;

/// <summary>Sends the way back to customers who were at their page, have gone, and left an address: once an absence.</summary>
public sealed class AbsenceFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, Presence presence, MailSettings settings, TimeProvider clock, ILogger<AbsenceFollower> log) : BackgroundService
{
    private const string Name = "absence";
    private const int Most = 200;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // Who left before is not surprised with a letter after a day of standstill.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    // Who opens and closes the page all morning has the link.
    private static readonly TimeSpan Enough = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Pass(stoppingToken);
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning("Who has gone is looked for the next time: {Reason}", away.Message);
            }
        }
    }

    /// <summary>How many letters were posted.</summary>
    public async Task<int> Pass(CancellationToken ct)
    {
        if (await leases.Take(Name, Every, ct) is not { } lease)
            return 0;
        var posted = 0;
        foreach (var (id, seen) in await Gone(ct))
            posted += presence.Customer(id, seen).State is not Nearness.Connected && await Post(id, lease, ct) ? 1 : 0;
        return posted;
    }

    private async Task<List<(Id<Case>, DateTimeOffset)>> Gone(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var gone = await Absent(db, clock.Now).Take(Most).Select(r => new { r.CaseId, r.At }).ToListAsync(ct);
        return [.. gone.Select(g => (g.CaseId, g.At))];
    }

    private Task<bool> Post(Id<Case> id, Lease lease, CancellationToken ct) =>
        writes.Write(async db =>
        {
            var now = clock.Now;
            var theCase = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
            if (!await db.Holds(lease) || !await Absent(db, now).AnyAsync(r => r.CaseId == id, CancellationToken.None) || !await db.PostLink(theCase, now))
                return false;
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }, ct);

    private IQueryable<ReadMark> Absent(Db db, DateTimeOffset now)
    {
        var (from, until, enough) = (now - Fresh, now - settings.LinkAfter, now - Enough);
        var (cases, letters) = (db.Cases, db.Letters);
        return db.ReadMarks.Where(r => r.Reader == Guid.Empty && r.At > from && r.At <= until
            && cases.Any(c => c.Id == r.CaseId && c.ClosedAt == null && db.Set<Address>().Any(a => a.CustomerId == c.CustomerId && a.Kind == AddressKind.Mail))
            && !letters.Any(l => l.CaseId == r.CaseId && (l.CreatedAt >= r.At || l.CreatedAt > enough) && l.Kind != LetterKind.Code)).OrderBy(r => r.At);
    }
}
