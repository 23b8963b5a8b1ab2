using System.Globalization;
using Madoguchi.Desks;
using Madoguchi.Remedies;
using Madoguchi.Remedies.Keeping;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Settings;

/// <summary>The catalogue of remedies, by form.</summary>
public static class RemediesPagesEndpoint
{
    public static void MapRemedyPages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/remedies", List);
        settings.MapGet("/remedies/new", (HttpContext http, CurrentAgent me) => Form(http, me, null, null, new Dictionary<string, string> { ["kind"] = nameof(RemedyKind.Other) }, []));
        settings.MapPost("/remedies/new", Make);
        settings.MapGet("/remedies/{slug}", Open);
        settings.MapPost("/remedies/{slug}", Change);
    }

    private static async Task<RazorComponentResult<RemediesPage>> List(HttpContext http, CurrentAgent me, Db db, string? saved, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return new(new { T = t, Token = http.FormToken(), Me = me, Done = saved is null ? null : t["保存しました。", "Saved."], Catalogue = await db.Catalogue(ct) });
    }

    private static async Task<IResult> Open(string slug, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) =>
        CatalogueMapping.IsSlug(slug) && await db.Remedy(slug, ct) is { } remedy ? Form(http, me, slug, RemedyView.Of(remedy).Version, FieldsOf(remedy), []) : TypedResults.LocalRedirect("/settings/remedies");

    private static async Task<IResult> Make(HttpContext http, CurrentAgent me, Writes writes, Db db, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var slug = filled.Of("slug");
        if (!CatalogueMapping.IsSlug(slug))
            return Form(http, me, null, null, filled.Fields, new() { ["slug"] = "1 to 40 of a-z, 0-9 and hyphens, not at the ends." });
        return await db.Remedy(slug, ct) is not null
            ? Form(http, me, null, null, filled.Fields, new() { ["slug"] = "There is a remedy of that name in addresses already." }) : await Put(slug, null, filled, http, me, writes, ct);
    }

    private static async Task<IResult> Change(string slug, HttpContext http, CurrentAgent me, Writes writes, CancellationToken ct) =>
        CatalogueMapping.IsSlug(slug) ? await Put(slug, slug, await http.Request.Filled(ct), http, me, writes, ct) : TypedResults.LocalRedirect("/settings/remedies");

    private static async Task<IResult> Put(string slug, string? known, Filled filled, HttpContext http, CurrentAgent me, Writes writes, CancellationToken ct)
    {
        var asked = new RemedyContent(new(Text("ja"), Text("en")), Enum.TryParse<RemedyKind>(filled.Of("kind"), out var kind) && Enum.IsDefined(kind) ? kind : RemedyKind.Other, Text("unit"),
            new GrantLimits(Limit("agent"), Limit("supervisor"), Limit("administrator")), new(Text("nextJa"), Text("nextEn")), filled.Ticked("retired"));
        if (Filled.Errors(asked) is { Count: > 0 } errors)
            return Form(http, me, known, filled.Of("version"), filled.Fields, errors);
        var result = await writes.Write(db => db.PutRemedy(slug, asked, filled.Of("version") is { Length: > 0 } seen ? seen : null), ct);
        return result.Refused(out _, out _)
            ? Form(http, me, known, null, filled.Fields, [], Tongue.Asked(http)["その間に、ほかの人がこの補償を変えました。もう一度保存すると、ここに書いた内容になります。", "Somebody else has changed this remedy meanwhile. Save again to replace it by what stands here."])
            : TypedResults.LocalRedirect("/settings/remedies?saved=1");

        string? Text(string field) => filled.Of(field) is { Length: > 0 } text ? text : null;

        // What is no number is as wrong as less than nothing, and says so in the same words.
        long? Limit(string field) => Text(field) is not { } text ? null : long.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : -1;
    }

    private static RazorComponentResult<RemedyPage> Form(
        HttpContext http, CurrentAgent me, string? slug, string? version, IReadOnlyDictionary<string, string> fields, Dictionary<string, string> errors, string? refused = null) =>
        new(new { T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Slug = slug, Version = version, Fields = fields, Errors = (IReadOnlyDictionary<string, string>)errors, Refused = refused })
        {
            StatusCode = errors.Count > 0 || refused is not null ? 422 : 200,
        };

    private static Dictionary<string, string> FieldsOf(Remedy r) => new()
    {
        ["ja"] = r.Ja ?? "", ["en"] = r.En ?? "", ["kind"] = r.Kind.ToString(), ["unit"] = r.Unit ?? "", ["agent"] = Plain(r.AgentLimit), ["supervisor"] = Plain(r.SupervisorLimit), ["administrator"] = Plain(r.AdministratorLimit),
        ["nextJa"] = r.NextJa ?? "", ["nextEn"] = r.NextEn ?? "", ["retired"] = r.Retired ? "true" : "",
    };

    private static string Plain(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
