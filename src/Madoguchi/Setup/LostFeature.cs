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

    /// <summary>What a person reads when this went wrong; nothing for programs.</summary>
    public static IResult? Trouble(HttpContext http, int status)
    {
        if (!Limits.IsPage(http) || status is StatusCodes.Status401Unauthorized)
            return null;
        var tryAgain = HttpMethods.IsGet(http.Request.Method) && status is 500 or 503;
        return new RazorComponentResult<TroublePage>(new { T = Tongue.Asked(http), Status = status, OfAgents = IsOfAgents(http), Again = tryAgain ? http.Request.Path + http.Request.QueryString : null }) { StatusCode = status };
    }

    private static IResult? Page(HttpContext http) => !Limits.IsPage(http) ? null : http.Response.StatusCode switch
    {
        404 when !IsOfAgents(http) => new RazorComponentResult<UnknownPage>(new { T = Tongue.Asked(http) }) { StatusCode = 404 },
        429 => new RazorComponentResult<BusyPage>(new { T = Tongue.Asked(http) }) { StatusCode = 429 },
        var status => Trouble(http, status),
    };

    private static bool IsOfAgents(HttpContext http) => http.Request.Path.StartsWithSegments("/desk") || http.Request.Path.StartsWithSegments("/settings");
}
