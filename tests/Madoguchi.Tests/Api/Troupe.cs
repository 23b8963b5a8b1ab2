using System.Runtime.CompilerServices;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Api;

/// <summary>Everybody who could call, once for each app: keys that open, keys that opened once, and none.</summary>
public sealed record Troupe(App App, Contract Contract, IReadOnlyDictionary<string, HttpClient> Callers, string OwnerId, string SpareId, string KnownNumber)
{
    private static readonly IReadOnlyList<string> English = ["en"];
    private static readonly ConditionalWeakTable<App, Task<Troupe>> All = [];

    public static readonly IReadOnlyList<string> Japanese = ["ja"];

    public const string Once = "once-desk";
    public const string Owner = "owner-desk";
    public const string Offered = "offered-desk";
    public const string Outside = "outside-desk";

    /// <summary>In every text that is for the house only. No customer's token may ever get it.</summary>
    public const string Secret = "内緒-Zm7Qx";

    /// <summary>Those who get in by some door, and might see too much behind it.</summary>
    public static readonly IReadOnlyList<string> Inside = ["customer", "owner", "once", "offered", "outsider", "supervisor", "administrator", "bootstrap"];

    public static readonly IReadOnlyList<string> Everybody = ["nobody", "garbage", "revoked", "expired", "left", .. Inside];

    public static readonly object Guide = new { title = new { ja = "つながらない", en = "No connection" }, ways = new[] { new { slug = "restart", title = "再起動", minutes = 2, steps = new[] { new { text = "切って入れます" } } } } };

    public static readonly object Article = new { title = new { ja = "特典の条件", en = "Terms of the reward" }, text = new { ja = "登録された方にお渡しします。", en = "For those who have registered." } };

    public string Address => Callers["nobody"].BaseAddress!.GetLeftPart(UriPartial.Authority); // the app's: set

    public static Task<Troupe> Of(App app) => All.GetValue(app, Gather);

    private static async Task<Troupe> Gather(App app)
    {
        var (callers, ids) = (new Dictionary<string, HttpClient> { ["bootstrap"] = app.Admin, ["nobody"] = app.Anonymous, ["garbage"] = app.WithKey("mk_nothing") }, new Dictionary<string, string>());
        foreach (var (slug, languages) in new[] { (Once, Japanese), (Owner, Japanese), (Offered, English), (Outside, Japanese) })
            (await app.Admin.Post("/api/v1/desks", new { slug, name = slug, languages })).Was(201);
        (await app.Admin.Put($"/api/v1/guides/{Outside}", Guide)).Was(200);
        (await app.Admin.Put($"/api/v1/articles/{Outside}", Article)).Was(200);
        foreach (var (who, role, desk) in new[]
        {
            ("once", "agent", Once), ("owner", "agent", Owner), ("offered", "agent", Offered), ("outsider", "agent", Outside),
            ("left", "agent", Owner), ("spare", "agent", Outside), ("supervisor", "supervisor", null), ("administrator", "administrator", null),
        })
        {
            ids[who] = (await app.Admin.Post("/api/v1/agents", new
            {
                name = $"{who} {Secret}", shownName = who, email = $"{who}@example.test", desks = desk is null ? Array.Empty<string>() : [desk], languages = Japanese, role,
            })).Was(201)["agentId"];
            callers[who] = app.WithKey((await app.Admin.Post($"/api/v1/agents/{ids[who]}/keys")).Was(201)["key"]);
        }

        var revoked = (await app.Anonymous.Post("/api/v1/contacts", new { text = "鍵を失くしました" })).Was(201);
        var expired = (await app.Anonymous.Post("/api/v1/contacts", new { text = "ずっと前に終わりました" })).Was(201);
        (callers["revoked"], callers["expired"]) = (app.WithToken(revoked["token"]), app.WithToken(expired["token"]));
        await TakeAway(app, ids["left"], revoked["caseId"], expired["caseId"]);
        return new(app, await Contract.Of(app), callers, ids["owner"], ids["spare"], expired["customerNumber"]);
    }

    private static async Task TakeAway(App app, string agent, string revoked, string expired)
    {
        var (left, noToken, closed, now) = (Id<Agent>.Parse(agent, null), Id<Case>.Parse(revoked, null), Id<Case>.Parse(expired, null), app.Clock.GetUtcNow().ToMicroseconds());
        await app.Services.GetRequiredService<Writes>().Write(async db =>
        {
            await db.Set<Agent>().Where(a => a.Id == left).ExecuteUpdateAsync(a => a.SetProperty(x => x.LeftAt, now), CancellationToken.None);
            await db.Set<CaseToken>().Where(t => t.CaseId == noToken).ExecuteUpdateAsync(t => t.SetProperty(x => x.RevokedAt, now), CancellationToken.None);
            return await db.Set<Case>().Where(c => c.Id == closed).ExecuteUpdateAsync(c => c.SetProperty(x => x.ClosedAt, now.AddDays(-31)).SetProperty(x => x.Status, Status.Solved), CancellationToken.None);
        }, CancellationToken.None);
    }
}
