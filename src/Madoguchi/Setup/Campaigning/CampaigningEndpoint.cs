using Madoguchi.Campaigns;
using Madoguchi.Campaigns.Keeping;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Setup.Settings;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Campaigning;

/// <summary>Campaigns are set up on a page: name, window, reward and texts in both languages, codes made or brought along; and how it goes.</summary>
public static class CampaigningEndpoint
{
    public static void MapCampaignPages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/campaigns", List);
        settings.MapGet("/campaigns/new", (HttpContext http, CurrentAgent me, HouseZone zone, TimeProvider clock) => Form(http, me, null, CampaignFilled.Fresh(zone, clock.Now), []));
        settings.MapPost("/campaigns/new", Make);
        settings.MapGet("/campaigns/{slug}", Open);
        settings.MapPost("/campaigns/{slug}", Change);
        settings.MapPost("/campaigns/{slug}/codes", AddCodes);
        settings.MapGet("/campaigns/{slug}/codes.csv", async (string slug, Db db, CancellationToken ct) => Table(await db.CodesOf(slug, ct) is { } codes ? CsvTable.Of(codes) : null, $"{slug}-codes.csv"));
        settings.MapGet("/campaigns/{slug}/registrations.csv", async (string slug, Db db, CancellationToken ct) => Table(await db.RegistrationsIn(slug, ct) is { } rows ? CsvTable.Of(rows) : null, $"{slug}-registrations.csv"));
    }

    private static async Task<RazorComponentResult<CampaignsPage>> List(HttpContext http, CurrentAgent me, Db db, TimeProvider clock, string? saved, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return new(new { T = t, Token = http.FormToken(), Me = me, Campaigns = await db.AllCampaigns(clock.Now, ct), Done = saved is null ? null : t["保存しました。", "Saved."] });
    }

    private static async Task<IResult> Open(string slug, HttpContext http, CurrentAgent me, HouseZone zone, Db db, TimeProvider clock, string? saved, CancellationToken ct) =>
        await Found(slug, db, clock, ct) is not { } campaign ? TypedResults.LocalRedirect("/settings/campaigns")
            : Form(http, me, campaign, CampaignFilled.Of(campaign, zone), [], done: saved is null ? null : Tongue.Asked(http)["保存しました。", "Saved."]);

    private static async Task<IResult> Make(HttpContext http, CurrentAgent me, HouseZone zone, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, now) = (await CampaignFilled.Read(http.Request, ct), clock.Now);
        var asked = filled.NewCampaign(zone);
        if (Filled.Errors(asked) is { Count: > 0 } errors)
            return Form(http, me, null, filled, errors);
        var result = await writes.Write(db => db.MakeCampaign(asked, now), ct);
        return result.Refused(out _, out var made) ? Form(http, me, null, filled, new() { ["slug"] = "There is a campaign of that slug already." }) : TypedResults.LocalRedirect($"/settings/campaigns/{made.Slug}?saved=1");
    }

    private static async Task<IResult> Change(string slug, HttpContext http, CurrentAgent me, HouseZone zone, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, now) = (await CampaignFilled.Read(http.Request, ct), clock.Now);
        if (await Found(slug, db, clock, ct) is not { } campaign)
            return TypedResults.LocalRedirect("/settings/campaigns");
        var asked = filled.Terms(zone);
        if (Filled.Errors(asked) is { Count: > 0 } errors)
            return Form(http, me, campaign, filled, errors);
        var seen = filled.Version;
        return (await writes.Write(db => db.ChangeCampaign(slug, asked, seen, now), ct)).Refused(out _, out _)
            ? Form(http, me, await Found(slug, db, clock, ct), filled, [], refused: Tongue.Asked(http)["その間に、ほかの人がこのキャンペーンを変えました。もう一度保存すると、ここに書いたとおりになります。", "Somebody else has changed this campaign meanwhile. Save once more to have it as it stands here."])
            : TypedResults.LocalRedirect($"/settings/campaigns/{slug}?saved=1");
    }

    private static async Task<IResult> AddCodes(string slug, HttpContext http, CurrentAgent me, HouseZone zone, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var filled = await CampaignFilled.Read(http.Request, ct);
        if (await Found(slug, db, clock, ct) is not { } campaign)
            return TypedResults.LocalRedirect("/settings/campaigns");
        var asked = new MoreCodes(filled.Codes);
        if (Filled.Errors(asked) is { Count: > 0 } errors)
            return Form(http, me, campaign, CampaignFilled.Of(campaign, zone) with { Pasted = filled.Pasted }, errors);
        return (await writes.Write(db => db.AddCodes(slug, asked.Codes), ct)).Refused(out _, out _)
            ? Form(http, me, campaign, CampaignFilled.Of(campaign, zone) with { Pasted = filled.Pasted }, new() { ["codes"] = "One of these codes is in this campaign already." })
            : TypedResults.LocalRedirect($"/settings/campaigns/{slug}?saved=1");
    }

    private static async Task<CampaignView?> Found(string slug, Db db, TimeProvider clock, CancellationToken ct) => NewCampaign.IsSlug(slug) ? await db.CampaignNamed(slug, clock.Now, ct) : null;

    private static IResult Table(byte[]? bytes, string name) => bytes is null ? TypedResults.LocalRedirect("/settings/campaigns") : TypedResults.File(bytes, CsvTable.Type + "; charset=utf-8", name);

    private static RazorComponentResult<CampaignFormPage> Form(HttpContext http, CurrentAgent me, CampaignView? campaign, CampaignFilled filled, Dictionary<string, string> errors, string? refused = null, string? done = null) => new(new
    {
        T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Campaign = campaign, Filled = filled, Errors = (IReadOnlyDictionary<string, string>)errors, Refused = refused, Done = done,
    })
    { StatusCode = errors.Count > 0 || refused is not null ? 422 : 200 };
}
