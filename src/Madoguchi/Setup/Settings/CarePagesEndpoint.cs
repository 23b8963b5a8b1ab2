using Madoguchi.Care.Folding;
using Madoguchi.Care.Recognizing;
using Madoguchi.Care.Setting;
using Madoguchi.Cases;
using Madoguchi.Cases.Wording;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Settings;

public static class CarePagesEndpoint
{
    private const string Saved = "/settings/care?saved=1";

    public static void MapCarePages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/care", Show);
        settings.MapPost("/care", Set);
        settings.MapPost("/care/preview", Try);
        settings.MapGet("/care/lists/{list}/{language}", ShowList);
        settings.MapPost("/care/lists/{list}/{language}", SetList);
        settings.MapPost("/care/lists/{list}/{language}/preview", TryList);
        settings.MapPost("/care/lists/{list}/{language}/reset", Reset);
        settings.MapPost("/care/letters/{step}/{language}", SetLetter);
        settings.MapPost("/care/letters/{step}/{language}/reset", ResetLetter);
    }

    private static async Task<RazorComponentResult<CareSettingsPage>> Show(HttpContext http, CurrentAgent me, Db db, string? saved, CancellationToken ct) => Page(http, me, await db.CareHouse(ct), null, saved is not null);

    private static async Task<IResult> Try(HttpContext http, CurrentAgent me, Db db, CancellationToken ct)
    {
        var text = (await http.Request.Filled(ct)).Of("text");
        var house = await db.CareHouse(ct);
        if (Checks.Words("/text", text).Any())
            return Page(http, me, house, Tongue.Asked(http)["確かめる文を書いてください。", "Write the sentence to be tried."]);
        return Page(http, me, house, null, false, text, Explaining.Of(text, await db.CareBookWith(null, null, null, ct)));
    }

    private static async Task<IResult> Set(HttpContext http, CurrentAgent me, Db read, Writes writes, CareBooks books, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var wanted = new CareSettingsView(Number(filled.Of("threshold")), Number(filled.Of("supervisorMinutes")));
        if (wanted.Errors().Any())
            return Page(http, me, await read.CareHouse(ct), Tongue.Asked(http)["重さは1〜30、時間は1〜10080分で入れてください。", "The weight is 1 to 30, the time 1 to 10080 minutes."]);
        await writes.Write(db => db.SetCare(wanted), ct);
        books.Forget();
        return TypedResults.LocalRedirect(Saved);
    }

    private static async Task<IResult> ShowList(string list, string language, HttpContext http, CurrentAgent me, Db db, string? saved, CancellationToken ct) =>
        Known(list, language) is { } kind ? List(http, me, await Of(db, kind, language, ct), done: saved is not null) : TypedResults.LocalRedirect("/settings/care");

    private static async Task<IResult> TryList(string list, string language, HttpContext http, CurrentAgent me, Db db, CancellationToken ct)
    {
        if (Known(list, language) is not { } kind)
            return TypedResults.LocalRedirect("/settings/care");
        var (filled, own) = (await http.Request.Filled(ct), await Of(db, kind, language, ct));
        var (lines, text, t) = (filled.Lines("lines"), filled.Of("text"), Tongue.Asked(http));
        if (Wrong(lines, t) is { } wrong)
            return List(http, me, own with { Lines = lines }, wrong, text);
        if (Checks.Words("/text", text).Any())
            return List(http, me, own with { Lines = lines }, t["確かめる文を書いてください。", "Write the sentence to be tried."]);
        return List(http, me, own with { Lines = lines }, null, text, Explaining.Of(text, await db.CareBookWith(kind, language, lines, ct)));
    }

    private static async Task<IResult> SetList(string list, string language, HttpContext http, CurrentAgent me, Db read, Writes writes, CareBooks books, CancellationToken ct)
    {
        if (Known(list, language) is not { } kind)
            return TypedResults.LocalRedirect("/settings/care");
        var (filled, t) = (await http.Request.Filled(ct), Tongue.Asked(http));
        var lines = filled.Lines("lines");
        if (Wrong(lines, t) is { } wrong)
            return List(http, me, await Of(read, kind, language, ct) with { Lines = lines }, wrong, filled.Of("text"));
        var seen = filled.Of("version") is { Length: > 0 } version ? version : null;
        if (await writes.Write(db => db.SetCareList(kind, language, lines, seen), ct) is null)
            return List(http, me, await Of(read, kind, language, ct) with { Lines = lines }, t["その間に、ほかの人がこの一覧を変えました。もう一度保存すると、ここに書いた内容になります。", "Somebody else has changed this list meanwhile. Save again to replace it by what stands here."], filled.Of("text"));
        books.Forget();
        return TypedResults.LocalRedirect($"/settings/care/lists/{list}/{language}?saved=1");
    }

    private static async Task<IResult> Reset(string list, string language, Writes writes, CareBooks books, CancellationToken ct)
    {
        if (Known(list, language) is not { } kind)
            return TypedResults.LocalRedirect("/settings/care");
        await writes.Write(db => db.BuiltInCareAgain(kind, language), ct);
        books.Forget();
        return TypedResults.LocalRedirect($"/settings/care/lists/{list}/{language}?saved=1");
    }

    private static async Task<IResult> ResetLetter(string step, string language, Writes writes, CancellationToken ct)
    {
        if (SettingEndpoint.Named<CareStep>(step) is { } known)
            await writes.Write(db => db.BuiltInCareLetterAgain(known, language), ct);
        return TypedResults.LocalRedirect(Saved);
    }

    private static async Task<IResult> SetLetter(string step, string language, HttpContext http, CurrentAgent me, Db read, Writes writes, CancellationToken ct)
    {
        if (SettingEndpoint.Named<CareStep>(step) is not { } known || !BuiltInPhrases.Languages.Contains(language))
            return TypedResults.LocalRedirect("/settings/care");
        var asked = new CareLetterChange((await http.Request.Filled(ct)).Of("text"));
        if (asked.Errors().Any())
            return Page(http, me, await read.CareHouse(ct), Tongue.Asked(http)["お便りの文を書いてください。", "Write the letter's words."]);
        await writes.Write(db => db.SetCareLetter(known, language, asked.Text), ct);
        return TypedResults.LocalRedirect(Saved);
    }

    private static int Number(string text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static CareKind? Known(string list, string language) => BuiltInPhrases.Languages.Contains(language) ? SettingEndpoint.Named<CareKind>(list) : null;

    private static async Task<CareListView> Of(Db db, CareKind kind, string language, CancellationToken ct) => (await db.CareHouse(ct)).Lists.First(l => l.Kind == kind && l.Language == language); // every kind has one

    // Which line, and what about it.
    private static string? Wrong(string[] lines, Tongue t)
    {
        if (new CareListChange(lines).Errors().FirstOrDefault() is not (not null, var why) wrong)
            return null;
        return wrong.Pointer.Split('/') is [_, _, var at] && int.TryParse(at, System.Globalization.CultureInfo.InvariantCulture, out var line)
            ? t[$"{line + 1}行目「{lines[line]}」を直してください。「重さ(1〜9) ことば」の形で、( と ) をそろえ、ことばを入れてください。", $"Line {line + 1}, “{lines[line]}”: {why}"]
            : t["行が多すぎます。", why];
    }

    private static RazorComponentResult<CareListPage> List(HttpContext http, CurrentAgent me, CareListView list, string? refused = null, string? tried = null, Explained? would = null, bool done = false)
    {
        var t = Tongue.Asked(http);
        return new(new { T = t, Token = http.FormToken(), Me = me, List = list, Tried = tried, Would = would, Refused = refused, Done = done ? t["保存しました。これから届くお言葉に効きます。", "Saved. It holds for words that come from now on."] : null }) { StatusCode = refused is null ? 200 : 422 };
    }

    private static RazorComponentResult<CareSettingsPage> Page(HttpContext http, CurrentAgent me, CareHouse house, string? refused = null, bool done = false, string? tried = null, Explained? would = null)
    {
        var t = Tongue.Asked(http);
        return new(new { T = t, Token = http.FormToken(), Me = me, House = house, Tried = tried, Would = would, Refused = refused, Done = done ? t["保存しました。", "Saved."] : null }) { StatusCode = refused is null ? 200 : 422 };
    }
}
