using Madoguchi.Chat;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup;

/// <summary>Where nobody has answered: people get a page that says where to go, programs the problem they know.</summary>
internal static class LostFeature
{
    public static void UseLost(this WebApplication app) => app.UseStatusCodePages(async context =>
    {
        var http = context.HttpContext;
        if (Page(http) is { } page)
            await page.ExecuteAsync(http);
        else
            await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = http });
    });

    private static IResult? Page(HttpContext http) => !Limits.IsPage(http) ? null : http.Response.StatusCode switch
    {
        404 => new RazorComponentResult<UnknownPage>(new { T = Tongue.Asked(http) }) { StatusCode = 404 },
        429 => new RazorComponentResult<BusyPage>(new { T = Tongue.Asked(http) }) { StatusCode = 429 },
        _ => null,
    };
}
