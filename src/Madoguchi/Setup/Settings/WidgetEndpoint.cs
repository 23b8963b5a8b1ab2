using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secret = Madoguchi.Shared.Secret;

namespace Madoguchi.Setup.Settings;

/// <summary>How a desk gets onto a site, and the secret by which that site signs for its users.</summary>
public static class WidgetEndpoint
{
    public static void MapWidgetPages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/desks/{slug}/widget", (string slug, HttpContext http, CurrentAgent me, Db db, BaseAddress address, CancellationToken ct) => Show(slug, null, http, me, db, address, ct));
        settings.MapPost("/desks/{slug}/widget", Make);
        settings.MapPost("/desks/{slug}/widget/end", End);
    }

    private static async Task<IResult> Make(string slug, HttpContext http, CurrentAgent me, Db db, Writes writes, BaseAddress address, IDataProtectionProvider protection, CancellationToken ct)
    {
        var secret = Secret.New("ms_");
        var kept = WidgetSecrets.Close(secret, protection);
        await writes.Write(work => work.SetWidgetSecret(slug, kept), ct);
        return await Show(slug, secret, http, me, db, address, ct);
    }

    private static async Task<RedirectHttpResult> End(string slug, Writes writes, CancellationToken ct)
    {
        await writes.Write(work => work.SetWidgetSecret(slug, null), ct);
        return TypedResults.LocalRedirect($"/settings/desks/{Uri.EscapeDataString(slug)}/widget");
    }

    private static async Task<IResult> Show(string slug, string? secret, HttpContext http, CurrentAgent me, Db db, BaseAddress address, CancellationToken ct)
    {
        if (!PlainText.IsStorable(slug) || await db.Desks.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, ct) is not { } desk)
            return TypedResults.LocalRedirect("/settings/desks");
        http.Response.Headers.CacheControl = "no-store"; // a secret may stand here
        return new RazorComponentResult<WidgetPage>(new
        {
            T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Desk = DeskView.Of(desk), Secret = secret,
            Snippet = $"<script src=\"{address.Of("/widget.js")}?desk={desk.Slug}\" data-app-version=\"1.0\" defer></script>",
        });
    }
}
