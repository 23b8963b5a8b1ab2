using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Findings.Making;
using Madoguchi.Findings.Promising;
using Madoguchi.ProductLog.Sending;
using Madoguchi.ProductLog.Tying;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Demo;

/// <summary>What the memo app has said about the customer whose memos do not come: it finished at 18:42 yesterday, as they say, and failed since.</summary>
public static class DemoLogMapping
{
    private const string Customer = "見本 次郎";
    private const string Account = "minamo-48120";
    private static readonly string[] Cited = ["sync-118", "update-7", "sync-119", "sync-121"];

    extension(Db db)
    {
        public async Task TellLog(Caller midori, HouseZone zone, DateTimeOffset now)
        {
            var found = await db.Cases.Join(db.Set<Customers.Customer>(), c => c.CustomerId, c => c.Id, (c, who) => new { c.Id, who.Name, who.Number, c.OpenedAt }).Where(c => c.Name == Customer).FirstAsync(CancellationToken.None);
            var (number, opened) = (found.Number, found.OpenedAt);
            var evening = zone.StartOf(zone.DayOf(opened).AddDays(-1)).AddHours(18).AddMinutes(42).AddSeconds(7);
            ToldEvent[] told =
            [
                Event("sync-118", "sync.completed", evening, new { device = "phone", memos = 214 }),
                Event("update-7", "app.updated", evening.AddMinutes(31), new { device = "phone", from = "5.1", to = "5.2" }),
                Event("sync-119", "sync.failed", evening.AddMinutes(33), new { device = "phone", reason = "token of another version" }),
                Event("sync-120", "sync.failed", opened.AddMinutes(-40), new { device = "phone", reason = "token of another version" }),
                Event("sync-121", "sync.completed", opened.AddMinutes(-12), new { device = "computer", memos = 214 }),
                Event("sync-122", "sync.failed", opened.AddMinutes(20), new { device = "phone", reason = "token of another version" }),
            ];
            foreach (var one in told)
                await db.Take([one], one.Time!.Value.AddSeconds(1)); // each has one
            DemoMapping.Done(await db.TieKey(number, "account", Account, midori.Agent!, now)); // an agent: made from agents
            await db.Look(found.Id, midori.Agent!, now);
        }

        // Somebody has looked, and the customer knows by when they hear of it.
        private async Task Look(Id<Case> id, CurrentAgent agent, DateTimeOffset now)
        {
            DemoMapping.Done(await db.PromiseCheck(id, new("電話の同期が止まった時刻と、控えの有無"), agent, now - TimeSpan.FromMinutes(12)));
            DemoMapping.Done(await db.MakeFinding(id, new(Verdict.Confirmed, "18:42:07 に同期が終わり、19:13 に電話の版が上がったあとは失敗が続いています。メモ214件はパソコン側の同期に残っています。",
                [.. Cited.Select(c => JsonSerializer.SerializeToElement(c))]), new(), agent, now - TimeSpan.FromMinutes(6)));
        }
    }

    private static ToldEvent Event(string id, string type, DateTimeOffset at, object data) =>
        new("/minamo/memo", id, type, at.ToUniversalTime().ToMicroseconds(), Account, JsonSerializer.Serialize(data, Json.Options), null);
}
