using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Settings;

public static class DesksEndpoint
{
    public static void MapDeskPages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/desks", List);
        settings.MapGet("/desks/new", (HttpContext http, CurrentAgent me) => Form(http, me, null, null, new Filled(new Dictionary<string, string> { ["languages"] = "ja" }), []));
        settings.MapPost("/desks/new", Make);
        settings.MapGet("/desks/{slug}", Open);
        settings.MapPost("/desks/{slug}", Change);
    }

    private static async Task<RazorComponentResult<DesksPage>> List(HttpContext http, CurrentAgent me, Db db, string? saved, string? first, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return new(new
        {
            T = t, Token = http.FormToken(), Me = me, Done = first is not null ? t["窓口が開きました。", "The desk is open."] : saved is null ? null : t["保存しました。", "Saved."], First = first is not null,
            Desks = (IReadOnlyList<DeskView>)[.. (await db.Desks.OrderBy(d => d.Slug).ToListAsync(ct)).Select(DeskView.Of)],
        });
    }

    private static async Task<IResult> Open(string slug, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) =>
        await db.Desks.SingleOrDefaultAsync(d => d.Slug == slug, ct) is { } desk
            ? Form(http, me, slug, DeskView.Of(desk).Version, Filled.From(DeskView.Of(desk)), [], receptionStays: desk.IsReception) : TypedResults.LocalRedirect("/settings/desks");

    private static async Task<IResult> Make(HttpContext http, CurrentAgent me, Writes writes, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var asked = filled.NewDesk;
        if (Filled.Errors(asked) is { Count: > 0 } errors)
            return Form(http, me, null, null, filled, errors);
        return (await writes.Write(db => db.MakeDesk(asked), ct)).Refused(out var why, out _) ? Form(http, me, null, null, filled, new() { ["slug"] = Explain(why) }) : TypedResults.LocalRedirect("/settings/desks?saved=1");
    }

    private static async Task<IResult> Change(string slug, HttpContext http, CurrentAgent me, Writes writes, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var asked = filled.DeskChange;
        if (Filled.Errors(asked) is { Count: > 0 } errors)
            return Form(http, me, slug, filled.Of("version"), filled, errors);
        if (!(await writes.Write(db => db.ChangeDesk(slug, asked, filled.Of("version") is { Length: > 0 } seen ? seen : null), ct)).Refused(out var why, out _))
            return TypedResults.LocalRedirect("/settings/desks?saved=1");
        var t = Tongue.Asked(http);
        return why switch
        {
            DeskChangedRefusal.Unknown => TypedResults.LocalRedirect("/settings/desks"),
            DeskChangedRefusal.HoursAreReckoned => Form(http, me, slug, filled.Of("version"), filled, new() { ["hours"] = DeskEndpoint.LineIsMade }),
            // What the other wrote stays; without the old version, sending again is a decision.
            DeskChangedRefusal.ChangedMeanwhile => Form(http, me, slug, null, filled, [], t["その間に、ほかの人がこの窓口を変えました。もう一度保存すると、ここに書いた内容になります。", "Somebody else has changed this desk meanwhile. Save again to replace it by what stands here."]),
        };
    }

    private static RazorComponentResult<DeskPage> Form(HttpContext http, CurrentAgent me, string? slug, string? version, Filled filled, Dictionary<string, string> errors, string? refused = null, bool receptionStays = false) =>
        new(new { T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Slug = slug, Version = version, filled.Fields, Errors = (IReadOnlyDictionary<string, string>)errors, Refused = refused, Fixed = receptionStays })
        {
            StatusCode = errors.Count > 0 || refused is not null ? 422 : 200,
        };

    private static string Explain(DeskMadeRefusal why) => why switch
    {
        DeskMadeRefusal.SlugTaken => "There is a desk of that name in addresses already.",
    };
}
