using Madoguchi.Desks;
using Madoguchi.Line.Ruling;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Settings;

public static class LineEndpoint
{
    public static void MapLineSettings(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/desks/{slug}/line", Open);
        settings.MapPost("/desks/{slug}/line", Save);
    }

    private static async Task<IResult> Open(string slug, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) =>
        await db.LineRules(slug, ct) is { } rules ? Page(http, me, slug, rules, []) : TypedResults.LocalRedirect("/settings/desks");

    private static async Task<IResult> Save(string slug, HttpContext http, CurrentAgent me, Writes writes, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var asked = new LineRules(filled.Ticked("offers"), filled.Number("offerSeconds"), filled.Number("holdMinutes"), filled.Number("pauseMinutes"), filled.Number("attempts"), filled.Number("placesAnHour"));
        var wrong = asked.Errors().ToDictionary(e => e.Pointer[1..], e => e.Why);
        if (wrong.Count > 0)
            return Page(http, me, slug, asked, wrong);
        return TypedResults.LocalRedirect(await writes.Write(db => db.RuleLine(slug, asked), ct) is null ? "/settings/desks" : "/settings/desks?saved=1");
    }

    private static RazorComponentResult<LinePage> Page(HttpContext http, CurrentAgent me, string slug, LineRules rules, Dictionary<string, string> wrong) =>
        new(new { T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Slug = slug, Rules = rules, Errors = wrong }) { StatusCode = wrong.Count == 0 ? 200 : 422 };
}
