using Madoguchi.Cases.Canned;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Settings;

/// <summary>Canned texts by form: the desks' for supervisors, one's own for everybody.</summary>
public static class CannedEndpoint
{
    private static readonly Dictionary<string, string> Empty = new() { ["language"] = "ja" };

    public static void MapCannedPages(this IEndpointRouteBuilder app)
    {
        var canned = app.MapGroup("/settings/canned").WithFormTokens().RequireAuthorization(Doors.Workspace).ExcludeFromDescription();
        canned.MapGet("", List);
        canned.MapGet("/new", (HttpContext http, CurrentAgent me, Db db, CancellationToken ct) => Form(http, me, db, null, null, Empty, [], ct));
        canned.MapPost("/new", Make);
        canned.MapGet("/{id:id}", Open);
        canned.MapPost("/{id:id}", Change);
        canned.MapPost("/{id:id}/end", End);
    }

    private static async Task<RazorComponentResult<CannedTextsPage>> List(HttpContext http, CurrentAgent me, Db db, string? saved, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return new(new
        {
            T = t, Token = http.FormToken(), Me = me, Done = saved is null ? null : t["保存しました。", "Saved."],
            Texts = (IReadOnlyList<CannedTextView>)await db.CannedTextsOf(me, ct), Desks = (IReadOnlyList<Desk>)await db.Desks.ToListAsync(ct),
        });
    }

    private static async Task<IResult> Open(Id<CannedText> id, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) =>
        await db.CannedText(id, me, ct) is { } text && (text.Personal || me.SeesAll) ? await Form(http, me, db, id, text.Version, Fields(text), [], ct) : TypedResults.LocalRedirect("/settings/canned");

    private static async Task<IResult> Make(HttpContext http, CurrentAgent me, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var asked = new NewCannedText(filled.Of("title"), filled.Of("text"), filled.Of("language"), Named(filled.Of("desk")), Named(filled.Of("shortcut")), !me.SeesAll || filled.Ticked("personal"));
        if (Filled.Errors(asked) is { Count: > 0 } errors)
            return await Form(http, me, db, null, null, filled.Fields, errors, ct);
        var once = filled.Of("key") is { Length: > 0 and <= 100 } key ? new OnceKey($"agent {me.Id}", "page /settings/canned/new", key, System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(asked.ToString()))) : null;
        var result = await writes.WriteOnce(once, clock.Now, work => work.MakeCannedText(asked, me), ct);
        return result.Refused(out var why, out _) ? await Form(http, me, db, null, null, filled.Fields, Explain(why), ct) : TypedResults.LocalRedirect("/settings/canned?saved=1");
    }

    private static async Task<IResult> Change(Id<CannedText> id, HttpContext http, CurrentAgent me, Db db, Writes writes, CancellationToken ct)
    {
        var filled = await http.Request.Filled(ct);
        var asked = new CannedTextChange(filled.Of("title"), filled.Of("text"), filled.Of("language"), filled.Of("desk"), filled.Of("shortcut"));
        if (Filled.Errors(asked) is { Count: > 0 } errors)
            return await Form(http, me, db, id, filled.Of("version"), filled.Fields, errors, ct);
        var result = await writes.Write(work => work.ChangeCannedText(id, asked, Named(filled.Of("version")), me), ct);
        if (!result.Refused(out var why, out _))
            return TypedResults.LocalRedirect("/settings/canned?saved=1");
        return why switch
        {
            CannedTextRefusal.UnknownDesk => await Form(http, me, db, id, filled.Of("version"), filled.Fields, Explain(why), ct),
            // What the other wrote stays; without the old version, sending again is a decision.
            CannedTextRefusal.ChangedMeanwhile => await Form(http, me, db, id, null, filled.Fields, [], ct, Tongue.Asked(http)["その間に、ほかの人がこの定型文を変えました。もう一度保存すると、ここに書いた内容になります。", "Somebody else has changed this text meanwhile. Save again to replace it by what stands here."]),
            _ => TypedResults.LocalRedirect("/settings/canned"),
        };
    }

    private static async Task<RedirectHttpResult> End(Id<CannedText> id, CurrentAgent me, Writes writes, CancellationToken ct)
    {
        await writes.Write(work => work.DeleteCannedText(id, me), ct);
        return TypedResults.LocalRedirect("/settings/canned?saved=1");
    }

    private static async Task<IResult> Form(
        HttpContext http, CurrentAgent me, Db db, Id<CannedText>? id, string? version, IReadOnlyDictionary<string, string> fields, Dictionary<string, string> errors, CancellationToken ct, string? refused = null)
    {
        var desks = (await db.Desks.OrderBy(d => d.Slug).ToListAsync(ct)).Where(d => me.WorksAt(d.Id)).ToList();
        string[] languages = [.. desks.SelectMany(d => d.Languages).Concat(["ja", "en"]).Append(fields.GetValueOrDefault("language", "ja")).Where(l => l is not "").Distinct()];
        return new RazorComponentResult<CannedTextPage>(new
        {
            T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Id = id, Version = version, Key = Id<CannedText>.New().ToString(), Fields = fields, Errors = (IReadOnlyDictionary<string, string>)errors, Refused = refused,
            Desks = (IReadOnlyList<Desk>)desks, Languages = (IReadOnlyList<string>)languages,
        })
        { StatusCode = errors.Count > 0 || refused is not null ? 422 : 200 };
    }

    private static string? Named(string text) => text is "" ? null : text;

    private static Dictionary<string, string> Fields(CannedTextView text) => new()
    {
        ["title"] = text.Title, ["text"] = text.Text, ["language"] = text.Language, ["desk"] = text.Desk ?? "", ["shortcut"] = text.Shortcut ?? "",
    };

    private static Dictionary<string, string> Explain(CannedTextRefusal why) => why switch
    {
        CannedTextRefusal.UnknownDesk => new() { ["desk"] = "There is no such desk of yours." },
        CannedTextRefusal.Unknown or CannedTextRefusal.ForSupervisors or CannedTextRefusal.Nobody or CannedTextRefusal.ChangedMeanwhile => new() { ["title"] = "This text cannot be kept by you." },
    };
}
