using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Asked;

namespace Madoguchi.Chat.YouAsked;

/// <summary>You asked, we built: a page for everybody.</summary>
public static class YouAskedEndpoint
{
    public static void MapYouAsked(this IEndpointRouteBuilder app) => app.MapGet("/you-asked", Show).ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, Db db, TimeProvider clock, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<YouAskedPage>(new { T = Tongue.Asked(http), All = await db.YouAsked(clock.Now, ct) });
    }
}
