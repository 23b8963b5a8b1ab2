using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Madoguchi.Setup.Settings;

public static class MyEndpoint
{
    public static void MapMySettings(this IEndpointRouteBuilder app)
    {
        var mine = app.MapGroup("/settings/me").WithFormTokens().RequireAuthorization(Doors.Workspace).ExcludeFromDescription();
        mine.MapGet("", (HttpContext http, CurrentAgent me, Db db, string? saved, CancellationToken ct) => Page(http, me, db, ct, done: saved is not null));
        mine.MapPost("", Change);
        mine.MapPost("/password", ChangePassword).RequireRateLimiting(Limits.SignIns);
        mine.MapPost("/capacity", Carry);
        mine.MapPost("/keys", MakeKey);
        mine.MapPost("/keys/{key:id}/end", EndKey);
    }

    private static async Task<IResult> Change(HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var (asked, now) = (new AgentChange(ShownName: filled.Of("shownName"), Languages: filled.Words("languages")), clock.Now);
        if (Filled.Errors(asked).Values.FirstOrDefault() is { } wrong)
            return await Page(http, me, db, ct, Tongue.Asked(http)["名前と言葉を見直してください。", wrong]);
        await writes.Write(db => db.ChangeAgent(me.Id, asked, null, now), ct);
        return TypedResults.LocalRedirect("/settings/me?saved=1");
    }

    private static async Task<IResult> ChangePassword(HttpContext http, CurrentAgent me, Db db, UserManager<Account> accounts, CancellationToken ct)
    {
        var (filled, t) = ((await http.Request.Filled(ct)).Fields, Tongue.Asked(http));
        if (await accounts.FindByIdAsync(me.Id.ToString()) is not { } account)
            return await Page(http, me, db, ct, t["パスワードでのサインインはありません。", "You have no password."]);
        var result = await accounts.ChangePasswordAsync(account, Cut(filled.GetValueOrDefault("present", "")), Cut(filled.GetValueOrDefault("next", "")));
        if (!result.Succeeded)
            return await Page(http, me, db, ct, result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch))
                ? t["今のパスワードが違います。変わっていません。", "The present password is not right. Nothing has changed."]
                : t[$"新しいパスワードは{Passwords.Shortest}文字以上にしてください。", $"The new password needs at least {Passwords.Shortest} characters."]);
        // The stamp has changed: this session goes on under the new one, all others are over.
        await http.Begin(account);
        return TypedResults.LocalRedirect("/settings/me?saved=1");
    }

    private static async Task<IResult> Carry(HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, t) = (await http.Request.Filled(ct), Tongue.Asked(http));
        if (filled.Count("chat") is not { } chat || filled.Count("call") is not { } call || new DutyChange(DutyState.Available, new(chat, call)).Errors().Any())
            return await Page(http, me, db, ct, t["チャットは0から50、お電話は0から10までの数で書いてください。", "Chats: a number from 0 to 50. Calls: from 0 to 10."]);
        await writes.Write(db => db.Carry(me, new(chat, call), clock.Now), ct);
        return TypedResults.LocalRedirect("/settings/me?saved=1");
    }

    private static string Cut(string password) => password.Length > PlainText.Line ? "" : password;

    private static async Task<IResult> MakeKey(HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (key, now) = (Secret.New("mk_"), clock.Now);
        await writes.Write(db => db.MakeKey(me.Id, key, now), ct);
        return await Page(http, me, db, ct, key: key);
    }

    private static async Task<RedirectHttpResult> EndKey(Id<ApiKey> key, CurrentAgent me, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        await writes.Write(db => db.RevokeKey(me.Id, key, now), ct);
        return TypedResults.LocalRedirect("/settings/me?saved=1");
    }

    private static async Task<IResult> Page(HttpContext http, CurrentAgent me, Db db, CancellationToken ct, string? refused = null, string? key = null, bool done = false)
    {
        http.Response.Headers.CacheControl = "no-store"; // a key may stand here
        var t = Tongue.Asked(http);
        return new RazorComponentResult<MyPage>(new
        {
            T = t, Token = http.FormToken(), Me = me, Keys = (IReadOnlyList<KeyView>)await db.KeysOf(me.Id, ct), Carries = DutyView.Of(await db.DutyOf(me.Id, ct), DateTimeOffset.UnixEpoch).Capacity, Key = key, Refused = refused, Done = done ? t["保存しました。", "Saved."] : null,
        })
        { StatusCode = refused is null ? 200 : 422 };
    }
}
