using Madoguchi.Desks;
using Madoguchi.Mail;
using Madoguchi.Mail.Keeping;
using Madoguchi.Mail.Sending;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Settings;

/// <summary>What has not gone out, for administrators; and where no mail server is set, what is kept instead.</summary>
public static class MailEndpoint
{
    public static void MapMailPages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/mail", List);
        settings.MapGet("/mail/{id:id}", Read);
        settings.MapPost("/mail/{id:id}", TryAgain);
    }

    private static async Task<RazorComponentResult<MailPage>> List(HttpContext http, CurrentAgent me, Db db, Mailbox box, MailSettings mail, string? done, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        return new(new
        {
            T = t, Token = http.FormToken(), Me = me, How = mail.Server is { } server ? $"{server.Host}:{server.Port}" : null, Unsent = (await db.UnsentLetters(ct)).Letters,
            Kept = await box.All(ct), Done = done == "again" ? t["もう一度送ります。", "It is tried again."] : null,
        });
    }

    private static async Task<IResult> Read(Id<Letter> id, HttpContext http, CurrentAgent me, Mailbox box, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store"; // a customer's link stands in it
        return await box.Read(id, ct) is { } letter
            ? new RazorComponentResult<LetterPage>(new { T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Letter = letter }) : TypedResults.LocalRedirect("/settings/mail");
    }

    private static async Task<RedirectHttpResult> TryAgain(Id<Letter> id, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.Write(db => db.TryAgain(id, now), ct);
        return TypedResults.LocalRedirect(result.Refused(out _, out _) ? "/settings/mail" : "/settings/mail?done=again");
    }
}
