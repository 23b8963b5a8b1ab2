using Madoguchi.Calls.Texting;
using Madoguchi.Customers.Phones;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Setup.Settings;

/// <summary>Text messages that have not gone out, and a message to try the settings with.</summary>
public static class TextingPageEndpoint
{
    public static void MapTextingPages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/texting", List);
        settings.MapPost("/texting/test", Test);
        settings.MapPost("/texting/{id:id}", TryAgain);
    }

    private static Task<RazorComponentResult<TextingPage>> List(HttpContext http, CurrentAgent me, Db db, GatewayClient gateway, string? done, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return Show(http, me, db, gateway, done switch { "again" => t["もう一度送ります。", "It is tried again."], "test" => t["送りました。届かないときは、下に理由が出ます。", "On its way. If it does not arrive, the reason appears below."], _ => null }, null, null, ct);
    }

    private static async Task<IResult> Test([FromForm] string? to, HttpContext http, CurrentAgent me, Db db, GatewayClient gateway, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        if (PhoneNumber.ToCall(to ?? "").Refused(out var why, out var number))
            return await Show(http, me, db, gateway, null, PhoneWords.Why(why, t), to, ct);
        await writes.Write(work => work.TextTest(number.E164, t["窓口からの試しのSMSです。", "A test message from Madoguchi."], clock.Now), ct);
        return TypedResults.LocalRedirect("/settings/texting?done=test");
    }

    private static async Task<RedirectHttpResult> TryAgain(Id<TextMessage> id, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var result = await writes.Write(db => db.TryTextAgain(id, clock.Now), ct);
        return TypedResults.LocalRedirect(result.Refused(out _, out _) ? "/settings/texting" : "/settings/texting?done=again");
    }

    private static async Task<RazorComponentResult<TextingPage>> Show(HttpContext http, CurrentAgent me, Db db, GatewayClient gateway, string? done, string? refused, string? to, CancellationToken ct) =>
        new(new { T = Tongue.Asked(http), Token = http.FormToken(), Me = me, How = gateway.Host, Unsent = (await db.UnsentTexts(ct)).Texts, Done = done, Refused = refused, To = to });
}
