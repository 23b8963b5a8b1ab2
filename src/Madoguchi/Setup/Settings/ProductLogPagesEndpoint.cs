using Madoguchi.Desks;
using Madoguchi.ProductLog;
using Madoguchi.ProductLog.Setting;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secret = Madoguchi.Shared.Secret;

namespace Madoguchi.Setup.Settings;

/// <summary>The keys of the products, whose events are whose, and the proof that something arrives.</summary>
public static class ProductLogPagesEndpoint
{
    private const int Few = 10;
    private const string Home = "/product-log";

    public static void MapProductLogPages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet(Home, (HttpContext http, CurrentAgent me, Db db, BaseAddress address, string? done, CancellationToken ct) => Show(http, me, db, address, null, done, null, ct));
        settings.MapPost(Home, Set);
        settings.MapPost(Home + "/keys", Make);
        settings.MapPost(Home + "/keys/{id:id}", Revoke);
    }

    private static async Task<IResult> Set(HttpContext http, CurrentAgent me, Db db, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var form = await http.Request.Filled(ct);
        var (now, t, asked) = (clock.Now, Tongue.Asked(http), new SettingsBody(form.Words("fields"), form.Words("facts"), form.Number("retentionDays")));
        if (asked.Errors().Any())
            return await Show(http, me, db, address, null, null, t[$"項目は20個まで、日数は{SettingsBody.ShortestDays}から{SettingsBody.LongestDays}までで書いてください。", $"At most 20 fields, and {SettingsBody.ShortestDays} to {SettingsBody.LongestDays} days."], ct);
        await writes.Write(work => work.SetProductLog(asked, now), ct);
        return TypedResults.LocalRedirect("/settings/product-log?done=saved");
    }

    private static async Task<IResult> Make([FromForm] string? name, HttpContext http, CurrentAgent me, Db db, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var (now, t, key) = (clock.Now, Tongue.Asked(http), Secret.New("mk_"));
        if (name is null || !PlainText.IsStorable(name) || Checks.Line("", name).Any())
            return await Show(http, me, db, address, null, null, t["どの製品の鍵かを一行で書いてください。", "Say in one line which product it is for."], ct);
        return (await writes.Write(work => work.MakePurposeKey(PurposeKey.ProductLog, PlainText.Clean(name), key, me.Name, now), ct)).Refused(out _, out var made)
            ? await Show(http, me, db, address, null, null, t["鍵が多すぎます。使わないものをなくしてください。", "There are too many keys. Take one away that is not needed."], ct)
            : await Show(http, me, db, address, made.Key, null, null, ct);
    }

    private static async Task<IResult> Revoke(Id<PurposeKey> id, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        await writes.Write(work => work.RevokePurposeKey(PurposeKey.ProductLog, id, now), ct);
        return TypedResults.LocalRedirect("/settings/product-log?done=revoked");
    }

    private static async Task<IResult> Show(HttpContext http, CurrentAgent me, Db db, BaseAddress address, string? made, string? done, string? refused, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        http.Response.Headers.CacheControl = "no-store"; // a key may stand here
        return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<ProductLogPage>(new
        {
            T = t, Token = http.FormToken(), Me = me, Settings = await db.ProductLogSettingsView(ct), Keys = await db.PurposeKeysFor(PurposeKey.ProductLog, ct), Address = address.Of(""), Made = made, Refused = refused,
            Newest = await db.ProductEvents.AsNoTracking().OrderByDescending(e => e.ReceivedAt).Take(Few).ToListAsync(ct),
            Done = done switch { "saved" => t["保存しました。", "Saved."], "revoked" => t["鍵をなくしました。もう何も開きません。", "The key opens nothing more."], _ => null },
        });
    }
}
