using Madoguchi.Cases;
using Madoguchi.Chat.Talking;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Deciding;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat.YouAsked;

/// <summary>Where the link in a letter about a decision leads: no more of these.</summary>
public static class NewsPageEndpoint
{
    public static void MapNewsPage(this IEndpointRouteBuilder own)
    {
        own.MapGet("/news", Show);
        own.MapPost("/news", Change);
    }

    private static async Task<IResult> Show(Visit visit, Db db, TimeProvider clock, CancellationToken ct)
    {
        var (id, now) = (visit.Customer.CaseId, clock.Now);
        var language = await db.Cases.Of(visit.Customer, now).Select(c => c.Language).SingleAsync(ct);
        return new RazorComponentResult<NewsPage>(new { T = visit.TongueFor(language), visit.Token, visit.Query, Wanted = await db.NewsOf(id, visit.Caller, now, ct) is not { Wanted: false } });
    }

    private static async Task<IResult> Change(Visit visit, HttpRequest request, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        if (await request.Posted(ct) is { } posted && bool.TryParse(posted["wanted"], out var wanted))
            await writes.Write(db => db.SetNews(visit.Customer.CaseId, visit.Caller, wanted, now), ct);
        return TypedResults.Extensions.SeeOther($"/c/{visit.Token}/news{visit.Query}");
    }
}
