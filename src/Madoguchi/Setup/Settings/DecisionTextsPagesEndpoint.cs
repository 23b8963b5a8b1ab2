using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Deciding;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Settings;

/// <summary>Texts to decide with, in the house's own words: for supervisors and administrators, looked at in both languages before they are kept.</summary>
public static class DecisionTextsPagesEndpoint
{
    private const string All = "/settings/decision-texts";

    public static void MapDecisionTextPages(this IEndpointRouteBuilder app)
    {
        var texts = app.MapGroup(All).WithFormTokens().RequireAuthorization(Doors.Workspace).ExcludeFromDescription();
        texts.MapGet("", List);
        texts.MapGet("/new", (HttpContext http, CurrentAgent me) => Form(http, me, null, new("", VoiceState.WontFix, "", ""), false));
        texts.MapPost("/new", (HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct) => Keep(null, http, me, db, writes, clock, ct));
        texts.MapGet("/{slug}", Open);
        texts.MapPost("/{slug}", Keep);
        texts.MapPost("/{slug}/reset", Reset);
    }

    private static async Task<IResult> List(HttpContext http, CurrentAgent me, Db db, string? saved, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return me.SeesAll ? new RazorComponentResult<DecisionTextsPage>(new { T = t, Token = http.FormToken(), Me = me, Texts = await db.AllDecisionTexts(ct), Done = saved is null ? null : t["保存しました。", "Saved."] }) : TypedResults.LocalRedirect("/settings/me");
    }

    private static async Task<IResult> Open(string slug, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) =>
        await db.DecisionTextNow(slug, ct) is { } text ? Form(http, me, slug, Words(text), text.BuiltIn) : TypedResults.LocalRedirect(All);

    private static async Task<IResult> Keep(string? slug, HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (!me.SeesAll)
            return TypedResults.LocalRedirect("/settings/me");
        var (filled, t, now) = (await http.Request.Filled(ct), Tongue.Asked(http), clock.Now);
        var before = slug is null ? null : await db.DecisionTextNow(slug, ct);
        var named = slug ?? filled.Of("slug");
        var words = new DecisionWords(named, before?.State ?? filled.Of("state") switch { "planned" => VoiceState.Planned, "fixed" => VoiceState.Fixed, _ => VoiceState.WontFix }, filled.Of("ja"), filled.Of("en"));
        IResult Again(string? why) => Form(http, me, slug, words, before?.BuiltIn ?? false, why);
        if (filled.Of("step") == "look")
            return Again(words.Unknown.FirstOrDefault() is { } odd ? Odd(odd, t) : null);
        if (!DecisionTextsEndpoint.IsSlug(named) || named == "new" || (slug is null && await db.DecisionTextNow(named, ct) is not null))
            return Again(t["呼び名は、英小文字と数字とハイフンで、ほかと重ならないものにしてください。", "Name it in small letters, digits and hyphens, like no other."]);
        if (words.Unknown.FirstOrDefault() is { } unknown)
            return Again(Odd(unknown, t));
        var asked = new NewDecisionText(words.State, new(words.Ja, words.En));
        if (asked.Errors().Any() || !PlainText.IsStorable(words.Ja) || !PlainText.IsStorable(words.En))
            return Again(t["日本語と英語の両方を、4,000字までで書いてください。", "Write it in both languages, up to 4,000 characters."]);
        await writes.Write(work => work.SetDecisionText(named, asked, me, now), ct);
        return TypedResults.LocalRedirect($"{All}?saved=1");
    }

    private static async Task<IResult> Reset(string slug, CurrentAgent me, Writes writes, CancellationToken ct)
    {
        if (me.SeesAll && DecisionTextsEndpoint.IsSlug(slug))
            await writes.Write(db => db.ResetDecisionText(slug), ct);
        return TypedResults.LocalRedirect($"{All}?saved=1");
    }

    private static string Odd(string place, Tongue t) => t[$"{{{place}}} という差し込みはありません。", $"There is no place called {{{place}}}."];

    private static DecisionWords Words(DecisionTextView text) => new(text.Slug, text.State, text.Text.Ja ?? "", text.Text.En ?? "");

    private static IResult Form(HttpContext http, CurrentAgent me, string? slug, DecisionWords words, bool builtIn, string? refused = null) => !me.SeesAll ? TypedResults.LocalRedirect("/settings/me")
        : new RazorComponentResult<DecisionTextPage>(new { T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Slug = slug, Words = words, BuiltIn = builtIn, Refused = refused }) { StatusCode = refused is null ? 200 : 422 };
}
