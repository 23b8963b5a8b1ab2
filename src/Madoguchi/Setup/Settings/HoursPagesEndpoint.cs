using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Settings;

/// <summary>A desk's opening hours: the week as a picture, and the form that changes it.</summary>
public static class HoursPagesEndpoint
{
    private const int DaysAhead = 60;
    private const int MostAhead = 8;

    public static void MapHoursPages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/desks/{slug}/hours", Open);
        settings.MapPost("/desks/{slug}/hours", Change);
        settings.MapPost("/desks/{slug}/hours/forget", Forget);
    }

    private static async Task<IResult> Open(string slug, string? saved, HttpContext http, CurrentAgent me, HouseZone house, Db db, TimeProvider clock, CancellationToken ct) =>
        await Show(slug, http, me, house, db, clock, null, [], null, saved is not null, ct);

    private static async Task<IResult> Change(string slug, HttpContext http, CurrentAgent me, HouseZone house, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var filled = HoursText.Tidy(await http.Request.Filled(ct));
        var plan = HoursText.Plan(filled);
        if (plan.Errors().GroupBy(e => HoursText.Field(e.Pointer), e => e.Why).ToDictionary(e => e.Key, e => e.First()) is { Count: > 0 } errors)
            return await Show(slug, http, me, house, db, clock, filled, errors, null, false, ct);
        var t = Tongue.Asked(http);
        if (await writes.Write(w => w.SetHours(slug, plan, filled.Of("version") is { Length: > 0 } seen ? seen : null), ct) is not { } why)
            return TypedResults.LocalRedirect($"/settings/desks/{slug}/hours?saved=1");
        return why switch
        {
            HoursRefusal.UnknownDesk => TypedResults.LocalRedirect("/settings/desks"),
            // What the other wrote is drawn above; sending again is a decision.
            HoursRefusal.ChangedMeanwhile => await Show(slug, http, me, house, db, clock, filled, [],
                t["その間に、ほかの人がこの受付時間を変えました。もう一度保存すると、ここに書いた内容になります。", "Somebody else has changed these hours meanwhile. Save again to replace them by what stands here."], false, ct),
        };
    }

    private static async Task<RedirectHttpResult> Forget(string slug, Writes writes, CancellationToken ct) =>
        TypedResults.LocalRedirect(await writes.Write(db => db.SetHours(slug, null), ct) is null ? $"/settings/desks/{slug}/hours?saved=1" : "/settings/desks");

    private static async Task<IResult> Show(
        string slug, HttpContext http, CurrentAgent me, HouseZone house, Db db, TimeProvider clock, Filled? filled, Dictionary<string, string> errors, string? refused, bool done, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        if (!PlainText.IsStorable(slug) || await db.Desks.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, ct) is not { } desk)
            return TypedResults.LocalRedirect("/settings/desks");
        var hours = desk.Plan?.In(house.Zone) ?? OpeningHours.Always;
        var today = hours.DayOf(clock.Now);
        var ahead = Enumerable.Range(0, DaysAhead).Select(n => hours.On(today.AddDays(n))).Where(d => d.Holiday is not null || d.Kind is not DayKind.Ordinary).Take(MostAhead).ToList();
        return new RazorComponentResult<HoursPage>(new
        {
            T = t, Token = http.FormToken(), Me = me, Slug = slug, Desk = desk.NameIn(t), Zone = house.Zone.Id, Version = Versions.Of(desk.Plan), desk.Plan, Ahead = (IReadOnlyList<OpenDay>)ahead,
            Fields = filled ?? HoursText.Filled(desk.Plan), Errors = (IReadOnlyDictionary<string, string>)errors, Refused = refused, Done = done ? t["保存しました。", "Saved."] : null,
        })
        { StatusCode = errors.Count > 0 || refused is not null ? 422 : 200 };
    }
}
