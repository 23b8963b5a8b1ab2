using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Chat.Talking;
using Madoguchi.Customers.Phones;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Incidents.Showing;
using Madoguchi.Line;
using Madoguchi.Line.Calling;
using Madoguchi.Line.Joining;
using Madoguchi.Line.Returning;
using Madoguchi.Line.ReturnTimes;
using Madoguchi.Line.Telling;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat.Ticketing;

public static class TicketPageEndpoint
{
    public static void MapTicketPage(this IEndpointRouteBuilder own)
    {
        own.MapGet("/ticket", (Visit visit, HttpContext http, Db db, TimeProvider clock, CancellationToken ct) => Show(visit, http, db, clock, null, [], ct));
        own.MapPost("/ticket", Join);
        own.MapPost("/ticket/here", Arrive);
        own.MapPost("/ticket/near", TellNear);
        own.MapPost("/ticket/leave", Leave);
        own.MapPost("/ticket/back", TakeBack);
        own.MapGet("/ticket/qr.svg", (Visit visit, BaseAddress address) => KeepingEndpoint.Qr(address.Of($"/c/{visit.Token}/ticket")));
    }

    private static async Task<IResult> Join(Visit visit, HttpContext http, Writes writes, Db db, HouseZone zone, TimeProvider clock, CancellationToken ct)
    {
        var (posted, now) = (await http.Request.Posted(ct), clock.Now);
        if (posted is null)
            return await Show(visit, http, db, clock, null, [], ct);
        var (from, to) = Window(posted["window"]);
        var asked = new NewTicket(visit.Customer.CaseId, posted["by"] == "call" ? Through.Call : Through.Chat, posted.Written("phone"), from, to);
        if (asked.Errors().Any())
            return await Show(visit, http, db, clock, posted["phone"], [t => Explain(posted["phone"], t)], ct);
        var slug = await db.Cases.Of(visit.Customer, now).Join(db.Desks, c => c.DeskId, d => d.Id, (c, d) => d.Slug).SingleAsync(ct);
        if (!(await writes.Write(work => work.Join(slug, asked, visit.Caller, zone, now), ct)).Refused(out var why, out _))
            return Done(visit);
        if (why is JoinRefusal.TooManyCallBacks)
            return await Show(visit, http, db, clock, posted["phone"], [t => t["この番号への折り返しは、すでに何件もお受けしています。画面でお待ちいただくか、別の番号をお書きください。", "This number waits to be called back for several matters already. Wait on this page, or give another number."]], ct);
        return why is JoinRefusal.WindowFull or JoinRefusal.WindowClosed
            ? await Show(visit, http, db, clock, posted["phone"], [t => t["その時間は、ちょうど埋まってしまいました。ほかの時間をお選びください。", "That time has just been taken. Please choose another one."]], ct) : Problem.NotFound;
    }

    private static async Task<IResult> Arrive(Visit visit, HttpRequest request, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        await writes.Write(db => db.Arrive(visit.Customer.CaseId, visit.Caller, clock.Now), ct);
        return request.Headers.ContainsKey(Live.Header) ? TypedResults.NoContent()
            : (await request.Posted(ct))?["to"] == "chat" ? TypedResults.Extensions.SeeOther(visit.Home) : Done(visit);
    }

    private static async Task<IResult> TellNear(Visit visit, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        await writes.Write(db => db.AskToBeTold(visit.Customer.CaseId, wanted: true, visit.Caller, clock.Now), ct);
        return Done(visit);
    }

    private static async Task<IResult> Leave(Visit visit, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        // Served or left meanwhile, in another tab: the page says how it stands now.
        if (await db.ActiveTicket(visit.Customer.CaseId, ct) is { } ticket)
            await writes.Write(work => work.Leave(ticket.Id, visit.Caller, clock.Now), ct);
        return Done(visit);
    }

    private static async Task<IResult> TakeBack(Visit visit, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        await writes.Write(db => db.TakeBackLeaving(visit.Customer.CaseId, visit.Caller, clock.Now), ct);
        return Done(visit);
    }

    private static string Explain(string phone, Tongue t) =>
        phone.Length > 0 && PhoneNumber.ToCall(phone).Refused(out var why, out _) ? PhoneWords.Why(why, t) : t["お電話番号をお書きください。", "Please write your telephone number."];

    private static IResult Done(Visit visit) => TypedResults.Extensions.SeeOther($"/c/{visit.Token}/ticket{visit.Query}");

    private static (DateTimeOffset? From, DateTimeOffset? To) Window(string chosen) =>
        chosen.Split('-') is [var from, var to] && Moment(from) is { } first && Moment(to) is { } last ? (first, last) : (null, null);

    // The years that a calendar has.
    private static DateTimeOffset? Moment(string seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(at) : null;

    private static async Task<IResult> Show(Visit visit, HttpContext http, Db db, TimeProvider clock, string? phone, IReadOnlyList<Func<Tongue, string>> wrong, CancellationToken ct)
    {
        var theCase = await db.Cases.Of(visit.Customer, clock.Now).AsNoTracking().SingleAsync(ct);
        var t = visit.TongueFor(theCase.Language);
        http.FramedBy(await db.Framers(visit.Customer.CaseId, ct));
        return new RazorComponentResult<TicketPage>(new
        {
            T = t, visit.Token, visit.Query, Windows = await db.WindowsFor(visit.Customer, clock.Now, ct), Seen = await db.TicketSeen(visit.Customer, clock.Now, ct), IsUntold = theCase.Preview.Length == 0, Known = await db.KnownFor(theCase, clock.Now, ct), Phone = phone,
            Problems = (IReadOnlyList<(string, string)>)[.. wrong.Select(why => ("phone", why(t)))],
        })
        { StatusCode = wrong.Count == 0 ? 200 : 422 };
    }
}
