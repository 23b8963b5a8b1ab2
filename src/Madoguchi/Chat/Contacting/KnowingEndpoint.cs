using Madoguchi.Chat.Talking;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Showing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Chat.Contacting;

/// <summary>Told while they write, and told when it works: for whoever has the same trouble as others.</summary>
public static class KnowingEndpoint
{
    private const int LongestProduct = 200;

    public static void MapKnowing(this IEndpointRouteBuilder pages, IEndpointRouteBuilder own)
    {
        pages.MapPost("/contact/known", Known).RequireRateLimiting(Limits.Searches);
        own.MapPost("/incident", Follow);
    }

    // By a form, so that the story stands in no address. Nothing of it is kept.
    private static async Task<RazorComponentResult<KnownHere>> Known(HttpContext http, Db db, TimeProvider clock, CancellationToken ct)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(ct) : null;
        var (text, product) = (form?["text"].ToString() ?? "", form?["product"].ToString() ?? "");
        var known = PlainText.IsStorable(text + product) && product.Length <= LongestProduct
            ? await db.KnownNow(product, PlainText.Beginning(text, PlainText.Story), clock.Now, ct) : KnownTroubles.None;
        return new(new { T = Tongue.Asked(http), One = known.Likeliest, Reach = (string?)null });
    }

    private static async Task<IResult> Follow(Visit visit, HttpRequest request, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var posted = await request.Posted(ct);
        if (Id<Incident>.TryParse(posted?["incident"], null, out var incident))
        {
            await writes.Write(async db =>
            {
                await db.HoldCollecting();
                await db.Follow(incident, visit.Customer.CaseId, clock.Now);
            }, ct);
        }

        return TypedResults.Extensions.SeeOther(posted?["to"] == "ticket" ? $"/c/{visit.Token}/ticket{visit.Query}" : visit.Home);
    }
}
