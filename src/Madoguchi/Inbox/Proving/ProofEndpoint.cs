using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Inbox.Working;
using Madoguchi.ProductLog.Sending;
using Madoguchi.ProductLog.Tying;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Proving;

public static class ProofEndpoint
{
    private const int Longest = 200;

    public static void MapProving(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/proof", Show);
        desk.MapPost("/cases/{caseId:id}/keys", Tie);
        desk.MapPost("/cases/{caseId:id}/keys/{name}/removal", Untie);
    }

    private static async Task<IResult> Show(
        Id<Case> caseId, string? at, string? minutes, string? type, string? source, string? q, CurrentAgent me, Db db, HouseZone zone, BaseAddress address, HttpContext http, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        var far = int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : (int?)null;
        var filter = new ProofFilter(Words(type), Words(source), Words(q));
        return await db.Proof(caseId, me, Time(at, zone), far, filter, zone, address.Of(""), ct) is { } view
            ? new RazorComponentResult<ProofPage>(new { T = t, V = view, Token = http.FormToken() }) : new RazorComponentResult<NotHerePage>(new { T = t }) { StatusCode = StatusCodes.Status404NotFound };
    }

    private static async Task<IResult> Tie(Id<Case> caseId, [FromForm] string? name, [FromForm] string? value, Acting acting, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, t) = (clock.Now, acting.T);
        if (name is null || !KeysEndpoint.IsName(name) || value is null || !PlainText.IsStorable(value) || Checks.Line("", value).Any())
            return acting.Refuse(t["鍵の名前は英字と数字で、値は一行で書いてください。", "A name of letters and digits, and a value in one line, are needed."], caseId, StatusCodes.Status422UnprocessableEntity);
        if (await NumberOf(db, caseId, acting.Me, ct) is not { } number)
            return new RazorComponentResult<NotHerePage>(new { T = t }) { StatusCode = StatusCodes.Status404NotFound };
        return (await writes.Write(work => work.TieKey(number, name, value, acting.Me, now), ct)).Refused(out _, out _)
            ? acting.Refuse(t["このお客様の鍵が多すぎます。使わないものを外してください。", "This customer has too many keys. Untie one that is not needed."], caseId) : Back(caseId);
    }

    private static async Task<IResult> Untie(Id<Case> caseId, string name, Acting acting, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        if (await NumberOf(db, caseId, acting.Me, ct) is not { } number)
            return new RazorComponentResult<NotHerePage>(new { acting.T }) { StatusCode = StatusCodes.Status404NotFound };
        await writes.Write(work => work.UntieKey(number, name, acting.Me, now), ct);
        return Back(caseId);
    }

    private static RedirectHttpResult Back(Id<Case> id) => TypedResults.Redirect($"/desk/cases/{id}/proof#keys", permanent: false, preserveMethod: false);

    private static Task<string?> NumberOf(Db db, Id<Case> id, CurrentAgent me, CancellationToken ct) =>
        db.Cases.VisibleTo(me, db).Where(c => c.Id == id).Join(db.Customers, c => c.CustomerId, c => c.Id, (c, who) => who.Number).SingleOrDefaultAsync(ct);

    private static string? Words(string? asked) => string.IsNullOrWhiteSpace(asked) || asked.Length > Longest || !PlainText.IsStorable(asked) ? null : asked.Trim();

    // From a link with its offset; typed, by the clock of the house.
    private static DateTimeOffset? Time(string? at, HouseZone zone)
    {
        if (Words(at) is not { } asked)
            return null;
        if (EventTime.Read(asked) is { } exact)
            return exact;
        return SaidTimes.Typed(asked, zone.Zone);
    }
}
