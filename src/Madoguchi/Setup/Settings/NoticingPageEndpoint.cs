using System.Globalization;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Settings;

/// <summary>How easily a jump is proposed, in plain words; for supervisors and administrators.</summary>
public static class NoticingPageEndpoint
{
    private const string Here = "/settings/noticing";

    public static void MapNoticingPage(this IEndpointRouteBuilder app)
    {
        var settings = app.MapGroup(Here).WithFormTokens().RequireAuthorization(Doors.Workspace).ExcludeFromDescription()
            .AddEndpointFilter(async (asked, next) => asked.HttpContext.Features.Get<CurrentAgent>()?.SeesAll == true ? await next(asked) : TypedResults.LocalRedirect("/desk/incidents"));
        settings.MapGet("", Show);
        settings.MapPost("", Set);
    }

    /// <param name="was">What stood there before it was saved just now: it can be had back.</param>
    private static async Task<RazorComponentResult<NoticingPage>> Show(string? was, string? undone, HttpContext http, CurrentAgent me, HouseZone zone, Db db, TimeProvider clock, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return Page(http, me, zone, await db.NoticingHouse(clock.Now, ct), Read(was), null, null, undone is not null ? t["元に戻しました。", "It is as it was."] : was is not null ? t["保存しました。次に見るときから、この設定です。", "Saved; from the next look on."] : null, null);
    }

    private static async Task<IResult> Set(HttpContext http, CurrentAgent me, HouseZone zone, Db read, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, t) = (await http.Request.Filled(ct), Tongue.Asked(http));
        var (chosen, fewest) = (filled.Of("falseAlarms"), filled.Of("fewest").Normalize(System.Text.NormalizationForm.FormKC).Trim());
        if (Read($"{chosen}-{fewest}") is not { } wanted)
        {
            var why = t[$"人数は{Looking.Fewest}から{NoticingSettings.MostPeople}までの数で入れてください。", $"A number of people from {Looking.Fewest} to {NoticingSettings.MostPeople}, please."];
            return Page(http, me, zone, await read.NoticingHouse(clock.Now, ct), null, chosen, filled.Of("fewest"), null, Named(chosen) is null ? t["三つのうちの一つを選んでください。", "Choose one of the three."] : why);
        }

        var before = await writes.Write(db => db.SetNoticing(wanted), ct);
        return TypedResults.LocalRedirect(filled.Of("undo") is "true" ? $"{Here}?undone=1" : before == wanted ? $"{Here}?was=" : $"{Here}?was={Name(before.FalseAlarms)}-{before.Fewest}");
    }

    private static NoticingSettings? Read(string? text) =>
        text?.Split('-') is [var chosen, var fewest] && Named(chosen) is { } alarms && int.TryParse(fewest, NumberStyles.None, CultureInfo.InvariantCulture, out var people) && new NoticingSettings(alarms, people) is var read && !read.Errors().Any() ? read : null;

    private static FalseAlarms? Named(string name) => Enum.GetValues<FalseAlarms>().Where(f => Name(f) == name).Select(f => (FalseAlarms?)f).FirstOrDefault();

    public static string Name(FalseAlarms chosen) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(chosen.ToString());

    private static RazorComponentResult<NoticingPage> Page(HttpContext http, CurrentAgent me, HouseZone zone, NoticingHouse house, NoticingSettings? was, string? chosen, string? fewest, string? done, string? refused) => new(new
    {
        T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Zone = zone.Zone, House = house, Was = was, Chosen = chosen ?? Name(house.Settings.FalseAlarms), Fewest = fewest ?? $"{house.Settings.Fewest}", Done = done, Refused = refused,
    })
    { StatusCode = refused is null ? 200 : 422 };
}
