using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Campaigns.Keeping;

/// <param name="Codes">Codes that there are already, or how many to make.</param>
public sealed record MoreCodes(CodesWish Codes) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Codes.Errors("/codes");
}

public static class KeepingEndpoint
{
    public static void MapKeeping(this IEndpointRouteBuilder administrators, IEndpointRouteBuilder agents)
    {
        administrators.MapPost("/campaigns", Make).WithName("makeCampaign").WithSummary("A campaign: name, window, codes, reward").ProducesProblem(409).ProducesProblem(422);
        administrators.MapPut("/campaigns/{slug}", Change).WithName("changeCampaign").WithSummary("Sets what a campaign says. If-Match is honoured").ProducesProblem(412).ProducesProblem(422);
        agents.MapGet("/campaigns", async (Db db, TimeProvider clock, CancellationToken ct) => TypedResults.Ok(new CampaignList(await db.AllCampaigns(clock.Now, ct))))
            .WithName("listCampaigns").WithSummary("The campaigns, with how many began and how many are complete");
        agents.MapGet("/campaigns/{slug}", Read).WithName("readCampaign").WithSummary("One campaign as it stands");
        administrators.MapGet("/campaigns/{slug}/codes", ReadCodes).WithName("readCampaignCodes").WithSummary("The codes, and which are used; with Accept: text/csv or ?format=csv as a table").Produces<CodeList>(200, "application/json", CsvTable.Type);
        administrators.MapPost("/campaigns/{slug}/codes", AddCodes).WithName("addCampaignCodes").WithSummary("More codes, listed or made").ProducesProblem(409).ProducesProblem(422);
        administrators.MapGet("/campaigns/{slug}/registrations", Export).WithName("exportRegistrations").WithSummary("Who registered; with Accept: text/csv or ?format=csv as a table").Produces<RegistrationRows>(200, "application/json", CsvTable.Type);
    }

    private static async Task<Results<Created<CampaignMade>, ProblemHttpResult>> Make(Body<NewCampaign> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), now, db => db.MakeCampaign(body.Value, now), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created($"/api/v1/campaigns/{made.Slug}", made);
    }

    private static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Change(string slug, Body<CampaignTerms> body, HttpContext http, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        int? expected = DeskEndpoint.IfMatch(http.Request) is { } tag ? int.TryParse(tag, out var number) ? number : -1 : null;
        if (!NewCampaign.IsSlug(slug))
            return Problem.NotFound;
        var result = await writes.Write(db => db.ChangeCampaign(slug, body.Value, expected, now), ct);
        return result.Refused(out var why, out _) ? Explain(why) : await Read(slug, http, db, clock, ct);
    }

    private static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Read(string slug, HttpContext http, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (!NewCampaign.IsSlug(slug) || await db.CampaignNamed(slug, clock.Now, ct) is not { } campaign)
            return Problem.NotFound;
        http.Response.Headers.ETag = $"\"{campaign.Version}\"";
        return TypedResults.Ok(campaign);
    }

    private static async Task<Results<Ok<CodeList>, FileContentHttpResult, ProblemHttpResult>> ReadCodes(string slug, string? format, HttpRequest request, Db db, CancellationToken ct) =>
        !NewCampaign.IsSlug(slug) || await db.CodesOf(slug, ct) is not { } codes ? Problem.NotFound
            : WantsTable(format, request) ? TypedResults.File(CsvTable.Of(codes), CsvTable.Type + "; charset=utf-8", $"{slug}-codes.csv") : TypedResults.Ok(codes);

    private static async Task<Results<Created<CodesAdded>, ProblemHttpResult>> AddCodes(string slug, Body<MoreCodes> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (!NewCampaign.IsSlug(slug))
            return Problem.NotFound;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), clock.Now, db => db.AddCodes(slug, body.Value.Codes), ct);
        return result.Refused(out var why, out var added) ? Explain(why) : TypedResults.Created($"/api/v1/campaigns/{slug}/codes", added);
    }

    private static async Task<Results<Ok<RegistrationRows>, FileContentHttpResult, ProblemHttpResult>> Export(string slug, string? format, HttpRequest request, Db db, CancellationToken ct) =>
        !NewCampaign.IsSlug(slug) || await db.RegistrationsIn(slug, ct) is not { } rows ? Problem.NotFound
            : WantsTable(format, request) ? TypedResults.File(CsvTable.Of(rows), CsvTable.Type + "; charset=utf-8", $"{slug}-registrations.csv") : TypedResults.Ok(rows);

    private static bool WantsTable(string? format, HttpRequest request) => format is "csv" || (format is null && request.GetTypedHeaders().Accept.Any(a => a.MediaType == CsvTable.Type));

    private static ProblemHttpResult Explain(KeepingRefusal why) => why switch
    {
        KeepingRefusal.Unknown => Problem.NotFound,
        KeepingRefusal.SlugTaken => Problem.Of(409, "slug-taken", "There is a campaign of that slug already."),
        KeepingRefusal.ChangedMeanwhile => Problem.Of(412, "changed-since", "Somebody else has changed this campaign meanwhile.", "Read it again and decide anew."),
        KeepingRefusal.CodeTaken => Problem.Invalid("/codes", "One of these codes is in this campaign already."),
    };
}
