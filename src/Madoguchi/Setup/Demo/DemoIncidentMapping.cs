using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Changing;
using Madoguchi.Incidents.Declaring;
using Madoguchi.Incidents.Maintaining;
using Madoguchi.Incidents.Updating;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Demo;

/// <summary>What burns today, with one word to everybody, and what is planned for the coming week.</summary>
public static class DemoIncidentMapping
{
    extension(Db db)
    {
        public async Task Burn(CurrentAgent lead, DateTimeOffset now)
        {
            var asked = new NewIncident(
                "動画アプリで「404」と出る", Severity: Severity.Minor, Lead: lead.Id, PublicTitle: new("動画アプリで「404」と出る", "The video app shows “404”"),
                Words: new("動画アプリの「404」は、こちらの不具合です。原因を調べています。分かりしだい、このページでお知らせします。", "The “404” in the video app is a fault on our side. We are looking for the cause, and tell you on this page as soon as we know more."));
            if ((await db.Declare(asked, lead, now - TimeSpan.FromMinutes(25))).Refused(out _, out var declared))
                return;
            foreach (var id in await db.Cases.AsNoTracking().Where(c => c.ClosedAt == null && c.Subject.Contains("404")).OrderBy(c => c.OpenedAt).Select(c => c.Id).ToListAsync(CancellationToken.None))
                await db.AddTo(declared.IncidentId, id, lead, _ => { }, now - TimeSpan.FromMinutes(24));
            await db.Announce(declared.IncidentId, new Progress(
                new("昨夜の配信設定の変更が関わっているようです。戻す作業を始めました。次は1時間後までにお知らせします。", "Last night’s change to how videos are delivered seems to be part of it. We have begun to undo it, and tell you more within the hour."),
                IncidentState.Identified), lead, now - TimeSpan.FromMinutes(5));
            var from = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(5).AddHours(17); // two at night in Tokyo
            await db.Plan(new NewMaintenance(
                new("ミナモ メモの保守", "Maintenance of Minamo Notes"), from, from.AddHours(2), new("この間、メモの同期が止まります。書いたものは失われません。", "Notes are not synchronised meanwhile. Nothing that you write is lost."), "ミナモ メモ"), lead, now);
        }
    }
}
