using Madoguchi.Desks;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.SignIn;

public static class MyEndpoint
{
    public static void MapMySettings(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/settings/me").WithFormTokens().RequireAuthorization(Doors.Workspace).ExcludeFromDescription();
        pages.MapGet("", (HttpContext http, CurrentAgent me) => new RazorComponentResult<MyPage>(new { T = Tongue.Asked(http), Token = http.FormToken(), Me = me }));
    }
}
