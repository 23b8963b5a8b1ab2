using System.Globalization;
using System.Text.Json;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Mail;
using Madoguchi.Notices;
using Madoguchi.Reports.Counting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports.Monthly;

/// <summary>When a month is over its page is made, once, and kept as it is; supervisors are told where it is.</summary>
public sealed class MonthFollower(Leases leases, Writes writes, IDbContextFactory<Db> contexts, HouseZone zone, BaseAddress address, TimeProvider clock, ILogger<MonthFollower> log) : BackgroundService
{
    private const string Name = "months";
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    // What happened at midnight is on the record within seconds, and counted soon after.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

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
                log.LogWarning("The month's page is made the next time: {Reason}", away.Message);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "The month failed, and is tried again"); // one fault must not stop the house
            }
        }
    }

    /// <summary>The month that was made now, if one was.</summary>
    public async Task<Month?> Pass(CancellationToken ct)
    {
        var over = Month.Of(zone.DayOf(clock.Now - Settled)).Before;
        if (await Reckon(over, ct) is not { } report || await leases.Take(Name, Every, ct) is not { } lease)
            return null;
        return await writes.Write(async db => await db.Holds(lease) && await Keep(db, over, report), ct) ? over : null;
    }

    // Not while everybody waits at the door: it is a walk over a whole month.
    private async Task<MonthReport?> Reckon(Month month, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (name, end) = (month.ToString(), month.In(zone).End);
        if (await db.KeptMonths.AnyAsync(m => m.Month == name, ct) || !await db.CountedContacts.AnyAsync(c => c.Second < end, ct))
            return null; // kept already; or the house was not open then
        return await db.Reckon(month, zone, clock.Now, ct);
    }

    private async Task<bool> Keep(Db db, Month month, MonthReport report)
    {
        var (now, name, path) = (clock.Now, month.ToString(), $"/desk/reports/monthly?month={month}");
        if (await db.KeptMonths.AnyAsync(m => m.Month == name, CancellationToken.None))
            return false;
        db.Add(new KeptMonth { Month = name, MadeAt = now, Content = JsonSerializer.Serialize(report, Json.Options) });
        await db.NoticeSupervisors(Notice.MonthMade, path, name, now);
        foreach (var one in await db.Agents.AsNoTracking().Where(a => a.LeftAt == null && a.Role != AgentRole.Agent).ToListAsync(CancellationToken.None))
        {
            if (MailAddress.Of(one.Email) is not null)
                db.Post(Letter(one, month, report, address.Of(path), now));
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    private static Letter Letter(Agent to, Month month, MonthReport report, string link, DateTimeOffset now)
    {
        var t = Tongue.Of(to.Languages.FirstOrDefault());
        return new()
        {
            Id = Id<Letter>.New(), CustomerId = null, CaseId = null, Kind = LetterKind.House, To = to.Email, Sender = null, Language = t.Code, CreatedAt = now, DueAt = now,
            Subject = t[$"{Headlines.Name(t, month)}のまとめ", $"The month in one page: {Headlines.Name(t, month)}"],
            Text = string.Create(CultureInfo.InvariantCulture, $"{t[report.Headline.Ja, report.Headline.En]}\n\n{t["1ページにまとめました:", "On one page:"]}\n{link}\n"),
        };
    }
}
