using Madoguchi.Cases.Wording;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Settings;

public static class WordingPagesEndpoint
{
    public static void MapWordingPages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/wording", List);
        settings.MapPost("/wording/{kind}/{language}", Change);
        settings.MapPost("/wording/{kind}/{language}/reset", Reset);
        settings.MapGet("/desks/{slug}/glossary", Open);
        settings.MapPost("/desks/{slug}/glossary", SetGlossary);
    }

    private static async Task<RazorComponentResult<PhrasesPage>> List(HttpContext http, CurrentAgent me, Db db, string? saved, CancellationToken ct) =>
        Page(http, me, (await db.PhraseViews(ct)).Lists, done: saved is not null);

    private static async Task<IResult> Change(string kind, string language, HttpContext http, CurrentAgent me, Db read, Writes writes, CancellationToken ct)
    {
        if (WordingEndpoint.Kind(kind) is not { } known || !BuiltInPhrases.Languages.Contains(language))
            return TypedResults.LocalRedirect("/settings/wording");
        var (filled, t) = (await http.Request.Filled(ct), Tongue.Asked(http));
        var asked = new PhraseChange(filled.Lines("phrases"));
        if (asked.Errors().FirstOrDefault() is (not null, var why))
            return Page(http, me, Typed((await read.PhraseViews(ct)).Lists, known, language, asked.Phrases), t[$"{Line(asked)}を見直してください。( と ) をそろえ、ことばを入れてください。", $"{Line(asked)}: {why}"]);
        var seen = filled.Of("version") is { Length: > 0 } version ? version : null;
        return await writes.Write(db => db.SetPhrases(known, language, asked.Phrases, seen), ct) is not null
            ? TypedResults.LocalRedirect("/settings/wording?saved=1")
            : Page(http, me, Typed((await read.PhraseViews(ct)).Lists, known, language, asked.Phrases),
                t["その間に、ほかの人がこの一覧を変えました。もう一度保存すると、ここに書いた内容になります。", "Somebody else has changed this list meanwhile. Save again to replace it by what stands here."]);
    }

    private static async Task<RedirectHttpResult> Reset(string kind, string language, Writes writes, CancellationToken ct)
    {
        if (WordingEndpoint.Kind(kind) is { } known)
            await writes.Write(db => db.BuiltInAgain(known, language), ct);
        return TypedResults.LocalRedirect("/settings/wording?saved=1");
    }

    private static async Task<IResult> Open(string slug, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) =>
        await db.GlossaryOf(slug, ct) is { } glossary ? Glossary(http, me, slug, glossary.Terms, null) : TypedResults.LocalRedirect("/settings/desks");

    private static async Task<IResult> SetGlossary(string slug, HttpContext http, CurrentAgent me, Writes writes, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var asked = new GlossaryList([.. GlossaryText.Read(filled.Lines("ja"), "ja"), .. GlossaryText.Read(filled.Lines("en"), "en")]);
        var t = Tongue.Asked(http);
        if (asked.Errors().FirstOrDefault() is (not null, var why))
            return Glossary(http, me, slug, asked.Terms, t["1行に1つ、「ことば = 言いかえ」の形で書いてください。同じことばは一度だけです。", $"One on each line, “word = plain words”, each word once. {why}"]);
        await writes.Write(db => db.SetGlossary(slug, asked), ct);
        return TypedResults.LocalRedirect("/settings/desks?saved=1");
    }

    private static string Line(PhraseChange asked)
    {
        var wrong = asked.Phrases.Where(p => Phrases.Wrong(p) is not null).DefaultIfEmpty("").First();
        return $"「{PlainText.Preview(wrong, 60)}」";
    }

    // What was typed stays; the version that was not seen does not.
    private static IReadOnlyList<PhraseListView> Typed(IReadOnlyList<PhraseListView> lists, PhraseKind kind, string language, IReadOnlyList<string> phrases) =>
        [.. lists.Select(l => l.Kind == kind && l.Language == language ? l with { Phrases = phrases } : l)];

    private static RazorComponentResult<PhrasesPage> Page(HttpContext http, CurrentAgent me, IReadOnlyList<PhraseListView> lists, string? refused = null, bool done = false)
    {
        var t = Tongue.Asked(http);
        return new(new { T = t, Token = http.FormToken(), Me = me, Lists = lists, Refused = refused, Done = done ? t["保存しました。", "Saved."] : null }) { StatusCode = refused is null ? 200 : 422 };
    }

    private static RazorComponentResult<GlossaryPage> Glossary(HttpContext http, CurrentAgent me, string slug, IReadOnlyList<GlossaryLine> terms, string? refused) =>
        new(new { T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Slug = slug, Terms = terms, Refused = refused }) { StatusCode = refused is null ? 200 : 422 };
}
