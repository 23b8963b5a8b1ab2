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
        settings.MapPost("/care/lists/{list}/{language}", SetList);
        settings.MapPost("/care/lists/{list}/{language}/reset", Reset);
        settings.MapPost("/care/letters/{step}/{language}", SetLetter);
    }

    private static async Task<RazorComponentResult<CareSettingsPage>> Show(HttpContext http, CurrentAgent me, Db db, string? saved, CancellationToken ct) => Page(http, me, await db.CareHouse(ct), null, saved is not null);

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

    private static async Task<IResult> SetList(string list, string language, HttpContext http, CurrentAgent me, Db read, Writes writes, CareBooks books, CancellationToken ct)
    {
        if (SettingEndpoint.Named<CareKind>(list) is not { } kind || !BuiltInPhrases.Languages.Contains(language))
            return TypedResults.LocalRedirect("/settings/care");
        var (filled, t) = (await http.Request.Filled(ct), Tongue.Asked(http));
        var asked = new CareListChange(filled.Lines("lines"));
        if (asked.Errors().FirstOrDefault() is (not null, var why))
            return Page(http, me, Typed(await read.CareHouse(ct), kind, language, asked.Lines), t["1行に1つ、「重さ(1〜9) ことば」の形で書いてください。( と ) をそろえてください。", $"One on each line: a weight from 1 to 9 and a phrase. {why}"]);
        var seen = filled.Of("version") is { Length: > 0 } version ? version : null;
        if (await writes.Write(db => db.SetCareList(kind, language, asked.Lines, seen), ct) is null)
            return Page(http, me, Typed(await read.CareHouse(ct), kind, language, asked.Lines), t["その間に、ほかの人がこの一覧を変えました。もう一度保存すると、ここに書いた内容になります。", "Somebody else has changed this list meanwhile. Save again to replace it by what stands here."]);
        books.Forget();
        return TypedResults.LocalRedirect(Saved);
    }

    private static async Task<IResult> Reset(string list, string language, Writes writes, CareBooks books, CancellationToken ct)
    {
        if (SettingEndpoint.Named<CareKind>(list) is { } kind)
            await writes.Write(db => db.BuiltInCareAgain(kind, language), ct);
        books.Forget();
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

    // What was typed stays.
    private static CareHouse Typed(CareHouse house, CareKind kind, string language, IReadOnlyList<string> lines) =>
        house with { Lists = [.. house.Lists.Select(l => l.Kind == kind && l.Language == language ? l with { Lines = lines } : l)] };

    private static RazorComponentResult<CareSettingsPage> Page(HttpContext http, CurrentAgent me, CareHouse house, string? refused = null, bool done = false)
    {
        var t = Tongue.Asked(http);
        return new(new { T = t, Token = http.FormToken(), Me = me, House = house, Refused = refused, Done = done ? t["保存しました。", "Saved."] : null }) { StatusCode = refused is null ? 200 : 422 };
    }
}
